"""What clocks show next, in the nights in which they are changed as well."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from support.clocks import next_time

BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("now", "hour", "shown"),
    [
        (datetime(2026, 3, 1, 6, tzinfo=UTC), 8, datetime(2026, 3, 1, 8, tzinfo=ZoneInfo(BERLIN))),
        (datetime(2026, 3, 1, 7, tzinfo=UTC), 8, datetime(2026, 3, 2, 8, tzinfo=ZoneInfo(BERLIN))),
        (datetime(2026, 3, 28, 9, tzinfo=UTC), 8, datetime(2026, 3, 29, 8, tzinfo=ZoneInfo(BERLIN))),
        (datetime(2026, 10, 24, 9, tzinfo=UTC), 8, datetime(2026, 10, 25, 8, tzinfo=ZoneInfo(BERLIN))),
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), 0, datetime(2026, 3, 30, 0, tzinfo=ZoneInfo(BERLIN))),
    ],
)
def test_an_hour_comes_when_clocks_show_it_next(now: datetime, hour: int, shown: datetime) -> None:
    assert next_time(BERLIN, hour, now) == shown
