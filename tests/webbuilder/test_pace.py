"""Quiet hours as clocks show them, and what a pace may not be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from webbuilder.crm import clocks
from webbuilder.mail.pace import Pace

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("begins", "ends", "hour", "quiet"),
    [
        ("21:00", "08:00", 21, True),
        ("21:00", "08:00", 3, True),
        ("21:00", "08:00", 8, False),
        ("21:00", "08:00", 20, False),
        ("12:00", "14:00", 12, True),
        ("12:00", "14:00", 14, False),
    ],
)
def test_hours_are_quiet_from_their_beginning_until_their_end(
    begins: str, ends: str, hour: int, *, quiet: bool
) -> None:
    shown = datetime(2026, 3, 1, hour, tzinfo=BERLIN).astimezone(UTC)
    assert Pace(quiet_from=begins, quiet_until=ends).is_quiet(shown, BERLIN) is quiet


@pytest.mark.parametrize(
    ("begins", "ends", "now", "over"),
    [
        # Clocks of Berlin show two o'clock twice in the one night, and not at all in the other.
        ("22:00", "02:30", "2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z"),
        ("22:00", "02:30", "2026-10-24T23:10:00Z", "2026-10-25T00:30:00Z"),
        ("22:00", "02:30", "2026-03-29T00:10:00Z", "2026-03-29T01:00:00Z"),
        ("22:00", "08:00", "2026-03-28T22:00:30Z", "2026-03-29T06:00:00Z"),
        ("12:00", "14:00", "2026-03-01T12:59:59Z", "2026-03-01T13:00:00Z"),
    ],
)
def test_quiet_hours_end_when_clocks_show_no_quiet_hour(begins: str, ends: str, now: str, over: str) -> None:
    moment = Pace(quiet_from=begins, quiet_until=ends).quiet_ends(datetime.fromisoformat(now), BERLIN)
    assert moment == datetime.fromisoformat(over)


def test_nobody_who_named_none_has_quiet_hours() -> None:
    assert not Pace().is_quiet(datetime(2026, 3, 1, 3, tzinfo=BERLIN), BERLIN)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"quiet_from": "21:00"}, "a beginning and an end"),
        ({"quiet_until": "08:00"}, "a beginning and an end"),
        ({"quiet_from": "08:00", "quiet_until": "08:00"}, "different times"),
        ({"a_minute": 0}, "at least one"),
        ({"a_minute": 100_001}, "at most 100000"),
        ({"quiet_from": "24:00", "quiet_until": "08:00"}, "pattern"),
        ({"a_minute": True}, "integer"),
    ],
)
def test_what_is_no_pace_is_refused_in_words(said: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Pace.model_validate(said)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Asia/Tokyo", "Asia/Tokyo"), ("", "Europe/Berlin"), ("../etc/passwd", "Europe/Berlin")],
)
def test_clocks_that_nobody_knows_are_those_of_the_site(written: str, meant: str) -> None:
    assert clocks.named(written, "Europe/Berlin").key == meant
