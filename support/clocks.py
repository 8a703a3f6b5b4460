"""What clocks show where: the evenings before they are changed, and days to come."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

_YEAR = 366


def evening_before_change(zone: str, ahead: int, hour: int, now: datetime) -> datetime:
    """Return the next evening, at an hour, behind which clocks of a zone are set forward (1) or back (-1).

    Raises:
        LookupError: they are not, within a year.
    """
    here = ZoneInfo(zone)
    today = now.astimezone(here).date()
    for days in range(_YEAR):
        evening = datetime.combine(today + timedelta(days=days), time(hour), here)
        change = (evening + timedelta(days=1)).utcoffset() or timedelta()
        change -= evening.utcoffset() or timedelta()
        if change * ahead > timedelta() and evening > now:
            return evening.astimezone(UTC)
    raise LookupError(f"clocks of {zone} are not changed so within a year")


def day_ahead(days: int, now: datetime) -> datetime:
    """Return the beginning of a day to come, as clocks of UTC show it."""
    return datetime.combine(now.astimezone(UTC).date() + timedelta(days=days), time(), UTC)


def next_time(zone: str, hour: int, now: datetime) -> datetime:
    """Return when clocks of a zone show a full hour next."""
    here = ZoneInfo(zone)
    today = now.astimezone(here).date()
    shown = (datetime.combine(today + timedelta(days=days), time(hour), here) for days in range(3))
    return next(one for one in (day.astimezone(UTC) for day in shown) if one > now)
