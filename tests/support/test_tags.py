"""Tags are a closed list, and say where a scenario acts, what it needs and what it is evidence for."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import tags
from support.case import Channel

VOCABULARY = tags.Vocabulary(frozenset({"SYS-CRM"}), frozenset({"mailbox"}))


def test_every_tag_has_a_sentence() -> None:
    assert all(meaning.endswith(".") for meaning in (*tags.TAGS.values(), *tags.FAMILIES.values()))


def test_tags_outside_the_list_are_unknown() -> None:
    given = ["journey", "req.SYS-CRM", "needs.mailbox", "wip", "req.SYS-X", "needs.luck", "fixture.none"]
    assert VOCABULARY.unknown(given) == ["wip", "req.SYS-X", "needs.luck", "fixture.none"]


def test_the_nearest_tag_is_named() -> None:
    assert VOCABULARY.nearest("publishng") == "publishing"
    assert VOCABULARY.nearest("zzz") is None


@pytest.mark.parametrize(
    ("own", "wanted", "channel"),
    [
        ({"journey"}, None, "browser"),
        ({"system"}, None, "api"),
        ({"journey"}, "api", "api"),
        ({"system"}, "browser", "browser"),
        ({"journey", "browser"}, "api", "browser"),
        ({"journey", "api"}, "browser", "api"),
    ],
)
def test_where_a_scenario_acts(own: set[str], wanted: Channel | None, channel: str) -> None:
    assert tags.channel_of(own, wanted) == channel


def test_what_a_scenario_needs_and_claims() -> None:
    own = {"needs.mailbox", "needs.logs", "req.SYS-CRM", "smoke"}
    assert tags.needs(own) == ["logs", "mailbox"]
    assert tags.claims(own) == ["SYS-CRM"]


def test_requirements_are_read_from_the_project(tmp_path: Path) -> None:
    file = tmp_path / "requirements.toml"
    assert tags.requirements_in(file) == frozenset()
    file.write_text("[SYS-CRM]\nsay = 'x'\n[E2E-JOURNEY]\n")
    assert tags.requirements_in(file) == {"SYS-CRM", "E2E-JOURNEY"}
