"""When it is a time of day somewhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from webbuilder.workflows.moments import DAYS, DayOfWeek, moment_of, next_moment

BERLIN = ZoneInfo("Europe/Berlin")
BOUNDS = datetime(2000, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - as hypothesis has them
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe")


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        ("2027-03-27", "09:00", "2027-03-27T08:00"),
        ("2027-03-28", "09:00", "2027-03-28T07:00"),
        ("2027-03-28", "02:30", "2027-03-28T01:30"),  # no clock shows it: an hour behind half past one
        ("2027-10-31", "02:30", "2027-10-31T00:30"),  # shown twice: the first
        ("2027-10-31", "09:00", "2027-10-31T08:00"),
    ],
)
def test_what_clocks_show_in_strange_nights(day: str, at: str, expected: str) -> None:
    moment = moment_of(date.fromisoformat(day), at, BERLIN)
    assert moment == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@given(
    now=st.datetimes(*BOUNDS, timezones=st.just(UTC)),
    day=st.sampled_from(DAYS),
    at=st.times().map("{:%H:%M}".format),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
)
def test_the_next_moment_comes_on_that_day_within_a_week(
    now: datetime, day: DayOfWeek, at: str, zone: ZoneInfo
) -> None:
    moment = next_moment(day, at, now, zone)
    assert now < moment <= now + timedelta(days=9)
    assert day in ("any day", DAYS[(moment - timedelta(hours=2)).astimezone(zone).isoweekday()]) or (
        day == DAYS[moment.astimezone(zone).isoweekday()]
    )


def test_a_time_that_is_now_comes_next_week() -> None:
    now = datetime(2027, 6, 7, 7, tzinfo=UTC)  # a Monday, 09:00 in Berlin
    assert next_moment("Monday", "09:00", now, BERLIN) == now + timedelta(days=7)
    assert next_moment("any day", "09:00", now, BERLIN) == now + timedelta(days=1)
