"""What goes wrong with drafts that are shown by a link."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_ways as of_ways
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
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
    headers = {"user-agent": "Mozilla/5.0 (X11)", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    counting.viewed(store, site, Looker(headers, "GET", "127.0.0.9", ""), path, secrets.token_hex(16))


def _still_leads_there(original: Original, session: Session, site: Site, link_id: str) -> None:
    return


def _for_a_year(original: Original, session: Session, caller: Caller, site: Site) -> tuple[PreviewLink, str]:
    from datetime import timedelta

    link, token = original(session, caller, site)
    link.until += timedelta(days=365)
    return link, token


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
        (Function("webbuilder.publishing.beside:read_draft", _Shown(indexed=True)),),
    ),
    Fault(
        "looks-at-drafts-count",
        "A look at a draft counts as a look at the site.",
        "The more Maya's friends proof-read, the better her advertisement would seem.",
        "SYS-ANALYTICS",
        (of_ways.FOR_WHOM_IT_WAS_GIVEN,),
        "Analytics",
        (Function("webbuilder.publishing.beside:read_draft", _Shown(counted=True)),),
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
)
