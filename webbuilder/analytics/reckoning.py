"""What each day of a site brought, reckoned from what was counted.

Visitors are told apart within a day alone, so whatever is counted of them adds up over days.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pydantic import BaseModel
from sqlalchemy import Date, Select, cast, func, select

from webbuilder.analytics.tables import SiteEvent
from webbuilder.workflows.moments import moment_of

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site

Pair = tuple[int, int]


class DayBook(BaseModel):
    """What a day brought.

    `pages` has views and visitors by path, `sources` visitors and those of them who sent a form,
    `events` how often and by how many visitors what an owner named, `apart` how much by why.
    """

    day: date
    views: int = 0
    visitors: int = 0
    began: int = 0
    beginners: int = 0
    sent: int = 0
    converted: int = 0
    pages: dict[str, Pair] = {}
    sources: dict[str, Pair] = {}
    events: dict[str, Pair] = {}
    apart: dict[str, int] = {}


def of_people(site_id: str, since: datetime, until: datetime) -> Select[SiteEvent]:
    """Select what people did on a site from one moment to before another."""
    mine = SiteEvent.site_id == site_id, SiteEvent.at >= since, SiteEvent.at < until
    return select(SiteEvent).where(*mine, SiteEvent.apart.is_(None))


def set_apart(site_id: str, since: datetime, until: datetime) -> Select[SiteEvent]:
    """Select what is counted nowhere else from one moment to before another."""
    mine = SiteEvent.site_id == site_id, SiteEvent.at >= since, SiteEvent.at < until
    return select(SiteEvent).where(*mine, SiteEvent.apart.is_not(None))


def many(kind: str) -> ColumnElement[int]:
    """Return how many events of a kind there are."""
    return func.count().filter(SiteEvent.kind == kind)


def different(kind: str) -> ColumnElement[int]:
    """Return how many different visitors did something of a kind."""
    return func.count(SiteEvent.visitor.distinct()).filter(SiteEvent.kind == kind)


def day_in(zone: str) -> ColumnElement[date]:
    """Return the day of an event, as clocks of a zone show it."""
    return cast(func.timezone(zone, SiteEvent.at), Date)


def ends(zone: str, first: date, last: date) -> tuple[datetime, datetime]:
    """Return when a stretch of days begins, and when the day behind it does."""
    clocks = ZoneInfo(zone)
    return moment_of(first, "00:00", clocks), moment_of(last + timedelta(days=1), "00:00", clocks)


def reckon(session: Session, site: Site, first: date, last: date) -> dict[date, DayBook]:
    """Return what each day of a stretch brought, one on which nobody came as well."""
    books = {day: DayBook(day=day) for day in days_between(first, last)}
    stretch = ends(site.zone, first, last)
    day, of_it = day_in(site.zone).label("day"), of_people(site.id, *stretch)
    columns = {
        "views": many("view"),
        "visitors": different("view"),
        "began": many("began"),
        "beginners": different("began"),
        "sent": many("sent"),
        "converted": different("sent"),
    }
    whole = of_it.with_only_columns(day, *(column.label(name) for name, column in columns.items()))
    for row in session.execute(whole.group_by(day)).mappings():
        books[row["day"]] = DayBook.model_validate(dict(row))
    looked = of_it.where(SiteEvent.kind == "view")
    by_path = looked.with_only_columns(day, SiteEvent.path, many("view"), different("view"))
    for at, path, views, visitors in session.execute(by_path.group_by(day, SiteEvent.path)):
        books[at].pages[path] = views, visitors
    told = of_it.where(SiteEvent.source.is_not(None))
    by_source = told.with_only_columns(day, SiteEvent.source, different("view"), different("sent"))
    for at, source, came, did in session.execute(by_source.group_by(day, SiteEvent.source)):
        books[at].sources[source or ""] = came, did
    _add_the_rest(session, site, books, of_it)
    return books


def _add_the_rest(session: Session, site: Site, books: dict[date, DayBook], of_it: Select[SiteEvent]) -> None:
    """Add what owners named themselves, and what is set apart."""
    day = day_in(site.zone).label("day")
    named = of_it.where(SiteEvent.kind == "own")
    by_name = named.with_only_columns(day, SiteEvent.name, many("own"), different("own"))
    for at, name, times, by in session.execute(by_name.group_by(day, SiteEvent.name)):
        books[at].events[name or ""] = times, by
    apart = set_apart(site.id, *ends(site.zone, min(books), max(books)))
    by_why = apart.with_only_columns(day, SiteEvent.apart, func.count())
    for at, why, times in session.execute(by_why.group_by(day, SiteEvent.apart)):
        books[at].apart[why or ""] = times


def days_between(first: date, last: date) -> list[date]:
    """Return the days of a stretch, both ends among them."""
    return [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
