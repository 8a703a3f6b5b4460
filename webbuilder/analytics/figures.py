"""What came of a live site within a stretch of days: reckoned once for screens, programs and files."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from webbuilder import clock
from webbuilder.analytics import day_books, funnel, reckoning
from webbuilder.analytics.funnel import Stage
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from webbuilder.analytics.reckoning import Pair
    from webbuilder.sites.tables import Site

USUAL, MOST = 30, 366  # days of a stretch
_MOST_LINES = 50
DEFINITIONS = {
    "views": "How often a page was shown to a person.",
    "visitors": "People, told apart by address and browser within a day, with nothing kept on their machines."
    " Whoever comes on two days is two. Whoever asks not to be followed is none.",
    "began": "Forms that somebody began to fill in, sent or not.",
    "sent": "Forms that were sent, once however often a button was pressed.",
    "conversion": "Of a hundred visitors, how many sent a form.",
    "funnel": "Visitors, those of them who began a form and who sent one; then of how many forms a letter"
    " came, was opened, and had its button pressed.",
    "sources": "The campaign or source that a link names, else the site that led here, else directly;"
    " of whoever came by several on a day the first.",
    "events": "What your own programs told by a name: once for each id, on the day on which it happened.",
    "apart": "What search engines and other machines looked at or sent, what browsers fetched ahead, and what"
    " those who work here looked at. It is counted nowhere else.",
}


class Day(BaseModel):
    """A day where the site is, and what came of it."""

    day: date
    views: int = 0
    visitors: int = 0
    began: int = 0
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


class Named(BaseModel):
    """What an owner named, how often it happened, and to how many visitors."""

    name: str
    many: int
    visitors: int


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
    began: int
    sent: int
    converted: int
    conversion: float | None
    days: list[Day]
    pages: list[Page]
    sources: list[Source]
    funnel: list[Stage]
    events: list[Named]
    apart: list[Apart]
    definitions: dict[str, str]


def stretch(
    session: Session, site: Site, since: date | None = None, until: date | None = None
) -> tuple[date, date]:
    """Return the first and the last day of what is asked for: the last thirty where nothing is said.

    Raises:
        Problem: it ends before it begins, or is longer than a year.
    """
    today = clock.now(session, site.workspace_id).astimezone(ZoneInfo(site.zone)).date()
    last = until or today
    first = since or max(last, date.min + timedelta(days=USUAL)) - timedelta(days=USUAL - 1)
    known = site.created_at.date() - timedelta(days=MOST) <= first and last <= today + timedelta(days=MOST)
    if not known or not timedelta() <= last - first < timedelta(days=MOST):
        words = f"Ask for {MOST} days at most, the first not behind the last, no years before or ahead."
        raise Problem(422, "not-a-stretch", words, errors=[{"pointer": "/since", "detail": words}])
    return first, last


def of(session: Session, site: Site, since: date | None = None, until: date | None = None) -> Figures:
    """Return what came of a site.

    Raises:
        Problem: what is asked for is no stretch of days.
    """
    first, last = stretch(session, site, since, until)
    books = day_books.of(session, site, first, last)
    visitors, converted = (sum(getattr(book, name) for book in books) for name in ("visitors", "converted"))
    pages, sources = added(book.pages for book in books), added(book.sources for book in books)
    apart: dict[str, int] = defaultdict(int)
    for book in books:
        for why, many in book.apart.items():
            apart[why] += many
    return Figures(
        since=first,
        until=last,
        zone=site.zone,
        views=sum(book.views for book in books),
        visitors=visitors,
        began=sum(book.began for book in books),
        sent=sum(book.sent for book in books),
        converted=converted,
        conversion=round(100 * converted / visitors, 1) if visitors else None,
        days=[Day.model_validate(book, from_attributes=True) for book in books],
        pages=[Page(path=path, views=views, visitors=by) for path, (views, by) in pages],
        sources=[Source(source=one, visitors=came, converted=did) for one, (came, did) in sources],
        funnel=funnel.of(session, site, books, reckoning.ends(site.zone, first, last)),
        events=[
            Named(name=name, many=many, visitors=by)
            for name, (many, by) in added(book.events for book in books)
        ],
        apart=[Apart(why=why, many=many) for why, many in sorted(apart.items())],
        definitions=DEFINITIONS,
    )


def added(days: Iterable[Mapping[str, Pair]]) -> list[tuple[str, Pair]]:
    """Return what several days brought, added up by name, the most first; those of no matter left out."""
    found: dict[str, Pair] = {}
    for day in days:
        for name, (one, other) in day.items():
            before = found.get(name, (0, 0))
            found[name] = before[0] + one, before[1] + other
    return sorted(found.items(), key=lambda item: (-item[1][0], item[0]))[:_MOST_LINES]
