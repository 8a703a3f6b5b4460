"""When it is a time of day somewhere, in whatever night.

A time that clocks leave out in a night is the moment that much behind the one they leave from, and of one
that they show twice it is the first (RFC 5545 §3.3.5).
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

DayOfWeek = Literal["any day", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAYS: tuple[DayOfWeek, ...] = get_args(DayOfWeek)


def moment_of(day: date, at: str, zone: ZoneInfo) -> datetime:
    """Return when clocks of a zone show a time, such as 09:00, of a day."""
    return datetime.combine(day, time.fromisoformat(at), zone).astimezone(UTC)


def next_moment(day: DayOfWeek, at: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Return the next moment behind `now` at which clocks of a zone show a time of a day of the week."""
    today = now.astimezone(zone).date()
    days = (today + timedelta(days=ahead) for ahead in range(9))
    fitting = (one for one in days if day in ("any day", DAYS[one.isoweekday()]))
    return next(moment for one in fitting if (moment := moment_of(one, at, zone)) > now)
