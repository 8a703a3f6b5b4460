"""What goes wrong with telling whence people came to a site, and what came of it."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from webbuilder.analytics.figures import Figures
    from webbuilder.analytics.looking import Looker
    from webbuilder.analytics.tables import SiteEvent
    from webbuilder.connector.tables import Submission
    from webbuilder.sites.tables import Site


def _directly(original: Original, who: Looker, host: str) -> str:
    return "directly"


def _the_last(original: Original, site_id: str, visitor: str | None) -> Select[str | None]:
    from sqlalchemy import false

    found: Select[str | None] = original(site_id, visitor)
    return found.where(false())


def _its_own_pages(original: Original, who: Looker, host: str) -> str:
    source: str = original(who, "")
    return source


def _twice(original: Original, session: Session, stored: Submission, view: str) -> None:
    from webbuilder.analytics.tables import SiteEvent

    original(session, stored, view)
    if stored.times_sent > 1:
        original.fired()
        kept = {name: getattr(stored, name) for name in ("workspace_id", "site_id")}
        again = {"kind": "sent", "path": "/", "visitor": None, "source": None, "apart": None}
        again["trace_id"] = stored.trace_id
        session.add(SiteEvent(id=f"again:{stored.id}", at=stored.sent_at, **kept, **again))


def _by_nobody(original: Original, session: Session, stored: Submission, view: str) -> None:
    original(session, stored, "")


def _machines_too(original: Original, site_id: str, since: datetime, until: datetime) -> Select[SiteEvent]:
    from sqlalchemy import select

    from webbuilder.analytics.tables import SiteEvent

    mine = SiteEvent.site_id == site_id, SiteEvent.at >= since, SiteEvent.at < until
    return select(SiteEvent).where(*mine)


def _of_sent_forms(original: Original, kind: str) -> ColumnElement[int]:
    different: ColumnElement[int] = original("sent" if kind == "view" else "view")
    return different


def _one_day_less(
    original: Original,
    session: Session,
    site: Site,
    since: date | None = None,
    until: date | None = None,
) -> Figures:
    found: Figures = original(session, site, since, until)
    return found.model_copy(update={"days": found.days[:-1]})


def _whosesoever(original: Original, session: Session, workspace_id: str, site_id: str) -> Site:
    from webbuilder.sites.tables import Site

    return session.get_one(Site, site_id)


FAULTS = (
    Fault(
        "everybody-comes-directly",
        "By what somebody comes is not told.",
        "Maya would pay for both advertisements for another year.",
        "SYS-ANALYTICS",
        (of_people.WHENCE_TOLD,),
        "Analytics",
        (Function("webbuilder.analytics.looking:source_of", _directly),),
    ),
    Fault(
        "a-site-leads-to-itself",
        "Whoever goes from page to page counts as come by the site itself.",
        "The best of all sources would be the bakery's own pages.",
        "SYS-ANALYTICS",
        (of_people.WHENCE_TOLD,),
        "Analytics",
        (Function("webbuilder.analytics.looking:source_of", _its_own_pages),),
    ),
    Fault(
        "each-way-has-its-visitor",
        "Whoever comes by two ways on a day counts for both.",
        "The sources would bring more people than came.",
        "CONSISTENCY",
        (of_people.WHENCE_TOLD,),
        "Analytics",
        (Query("webbuilder.analytics.counting:first_source", _the_last),),
    ),
    Fault(
        "pressed-twice-is-sent-twice",
        "A form counts as often as its button is pressed.",
        "Impatient people would make the better advertisement.",
        "CONSISTENCY",
        (of_people.CONVERSION_TOLD,),
        "Analytics",
        (Function("webbuilder.analytics.counting:sent", _twice, counts_itself=True),),
    ),
    Fault(
        "who-sent-it-is-not-known",
        "Who sent a form is not told together with how they came.",
        "Nobody would ever have signed up of those who came.",
        "CONSISTENCY",
        (of_people.CONVERSION_TOLD,),
        "Analytics",
        (Function("webbuilder.analytics.counting:sent", _by_nobody),),
    ),
    Fault(
        "programs-send-forms-that-count",
        "What is set apart counts all the same.",
        "A program that fills in forms would be the town's most eager customer.",
        "SYS-ANALYTICS",
        (of_people.CONVERSION_TOLD, of_people.MACHINES_APART),
        "Analytics",
        (Query("webbuilder.analytics.reckoning:of_people", _machines_too),),
    ),
    Fault(
        "conversion-upside-down",
        "Who came and who sent a form are taken for one another.",
        "Of a hundred who came two hundred would have signed up.",
        "SYS-ANALYTICS",
        (of_people.CONVERSION_TOLD, of_people.EACH_LOOK_COUNTS),
        "Analytics",
        (Function("webbuilder.analytics.reckoning:different", _of_sent_forms),),
    ),
    Fault(
        "files-lack-today",
        "The days of a stretch lack the last one.",
        "What Maya shows her bank would not be what she reads.",
        "CONSISTENCY",
        (of_people.TOLD_THE_SAME,),
        "Analytics",
        (Function("webbuilder.analytics.figures:of", _one_day_less),),
    ),
    Fault(
        "competitors-read-visits",
        "Whoever knows the address of a site reads what came of it.",
        "Ravi would know what Maya's advertisement brings before she does.",
        "ACCOUNTS",
        (of_people.NOBODY_ELSES_VISITS,),
        "Analytics",
        (Function("webbuilder.sites.service:one", _whosesoever),),
    ),
)
