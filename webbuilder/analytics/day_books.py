"""Days that are over are reckoned once: what they brought is kept, until something late comes to one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import Select, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock
from webbuilder.analytics import reckoning
from webbuilder.analytics.reckoning import DayBook
from webbuilder.analytics.tables import KeptDay

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site


SETTLES = timedelta(minutes=5)  # what was counted last may still be on its way into the database


def kept(site: Site, first: date, last: date) -> Select[KeptDay]:
    """Select the days of a stretch that were reckoned before."""
    mine = KeptDay.site_id == site.id, KeptDay.zone == site.zone
    return select(KeptDay).where(*mine, KeptDay.day.between(first, last))


def of(session: Session, site: Site, first: date, last: date) -> list[DayBook]:
    """Return what each day of a stretch brought; those that are over are reckoned once."""
    found = {one.day: DayBook.model_validate(one.book) for one in session.scalars(kept(site, first, last))}
    missing = [day for day in reckoning.days_between(first, last) if day not in found]
    if missing:
        found.update(_reckoned(session, site, missing))
    return [found[day] for day in reckoning.days_between(first, last)]


def _reckoned(session: Session, site: Site, missing: Collection[date]) -> dict[date, DayBook]:
    """Reckon the days that are missing, and keep those that are over."""
    settled = clock.now(session, site.workspace_id) - SETTLES
    today = settled.astimezone(ZoneInfo(site.zone)).date()
    over = [day for day in missing if day < today]
    if over:
        _one_at_a_time(session, site.id)
    books = reckoning.reckon(session, site, min(missing), max(missing))
    if over:
        rows = [
            {"site_id": site.id, "zone": site.zone, "day": day, "book": books[day].model_dump(mode="json")}
            for day in over
        ]
        session.execute(insert(KeptDay).values(rows).on_conflict_do_nothing())
    return books


def renew(session: Session, site_id: str, day: date) -> None:
    """Let a day be reckoned anew to which something late has come; by any clock it may be a day off."""
    _one_at_a_time(session, site_id)
    late = KeptDay.site_id == site_id, func.abs(KeptDay.day - day) <= 1
    session.execute(delete(KeptDay).where(*late))


def _one_at_a_time(session: Session, site_id: str) -> None:
    """Let nobody reckon days of a site while something late comes to one, nor the other way round."""
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"day books of {site_id}"))))
