"""From a description to a target that answers, or one sentence that says why not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.drivers.mailbox import MailpitInbox
from support.settings import RunSettings
from support.target import connecting
from support.target.connecting import Target, connect
from support.target.description import TargetFailed, UnknownTarget, describe
from support.target.embedded import PlatformDidNotStart
from support.target.state_file import state_file
from tests.support.servers import Asked, Reply, closed_port, http_server
from tests.support.worlds import tiny_target, tiny_world

KEY = "0perat0r"


def platform(asked: Asked) -> Reply:
    if asked.path == "/control":
        allowed = asked.headers.get("authorization") == f"Bearer {KEY}"
        return Reply(200, '{"movable_clock": true}') if allowed else Reply(403)
    return Reply(200, "{}")


@pytest.fixture
def address() -> Iterator[str]:
    with http_server(platform) as made:
        yield made


@pytest.fixture
def described(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the target `acme` be what a text says."""
    monkeypatch.setattr(connecting, "describe", lambda name: describe(name, tmp_path))
    monkeypatch.delenv("MM_OPERATOR_KEY", raising=False)

    def describing(text: str) -> None:
        drivers = '[drivers]\ndefault = "tests.drivers.tiny"\n'
        (tmp_path / "acme.toml").write_text(f"{text}\n{drivers}")

    return describing


def by_address(offers: str = "", **addresses: str) -> str:
    lines = "\n".join(f'{name} = "{value}"' for name, value in addresses.items())
    return f'found = "by address"\noffers = [{offers}]\n[addresses]\n{lines}'


def failure() -> str:
    with pytest.raises(TargetFailed) as caught:
        connect(RunSettings(target="acme"))
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence


def test_a_target_by_address_is_connected_to(described: Callable[[str], None], address: str) -> None:
    described(by_address('"mailbox"', app=address, mailbox=address))
    target = connect(RunSettings(target="acme"))
    assert target.addresses["app"] == address
    assert isinstance(target.inbox(), MailpitInbox)
    target.stop()


def test_a_claimed_capability_that_does_not_answer_fails(
    described: Callable[[str], None], address: str
) -> None:
    described(by_address('"mailbox"', app=address, mailbox=f"http://127.0.0.1:{closed_port()}"))
    assert failure().startswith("The target acme claims mailbox, and it does not answer: http://127.0.0.1:")


CLAIMED = ("outages", "processes", "logs", "workspaces", "mailbox", "time_travel")


@pytest.mark.parametrize("capability", CLAIMED)
def test_a_claim_without_anything_behind_it_fails(
    described: Callable[[str], None], address: str, capability: str
) -> None:
    described(by_address(f'"{capability}"', app=address))
    assert f"claims {capability}, and it does not answer: " in failure()


def test_the_control_address_takes_our_key_only(
    described: Callable[[str], None], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    described(by_address('"workspaces", "time_travel"', app=address, control=f"{address}/control"))
    assert "answers 403" in failure()
    monkeypatch.setenv("MM_OPERATOR_KEY", KEY)
    assert connect(RunSettings(target="acme")).operator_key == KEY


def test_a_clock_that_is_fixed_is_no_time_travel(described: Callable[[str], None]) -> None:
    with http_server(lambda _: Reply(200, '{"movable_clock": false}')) as fixed:
        described(by_address('"time_travel"', app=fixed, control=fixed))
        assert "its clock is fixed; start the platform with --movable-clock" in failure()


def test_a_target_that_does_not_answer_is_named(described: Callable[[str], None]) -> None:
    app = f"http://127.0.0.1:{closed_port()}"
    described(by_address(app=app))
    assert failure().startswith(f"The target acme does not answer at {app} (")


def test_a_target_without_an_address_is_told(described: Callable[[str], None]) -> None:
    described(by_address())
    assert "names no address app" in failure()


def test_a_platform_that_runs_here_is_found_by_its_state_file(
    described: Callable[[str], None], address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "local.json"
    state.write_text(
        json.dumps({"app": address, "control": f"{address}/control", "operator_key": KEY, "pid": 1})
    )
    monkeypatch.setenv("MM_STATE", str(state))
    described('found = "by state file"\noffers = ["workspaces"]')
    target = connect(RunSettings(target="acme"))
    assert target.addresses == {"app": address, "control": f"{address}/control"}
    assert target.platform is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "there is no"),
        ("{half", "cannot be read"),
        ("[]", "cannot be read"),
        ("{}", "names no address app"),
    ],
)
def test_without_a_good_state_file_it_says_what_to_type(
    described: Callable[[str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: str | None,
    words: str,
) -> None:
    state = tmp_path / "state.json"
    if content is not None:
        state.write_text(content)
    monkeypatch.setenv("MM_STATE", str(state))
    described('found = "by state file"\noffers = []')
    sentence = failure()
    assert words in sentence
    assert "make platform" in sentence


def test_the_state_file_has_a_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("MM_STATE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert state_file() == tmp_path / "magic-moment" / "local.json"


def test_a_platform_that_does_not_start_fails_the_target(
    described: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PlatformDidNotStart("The platform did not start: the port is taken")

    monkeypatch.setattr(connecting, "Embedded", refused)
    described('found = "started"\noffers = []')
    assert failure() == "The platform did not start: the port is taken"


def test_an_unknown_target_stays_unknown(described: Callable[[str], None]) -> None:
    described(by_address())
    with pytest.raises(UnknownTarget, match="the targets are acme"):
        connect(RunSettings(target="moon"))


def test_a_port_without_a_driver_says_what_to_do() -> None:
    target: Target = tiny_target()
    seat = tiny_world(target=target).actor("Maya").seat
    contacts = target.driver("contacts", "api", seat)
    with pytest.raises(LookupError, match="the target tiny has no driver for contacts; name a package"):
        _ = contacts.found  # type: ignore[attr-defined]  # it answers any verb with its sentence
    assert target.driver_set() is target.driver_set("publishing"), "a package is asked once for its drivers"


def test_a_target_without_a_mailbox_says_what_to_do() -> None:
    with pytest.raises(LookupError) as caught:
        tiny_target().inbox()
    assert str(caught.value) == (
        "the target tiny names no mailbox, so no mail can be read;"
        " tag the scenario @needs.mailbox or name one under [addresses]"
    )
