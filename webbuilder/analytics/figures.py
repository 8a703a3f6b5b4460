"""What came of a live site within a stretch of days: reckoned once for screens, programs and files."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel
from sqlalchemy import Date, Select, cast, func, select

from webbuilder import clock
from webbuilder.analytics.tables import SiteEvent
from webbuilder.problems import Problem
from webbuilder.workflows.moments import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site

USUAL, MOST = 30, 366  # days of a stretch
_MOST_LINES = 50
DEFINITIONS = {
    "views": "How often a page was shown to a person.",
    "visitors": "People, told apart by address and browser within a day, with nothing kept on their machines."
    " Whoever comes on two days is two. Whoever asks not to be followed is none.",
    "sent": "Forms that were sent, once however often a button was pressed.",
    "conversion": "Of a hundred visitors, how many sent a form.",
    "sources": "The campaign or source that a link names, else the site that led here, else directly;"
    " of whoever came by several on a day the first.",
    "apart": "What search engines and other machines looked at or sent, and what browsers fetched ahead."
    " It is counted nowhere else.",
}


class Day(BaseModel):
    """A day where the site is, and what came of it."""

    day: date
    views: int = 0
    visitors: int = 0
    sent: int = 0


class Page(BaseModel):
    """A page, and how it was looked at."""

    path: str
    views: int
    visitors: int


class Source(BaseModel):
    """By what visitors came, and how many of them sent a form."""

    source: str
    visitors: int
    converted: int


class Apart(BaseModel):
    """What is counted nowhere else, and why."""

    why: str
    many: int


class Figures(BaseModel):
    """What came of a site from one day to another, both among them, by the clocks of its `zone`.

    `converted` is how many visitors sent a form, `conversion` how many of a hundred that is, to one decimal;
    None where nobody came. `definitions` says what each figure is.
    """

    since: date
    until: date
    zone: str
    views: int
    visitors: int
    sent: int
    converted: int
    conversion: float | None
    days: list[Day]
    pages: list[Page]
    sources: list[Source]
    apart: list[Apart]
    definitions: dict[str, str]


def of_people(site_id: str, since: datetime, until: datetime) -> Select[SiteEvent]:
    """Select what people did on a site from one moment to before another."""
    mine = SiteEvent.site_id == site_id, SiteEvent.at >= since, SiteEvent.at < until
    return select(SiteEvent).where(*mine, SiteEvent.apart.is_(None))


def set_apart(site_id: str, since: datetime, until: datetime) -> Select[str | None, int]:
    """Select what is counted nowhere else, by why, and how much of each."""
    mine = SiteEvent.site_id == site_id, SiteEvent.at >= since, SiteEvent.at < until
    asked = select(SiteEvent.apart, func.count()).where(*mine, SiteEvent.apart.is_not(None))
    return asked.group_by(SiteEvent.apart).order_by(SiteEvent.apart)


def many(kind: str) -> ColumnElement[int]:
    """Return how many events of a kind there are."""
    return func.count().filter(SiteEvent.kind == kind)


def different(kind: str) -> ColumnElement[int]:
    """Return how many different visitors did something of a kind."""
    return func.count(SiteEvent.visitor.distinct()).filter(SiteEvent.kind == kind)


def day_in(zone: str) -> ColumnElement[date]:
    """Return the day of an event, as clocks of a zone show it."""
    return cast(func.timezone(zone, SiteEvent.at), Date)


def stretch(
    session: Session, site: Site, since: date | None = None, until: date | None = None
) -> tuple[date, date]:
    """Return the first and the last day of what is asked for: the last thirty where nothing is said.

    Raises:
        Problem: it ends before it begins, or is longer than a year.
    """
    today = clock.now(session, site.workspace_id).astimezone(ZoneInfo(site.zone)).date()
    last = until or today
    first = since or last - timedelta(days=USUAL - 1)
    if not timedelta() <= last - first < timedelta(days=MOST):
        words = f"Ask for {MOST} days at most, the first not behind the last."
        raise Problem(422, "not-a-stretch", words, errors=[{"pointer": "/since", "detail": words}])
    return first, last


def of(session: Session, site: Site, since: date | None = None, until: date | None = None) -> Figures:
    """Return what came of a site.

    Raises:
        Problem: what is asked for is no stretch of days.
    """
    first, last = stretch(session, site, since, until)
    zone = ZoneInfo(site.zone)
    ends = moment_of(first, "00:00", zone), moment_of(last + timedelta(days=1), "00:00", zone)
    of_it = of_people(site.id, *ends)
    views, visitors, sent, converted = session.execute(
        of_it.with_only_columns(many("view"), different("view"), many("sent"), different("sent"))
    ).one()
    return Figures(
        since=first,
        until=last,
        zone=site.zone,
        views=views,
        visitors=visitors,
        sent=sent,
        converted=converted,
        conversion=round(100 * converted / visitors, 1) if visitors else None,
        days=list(_days(session, of_it, site.zone, first, last)),
        pages=[Page(path=path, views=seen, visitors=by) for path, seen, by in session.execute(_pages(of_it))],
        sources=[
            Source(source=source or "", visitors=came, converted=did)
            for source, came, did in session.execute(_sources(of_it))
        ],
        apart=[Apart(why=why or "", many=count) for why, count in session.execute(set_apart(site.id, *ends))],
        definitions=DEFINITIONS,
    )


def _days(session: Session, of_it: Select[SiteEvent], zone: str, first: date, last: date) -> Iterator[Day]:
    """Yield each day, one on which nobody came as well."""
    day = day_in(zone).label("day")
    asked = of_it.with_only_columns(day, many("view"), different("view"), many("sent")).group_by(day)
    found: dict[date, tuple[Any, ...]] = {one[0]: tuple(one[1:]) for one in session.execute(asked)}
    for ahead in range((last - first).days + 1):
        views, visitors, sent = found.get(first + timedelta(days=ahead), (0, 0, 0))
        yield Day(day=first + timedelta(days=ahead), views=views, visitors=visitors, sent=sent)


def _pages(of_it: Select[SiteEvent]) -> Select[str, int, int]:
    looked = of_it.where(SiteEvent.kind == "view")
    views = many("view")
    asked = looked.with_only_columns(SiteEvent.path, views, different("view")).group_by(SiteEvent.path)
    return asked.order_by(views.desc(), SiteEvent.path).limit(_MOST_LINES)


def _sources(of_it: Select[SiteEvent]) -> Select[str | None, int, int]:
    came = different("view")
    told = of_it.where(SiteEvent.source.is_not(None))
    asked = told.with_only_columns(SiteEvent.source, came, different("sent")).group_by(SiteEvent.source)
    return asked.order_by(came.desc(), SiteEvent.source).limit(_MOST_LINES)
