"""Counting looks and sent forms, without a cookie, a script, or anything that names somebody.

Visitors of one day are told apart by a digest of address and browser, salted anew each day; a salt is thrown
away with the next day but one, so that nobody can be found again or be followed from day to day.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, delete, select, text
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock
from webbuilder.analytics import looking
from webbuilder.analytics.tables import DaySalt, SiteEvent

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from webbuilder.analytics.looking import Looker
    from webbuilder.connector.tables import Submission
    from webbuilder.sites.tables import Site

SENT_BY_MACHINE = "sent by a machine"
_KEPT_FOR = timedelta(days=1)  # sites of one workspace begin their days at different moments


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


def of_site(site_id: str) -> Select[SiteEvent]:
    """Select what was counted on a site, what is set apart as well."""
    return select(SiteEvent).where(SiteEvent.site_id == site_id)


def count(session: Session, site_id: str, workspace_id: str, **event: Any) -> None:
    """Count an event, by its `id` once."""
    made = insert(SiteEvent).values(site_id=site_id, workspace_id=workspace_id, **event)
    session.execute(made.on_conflict_do_nothing())


def of_view(seen: SiteEvent | None) -> dict[str, str | None]:
    """Return what an event has of the view that it comes of; of one that nobody saw, nothing."""
    if seen is None:
        return {"path": "/", "visitor": None, "source": None}
    return {"path": seen.path, "visitor": seen.visitor, "source": seen.source}


def viewed(session: Session, site: Site, who: Looker, path: str, view: str) -> None:
    """Count a look at a page, once for each view."""
    apart = looking.OWN if looking.works_here(who, site.form_key) else looking.why_apart(who)
    visitor = visitor_of(session, site, who) if apart is None else None
    came_by = session.scalar(first_source(site.id, visitor)) if visitor else None
    count(
        session,
        site.id,
        site.workspace_id,
        id=f"view:{view}",
        kind="view",
        path=f"/{path}",
        visitor=visitor,
        source=came_by or (looking.source_of(who, who.headers.get("host", "")) if visitor else None),
        apart=apart,
        trace_id=view,
        at=clock.now(session, site.workspace_id),
    )


def began(session: Session, site: Site, form_id: str, view: str) -> None:
    """Count a form that somebody begins to fill in, once for each view of it, with its visitor and source."""
    seen = session.get(SiteEvent, f"view:{view}")
    if seen is None:
        return
    count(
        session,
        site.id,
        site.workspace_id,
        id=f"began:{view}:{form_id}",
        kind="began",
        apart=seen.apart,
        trace_id=view,
        at=clock.now(session, site.workspace_id),
        **of_view(seen),
    )


def sent(session: Session, stored: Submission, view: str) -> None:
    """Count a form that was sent, once for each submission, with the visitor and source of its view."""
    seen = session.get(SiteEvent, f"view:{view}")
    own = looking.OWN if seen is not None and seen.apart == looking.OWN else None
    count(
        session,
        stored.site_id,
        stored.workspace_id,
        id=f"sent:{stored.id}",
        kind="sent",
        apart=SENT_BY_MACHINE if stored.held_because else own,
        trace_id=stored.trace_id,
        at=stored.sent_at,
        **of_view(seen),
    )
