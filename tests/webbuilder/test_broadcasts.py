"""A broadcast whose readers say no while it goes out, and one reader whose mailbox is full."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any

import pytest
from hamcrest import equal_to

from support.waiting import eventually
from webbuilder.crm import suppressions
from webbuilder.mail import broadcasting, pieces, smtp
from webbuilder.mail.printing import Ready
from webbuilder.mail.tables import Mail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.webbuilder.marketers import Site
    from webbuilder.database import Database
    from webbuilder.settings import Settings

MANY = pieces.PIECE + 5


def written(site: Site, tag: str) -> str:
    """Write a broadcast to whoever bears a tag, and return its id."""
    http = site.owner.http
    for number in range(MANY):
        made = http.post("/api/contacts", json={"email": f"{tag}-{number:03}@example.org"})
        path = f"{made.headers['Location']}/written"
        seen = http.get(path)
        said = {**seen.json(), "tags": [tag]}
        http.put(path, json=said, headers={"If-Match": seen.headers["etag"]}).raise_for_status()
    letter = {
        "site": site.id,
        "subject": "Rye is back, {name}",
        "paragraphs": ["Hello {name}."],
        "audience": {"kind": "tags", "of": [tag]},
    }
    return str(http.post("/api/broadcasts", json=letter).json()["id"])


def ended(site: Site, broadcast: str) -> dict[str, Any]:
    """Wait until a broadcast is sent, and return how it stands."""
    path = f"/api/broadcasts/{broadcast}"
    stands = lambda: site.owner.http.get(path).json()["state"]  # noqa: E731 - asked again and again
    eventually(stands, equal_to("sent"), "the broadcast should be sent", within=30)
    told: dict[str, Any] = site.owner.http.get(path).json()
    return told


def ready(name: str) -> Ready:
    """A mail that is ready to be handed over."""
    words = dict.fromkeys(("text", "html"), name)
    told = {"message_id": f"<{name}@mail.example>", "subject": name, "trace_id": "", **words}
    return Ready(Mail(recipient=f"{name}@example.org", **told), "Maya")


@contextmanager
def any_server(_settings: Settings) -> Iterator[object]:
    """A conversation with whichever mail server."""
    yield object()


@pytest.mark.parametrize(
    ("full", "stands", "goes_on"),
    [(["b"], {"a": "accepted", "b": "not now", "c": "accepted"}, True), (["a", "b", "c"], None, False)],
)
def test_one_full_mailbox_keeps_nobody_else_from_being_reached(
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    full: list[str],
    stands: dict[str, str] | None,
    *,
    goes_on: bool,
) -> None:
    mails = {name: ready(name) for name in "abc"}

    def give(_connection: object, message: EmailMessage) -> None:
        if message["Subject"] in full:
            raise smtp.NotNow("452 4.2.2 the mailbox is full")

    monkeypatch.setattr(smtp, "conversation", any_server)
    monkeypatch.setattr(smtp, "give", give)
    met, away = pieces.hand_over(settings, list(mails.values()))
    expected = {mails[name].key: state for name, state in (stands or dict.fromkeys("abc", "not now")).items()}
    assert met == expected
    assert (away is None) is goes_on


def test_one_that_cannot_be_written_is_refused_and_the_others_are_sent(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails = {name: ready(name) for name in ("a", "line", "b", "word", "c")}
    mails["line"].mail.recipient = "=?x?q?=0A?=@example.org"
    mails["word"].mail.recipient = "=?utf-8?q??=@example.org"
    monkeypatch.setattr(smtp, "conversation", any_server)
    monkeypatch.setattr(smtp, "give", lambda _connection, _message: None)
    met, away = pieces.hand_over(settings, list(mails.values()))
    refused = {mails[name].key for name in ("line", "word")}
    assert met == {one.key: "refused" if one.key in refused else "accepted" for one in mails.values()}
    assert away is None


def test_what_one_conversation_meets_unforeseen_is_its_own(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails = [ready(name) for name in "abcdef"]

    def give(_connection: object, message: EmailMessage) -> None:
        if message["Subject"] == "b":
            raise ZeroDivisionError

    monkeypatch.setattr(smtp, "conversation", any_server)
    monkeypatch.setattr(smtp, "give", give)
    met, away = pieces.hand_over(settings, mails)
    stands = {"b": None, "f": "due"}  # nobody knows of the one, and the other was not tried
    assert [met.get(one.key) for one in mails] == [stands.get(name, "accepted") for name in "abcdef"]
    assert away is None
    met, away = pieces.hand_over(settings, [mails[1]])
    assert (met, str(away)) == ({}, "This met something unexpected.")


def test_a_server_that_talks_to_two_at_a_time_gets_everything_bit_by_bit(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails, open_now = [ready(name) for name in "abcd"], iter(range(99))

    @contextmanager
    def for_two(_settings: Settings) -> Iterator[object]:
        if next(open_now) > 1:
            raise smtp.MailServerAway("421 4.7.0 too many connections")
        yield object()

    monkeypatch.setattr(smtp, "conversation", for_two)
    monkeypatch.setattr(smtp, "give", lambda _connection, _message: None)
    met, away = pieces.hand_over(settings, mails)
    assert sorted(met.values()) == ["accepted", "accepted", "due", "due"]
    assert away is None
    met, away = pieces.hand_over(settings, mails)
    assert (set(met.values()), str(away)) == ({"due"}, "421 4.7.0 too many connections")


def test_a_piece_of_which_nobody_gets_anything_is_not_the_last(
    live: tuple[Site, str], store: Database
) -> None:
    site, _ = live
    tag = f"all-{secrets.token_hex(3)}"
    broadcast = written(site, tag)
    with store.transaction() as session:
        one = broadcasting.one(session, site.owner.workspace, broadcast)
        broadcasting.begin(session, one, MANY)
        mails = session.scalars(broadcasting.mails_of(one.id, "due")).all()
        for mail in sorted(mails, key=lambda mail: mail.message_id)[: pieces.PIECE]:
            suppressions.add(session, mail.workspace_id, mail.recipient, "unsubscribed")
    assert ended(site, broadcast)["mails"] == {"accepted": MANY - pieces.PIECE, "withheld": pieces.PIECE}
