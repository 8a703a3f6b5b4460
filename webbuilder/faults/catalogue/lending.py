"""What goes wrong with drafts that are shown by a link, and with sites that go live at a time."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_ways as of_ways
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session
    from starlette.responses import Response

    from webbuilder.accounts.service import Caller
    from webbuilder.publishing.tables import PreviewLink
    from webbuilder.sites.tables import Site


def _what_is_live(original: Original, session: Session, slug: str, token: str, path: str) -> str:
    from webbuilder.publishing import pages, service

    release, _ = service.live(session, slug)
    return pages.served(service.live_page(release, ""), lambda _form: "preview")


def _first_page(original: Original, session: Session, slug: str, token: str, path: str) -> str:
    shown: str = original(session, slug, token, "")
    return shown


def _any_token(original: Original, token: str) -> Select[PreviewLink]:
    from sqlalchemy import select

    from webbuilder.publishing.tables import PreviewLink

    return select(PreviewLink).order_by(PreviewLink.made_at.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A draft that is shown otherwise: to be indexed, or counted as a look."""

    indexed: bool = False
    counted: bool = False

    def __call__(self, original: Original, slug: str, store: Session, token: str, path: str = "") -> Response:
        answer: Response = original(slug, store, token, path)
        if self.indexed:
            del answer.headers["x-robots-tag"]
        if self.counted:
            _count(store, slug, path)
        return answer


def _count(store: Session, slug: str, path: str) -> None:
    import secrets

    from webbuilder.analytics import counting
    from webbuilder.analytics.looking import Looker
    from webbuilder.sites import addresses

    site = store.scalars(addresses.with_slug(slug)).one()
    headers = {"user-agent": "Mozilla/5.0", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    counting.viewed(store, site, Looker(headers, "GET", "127.0.0.9", ""), path, secrets.token_hex(16))


def _still_leads_there(original: Original, session: Session, site: Site, link_id: str) -> None:
    return


def _for_a_year(original: Original, session: Session, caller: Caller, site: Site) -> tuple[PreviewLink, str]:
    from datetime import timedelta

    link, token = original(session, caller, site)
    link.until += timedelta(days=365)
    return link, token


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
        "links-show-what-is-live",
        "A link to a draft shows what visitors have.",
        "Noor would proof-read last week's page.",
        "LIVE-SITE",
        (of_ways.FOR_WHOM_IT_WAS_GIVEN,),
        "Live Sites",
        (Function("webbuilder.publishing.preview_links:shown", _what_is_live),),
    ),
    Fault(
        "links-show-the-first-page-alone",
        "A link to a draft shows its first page, whichever is asked for.",
        "Nobody would read the menu before a thousand others do.",
        "LIVE-SITE",
        (of_ways.FOR_WHOM_IT_WAS_GIVEN,),
        "Live Sites",
        (Function("webbuilder.publishing.preview_links:shown", _first_page),),
    ),
    Fault(
        "any-link-shows-a-draft",
        "A link that nobody made shows a draft.",
        "Ravi would know Maya's prices before her customers do.",
        "SECURITY",
        (of_ways.FOR_WHOM_IT_WAS_GIVEN,),
        "Live Sites",
        (Query("webbuilder.publishing.preview_links:with_token", _any_token),),
    ),
    Fault(
        "drafts-are-indexed",
        "Machines that are given a link to a draft are not told to forget it.",
        "The price that Maya only considered would be found by whoever searches for it.",
        "SECURITY",
        (of_ways.FOR_WHOM_IT_WAS_GIVEN,),
        "Live Sites",
        (Function("webbuilder.publishing.live:read_draft", _Shown(indexed=True)),),
    ),
    Fault(
        "looks-at-drafts-count",
        "A look at a draft counts as a look at the site.",
        "The more Maya's friends proof-read, the better her advertisement would seem.",
        "SYS-ANALYTICS",
        (of_ways.FOR_WHOM_IT_WAS_GIVEN,),
        "Analytics",
        (Function("webbuilder.publishing.live:read_draft", _Shown(counted=True)),),
    ),
    Fault(
        "links-cannot-be-taken-back",
        "A link to a draft that was taken back leads there all the same.",
        "Whoever left the bakery in anger would read along for ever.",
        "SECURITY",
        (of_ways.TAKEN_BACK,),
        "Live Sites",
        (Function("webbuilder.publishing.preview_links:take_back", _still_leads_there),),
    ),
    Fault(
        "links-last-for-a-year",
        "A link to a draft leads there longer than was said.",
        "An address in an old letter would show next year's prices.",
        "SECURITY",
        (of_ways.TAKEN_BACK,),
        "Live Sites",
        (Function("webbuilder.publishing.preview_links:make", _for_a_year),),
    ),
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
