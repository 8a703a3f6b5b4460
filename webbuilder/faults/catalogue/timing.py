"""What goes wrong with sites that go live, and off the net, at a time."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_ways as of_ways
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site


def _nothing_comes(original: Original, session: Session) -> int:
    return 0


def _the_last_release(original: Original, session: Session) -> int:
    from webbuilder.publishing import timetables

    found = session.scalars(timetables.due()).all()
    for one in found:
        one.live_at = one.off_at = None
    return len(found)


def _twice(original: Original, session: Session) -> int:
    from webbuilder.jobs import work
    from webbuilder.publishing import timetables

    for one in session.scalars(timetables.due()).all():
        if one.live_at:
            asked = {"site": one.site_id, "despite_warnings": True}
            work.ask(session, one.workspace_id, work.PUBLICATION, asked)
    many: int = original(session)
    return many


def _live_after_all(original: Original, session: Session) -> int:
    from webbuilder.publishing import service, timetables

    found = [one for one in session.scalars(timetables.due()).all() if one.live_at and one.off_at]
    many: int = original(session)
    for one in found:
        service.publish(session, one.workspace_id, one.site_id, despite_warnings=True)
    return many


def _at_once(original: Original, session: Session) -> int:
    from sqlalchemy import select

    from webbuilder.jobs import work
    from webbuilder.publishing.tables import Timetable

    found = session.scalars(select(Timetable).where(Timetable.live_at.is_not(None)).with_for_update()).all()
    for one in found:
        one.live_at = None
        asked = {"site": one.site_id, "despite_warnings": True}
        work.ask(session, one.workspace_id, work.PUBLICATION, asked)
    return len(found)


def _stays_live(original: Original, session: Session, workspace_id: str, site_id: str) -> None:
    return


def _any_time(
    original: Original,
    session: Session,
    site: Site,
    live_at: datetime | None,
    off_at: datetime | None,
    *,
    despite: bool,
) -> None:
    from webbuilder.publishing.tables import Timetable

    kept = Timetable(site_id=site.id, workspace_id=site.workspace_id, live_at=live_at, off_at=off_at)
    session.merge(kept)


FAULTS = (
    Fault(
        "nobody-looks-at-the-clock",
        "A site does not go live at its time.",
        "On Saturday at six there would be bread, and the price of Friday.",
        "LIVE-SITE",
        (of_ways.LIVE_WHEN_SAID, of_ways.OFF_WHEN_SAID),
        "Live Sites",
        (Function("webbuilder.publishing.timetables:by_now", _nothing_comes),),
    ),
    Fault(
        "its-time-brings-what-is-live",
        "At its time a site has what it has already.",
        "Maya would have said the time, written the price, and nothing would come of it.",
        "LIVE-SITE",
        (of_ways.LIVE_WHEN_SAID,),
        "Live Sites",
        (Function("webbuilder.publishing.timetables:by_now", _the_last_release),),
    ),
    Fault(
        "its-time-comes-twice",
        "At its time a site is published twice.",
        "Partners would be told of the sale twice, and going back would lead to the same.",
        "CONSISTENCY",
        (of_ways.LIVE_WHEN_SAID,),
        "Background Jobs",
        (Function("webbuilder.publishing.timetables:by_now", _twice),),
    ),
    Fault(
        "its-time-is-now",
        "A site goes live as soon as a time was said.",
        "Everybody would have the price before there is bread.",
        "LIVE-SITE",
        (of_ways.LIVE_WHEN_SAID,),
        "Live Sites",
        (Function("webbuilder.publishing.timetables:by_now", _at_once),),
    ),
    Fault(
        "what-is-over-comes-back",
        "A site that is off the net at its time is published once more.",
        "After a night without a worker the sale would be live for good.",
        "CONSISTENCY",
        (of_ways.OFF_WHEN_SAID,),
        "Background Jobs",
        (Function("webbuilder.publishing.timetables:by_now", _live_after_all),),
    ),
    Fault(
        "sites-stay-on-the-net",
        "A site does not go off the net at its time.",
        "On Monday the bread would still be sold at the price of the sale.",
        "LIVE-SITE",
        (of_ways.OFF_WHEN_SAID,),
        "Live Sites",
        (Function("webbuilder.publishing.timetables:_off", _stays_live),),
    ),
    Fault(
        "any-time-will-do",
        "Times that cannot be meant are taken.",
        "Whoever mistypes the year would wait for a sale that never begins.",
        "ERRORS",
        (of_ways.TIMES_THAT_FIT,),
        "Live Sites",
        (Function("webbuilder.publishing.timetables:keep", _any_time),),
    ),
)
