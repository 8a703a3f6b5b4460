"""What goes wrong with telling how far people go, and with what programs tell."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session
    from starlette.responses import Response

    from webbuilder.analytics.looking import Looker
    from webbuilder.analytics.own_events import Told
    from webbuilder.analytics.reckoning import DayBook
    from webbuilder.analytics.tables import SiteEvent
    from webbuilder.sites.tables import Site


def _not_counted(original: Original, session: Session, site: Site, form_id: str, view: str) -> None:
    return


def _whatever_is_made_up(original: Original, slug: str, store: Session, form_id: str, token: str) -> Response:
    from starlette.responses import Response

    from webbuilder.problems import Problem
    from webbuilder.publishing.beside import NOTHING

    try:
        return original(slug, store, form_id, token)  # type: ignore[no-any-return]  # as its target
    except Problem:
        return Response(NOTHING, media_type="image/gif", headers={"Cache-Control": "no-store"})


def _no_letters(original: Original, site: Site, since: datetime, until: datetime) -> Select[int, int, int]:
    from sqlalchemy import false

    found: Select[int, int, int] = original(site, since, until)
    return found.where(false())


def _like_anybody(original: Original, who: Looker, form_key: str) -> bool:
    return False


def _nothing_of_it(
    original: Original, session: Session, site: Site, books: dict[date, DayBook], of_it: Select[SiteEvent]
) -> None:
    original(session, site, books, of_it)
    for book in books.values():
        book.events = {}


def _as_often_as_told(original: Original, session: Session, site: Site, told: Told) -> SiteEvent:
    from webbuilder import database

    again = told.model_copy(update={"id": f"{told.id}-{database.new_id('again')}"})
    return original(session, site, again)  # type: ignore[no-any-return]  # as its target


def _stays_as_it_was(original: Original, session: Session, site_id: str, day: date) -> None:
    return


def _whenever(original: Original, session: Session, site: Site, told: Told) -> SiteEvent:
    now = told.model_copy(update={"at": None})
    return original(session, site, now)  # type: ignore[no-any-return]  # as its target


FAULTS = (
    Fault(
        "begun-forms-are-not-counted",
        "That somebody begins to fill in a form is not counted.",
        "Maya would blame the page for what the form drives away.",
        "SYS-ANALYTICS",
        (of_people.BEGUN_COUNTS,),
        "Analytics",
        (Function("webbuilder.analytics.counting:began", _not_counted),),
    ),
    Fault(
        "what-is-made-up-is-taken",
        "Whoever makes up that a form was begun is told that it was taken.",
        "A competitor's program would tell the town's most begun form, and find nothing wrong with it.",
        "SECURITY",
        (of_people.BEGUN_COUNTS,),
        "Live Sites",
        (Function("webbuilder.publishing.beside:begin", _whatever_is_made_up),),
    ),
    Fault(
        "letters-are-left-out",
        "How far people go is told without the letters that they got.",
        "Nobody could say whether the letter is worth its postage.",
        "X-COORDINATION",
        (of_people.HOW_FAR_TOLD,),
        "Analytics",
        (Query("webbuilder.analytics.funnel:letters", _no_letters),),
    ),
    Fault(
        "owners-look-like-visitors",
        "Those who work on a site count as its visitors.",
        "The more Maya looks at her own page, the worse it would seem to do.",
        "SYS-ANALYTICS",
        (of_people.OWN_LOOKS_APART,),
        "Analytics",
        (Function("webbuilder.analytics.looking:works_here", _like_anybody),),
    ),
    Fault(
        "what-programs-tell-is-lost",
        "What programs tell stands in no figure.",
        "Bread that is paid at the till would come of nothing.",
        "SYS-ANALYTICS",
        (of_people.PROGRAMS_COUNT_ONCE,),
        "Analytics",
        (Function("webbuilder.analytics.reckoning:_add_the_rest", _nothing_of_it),),
    ),
    Fault(
        "told-twice-happens-twice",
        "What a program tells again counts again.",
        "On days with a bad line the bakery would sell twice as much.",
        "CONSISTENCY",
        (of_people.PROGRAMS_COUNT_ONCE,),
        "Analytics",
        (Function("webbuilder.analytics.own_events:tell", _as_often_as_told),),
    ),
    Fault(
        "late-comes-too-late",
        "What is told late of a day that was read already stands on no day.",
        "Sunday's orders would be missing from every month's report.",
        "CONSISTENCY",
        (of_people.PROGRAMS_COUNT_ONCE,),
        "Analytics",
        (Function("webbuilder.analytics.day_books:renew", _stays_as_it_was),),
    ),
    Fault(
        "whenever-is-now",
        "What cannot have happened when it was told for is counted now.",
        "A till whose clock is wrong by a year would fill tomorrow's figures.",
        "ERRORS",
        (of_people.IMPOSSIBLE_REFUSED,),
        "Analytics",
        (Function("webbuilder.analytics.own_events:tell", _whenever),),
    ),
)
