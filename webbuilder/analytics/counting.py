"""Counting looks and sent forms, without a cookie, a script, or anything that names somebody.

Visitors of one day are told apart by a digest of address and browser, salted anew each day; yesterday's salt
is thrown away, so that nobody can be found again or be followed from day to day.
"""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from fastapi import Depends, Query, Request
from sqlalchemy import Select, delete, select, text
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock
from webbuilder.analytics.tables import DaySalt, SiteEvent
from webbuilder.workflows import following

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy.orm import Session

    from webbuilder.connector.tables import Submission
    from webbuilder.sites.tables import Site

MACHINE, AHEAD = "by a machine", "fetched ahead"
SENT_BY_MACHINE = "sent by a machine"
_LONGEST = 200  # characters of a source
# How those call themselves that read for search engines, previews and watchdogs.
_READS_FOR_OTHERS = re.compile(
    r"bot\b|crawl|spider|slurp|scan|monitor|externalhit|preview|feedfetcher", re.IGNORECASE
)
_BROWSERS_WISH = ("dnt", "sec-gpc")  # Do Not Track; Global Privacy Control
_KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Looker:
    """Who asks for a page, as far as the request tells: headers, method, address, and a named source."""

    headers: Mapping[str, str]
    method: str
    address: str
    named: str

    @property
    def may_be_followed(self) -> bool:
        """Whether its user's browser does not ask for the contrary."""
        return not any(self.headers.get(wish) == "1" for wish in _BROWSERS_WISH)


Named = Annotated[str, Query(description="By what link somebody comes, as its owner named it.")]


def looker(request: Request, utm_campaign: Named = "", utm_source: Named = "") -> Looker:
    """Return who asks for a page; the campaign that a link names says more than the source that it names."""
    address = request.client.host if request.client else ""
    return Looker(request.headers, request.method, address, _worded(utm_campaign) or _worded(utm_source))


def _worded(said: str) -> str:
    """Return words as they can be stored and shown: what is none of them, a NUL among it, is left out."""
    return " ".join("".join(one if one.isprintable() else " " for one in said).split())


Looking = Annotated[Looker, Depends(looker)]


def why_apart(who: Looker) -> str | None:
    """Return why somebody's looks are set apart; None of people."""
    if following.is_ahead(who.headers):
        return AHEAD
    reads_for_others = _READS_FOR_OTHERS.search(who.headers.get("user-agent", ""))
    return MACHINE if reads_for_others or not following.is_person(who.headers, who.method) else None


def source_of(who: Looker, host: str) -> str:
    """Return by what somebody comes: a link that says so, another site, or directly."""
    if who.named:
        return who.named[:_LONGEST]
    elsewhere = _host_of(who.headers.get("referer", ""))
    return "directly" if elsewhere in {"", host.partition(":")[0]} else elsewhere[:_LONGEST]


def _host_of(address: str) -> str:
    """Return the host of an address; nothing where a browser, or whatever asks, sent none that is one."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def salt_of(workspace_id: str, day: date) -> Select[str]:
    """Select what visitors of a day are digested with."""
    return select(DaySalt.salt).where(DaySalt.workspace_id == workspace_id, DaySalt.day == day)


def _salt(session: Session, workspace_id: str, day: date) -> str:
    """Return what visitors of a day are digested with, and throw those of earlier days away."""
    if salt := session.scalar(salt_of(workspace_id, day)):
        return salt
    made = insert(DaySalt).values(workspace_id=workspace_id, day=day, salt=secrets.token_hex(16))
    session.execute(made.on_conflict_do_nothing())
    over = DaySalt.workspace_id == workspace_id, DaySalt.day < day - _KEPT_FOR
    session.execute(delete(DaySalt).where(*over))
    return session.scalars(salt_of(workspace_id, day)).one()


def visitor_of(session: Session, site: Site, who: Looker) -> str | None:
    """Return what tells a visitor from others of a day on a site; None of whoever is not to be followed."""
    if not who.may_be_followed:
        return None
    day = clock.now(session, site.workspace_id).astimezone(ZoneInfo(site.zone)).date()
    salt = _salt(session, site.workspace_id, day)
    told = "\n".join((site.id, day.isoformat(), who.address, who.headers.get("user-agent", "")))
    return hmac.new(salt.encode(), told.encode(), "sha256").hexdigest()[:24]


def first_source(site_id: str, visitor: str | None) -> Select[str | None]:
    """Select by what a visitor came first on that day; who comes back by another way came by the first."""
    mine = SiteEvent.site_id == site_id, SiteEvent.visitor == visitor
    return select(SiteEvent.source).where(*mine).order_by(SiteEvent.at).limit(1)


def without_waiting(session: Session) -> None:
    """Let a transaction that counts a look, and does nothing else, not wait for the disk.

    What a database that is killed loses of the last moment is worth less than every visitor's waiting.
    """
    session.execute(text("set local synchronous_commit to off"))


def viewed(session: Session, site: Site, who: Looker, path: str, view: str) -> None:
    """Count a look at a page, once for each view."""
    apart = why_apart(who)
    visitor = visitor_of(session, site, who) if apart is None else None
    came_by = session.scalar(first_source(site.id, visitor)) if visitor else None
    session.execute(
        insert(SiteEvent)
        .values(
            id=f"view:{view}",
            workspace_id=site.workspace_id,
            site_id=site.id,
            kind="view",
            path=f"/{path}",
            visitor=visitor,
            source=came_by or (source_of(who, who.headers.get("host", "")) if visitor else None),
            apart=apart,
            at=clock.now(session, site.workspace_id),
        )
        .on_conflict_do_nothing()
    )


def sent(session: Session, stored: Submission, view: str) -> None:
    """Count a form that was sent, once for each submission, with the visitor and source of its view."""
    seen = session.get(SiteEvent, f"view:{view}")
    session.execute(
        insert(SiteEvent)
        .values(
            id=f"sent:{stored.id}",
            workspace_id=stored.workspace_id,
            site_id=stored.site_id,
            kind="sent",
            path=seen.path if seen else "/",
            visitor=seen.visitor if seen else None,
            source=seen.source if seen else None,
            apart=SENT_BY_MACHINE if stored.held_because else None,
            at=stored.sent_at,
        )
        .on_conflict_do_nothing()
    )
