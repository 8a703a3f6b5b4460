"""Sites that go live by themselves at a time that their owner said, and off the net at another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, or_, select

from webbuilder import clock, database
from webbuilder.accounts.tables import Workspace
from webbuilder.jobs import work
from webbuilder.problems import misfit
from webbuilder.publishing import service
from webbuilder.publishing.tables import Timetable
from webbuilder.sites import service as sites
from webbuilder.sites.tables import Site
from webbuilder.tracing import action

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

_MOST = 20  # that are taken up at one look


def of(session: Session, site: Site) -> Timetable:
    """Return when a site goes live and off the net; of one that nobody said anything about, never."""
    found = session.get(Timetable, site.id)
    return found or Timetable(site_id=site.id, workspace_id=site.workspace_id, live_at=None, off_at=None)


def keep(
    session: Session, site: Site, live_at: datetime | None, off_at: datetime | None, *, despite: bool
) -> None:
    """Let a site go live and off the net by itself, at these times and no others.

    Raises:
        LookFirst: there are warnings, and the owner has not said that they may stand.
        Problem: a time is over, or it would go off the net before it is live; or the site was put away.
    """
    sites.refuse_put_away(site)
    now = clock.now(session, site.workspace_id)
    for name, at in (("live_at", live_at), ("off_at", off_at)):
        if at is not None and at <= now:
            raise misfit(name, "This moment is over. Choose one that is to come.")
    if live_at and off_at and off_at <= live_at:
        raise misfit("off_at", "It would be off the net before it is live. Choose a later moment.")
    if live_at is not None:
        service.refuse_unseen(session, site, despite=despite)
    kept = Timetable(site_id=site.id, workspace_id=site.workspace_id, live_at=live_at, off_at=off_at)
    session.merge(kept)


def due() -> Select[Timetable]:
    """Select those of which something is due by now, leaving aside those that somebody else holds.

    Their sites are held with them: whoever changes a site holds that first, and its times after it.
    """
    now = database.now() + Workspace.clock_offset
    return (
        select(Timetable)
        .join(Workspace, Workspace.id == Timetable.workspace_id)
        .join(Site, Site.id == Timetable.site_id)
        .where(or_(Timetable.live_at <= now, Timetable.off_at <= now))
        .limit(_MOST)
        .with_for_update(of=(Timetable, Site), skip_locked=True)
    )


def by_now(session: Session) -> int:
    """Have those sites published, or taken off the net, whose time has come; return how many they are.

    Publishing is work in the background, so that whoever looks there sees what came of it.
    """
    found = session.scalars(due()).all()
    for one in found:
        now, workspace_id = clock.now(session, one.workspace_id), one.workspace_id
        with action("timetable"):
            if one.off_at and one.off_at <= now:
                one.live_at = one.off_at = None  # what was to be live until then is over
                _off(session, workspace_id, one.site_id)
            else:
                one.live_at = None
                until = one.off_at.isoformat() if one.off_at else None
                asked = {"site": one.site_id, "despite_warnings": True, "until": until}
                work.ask(session, workspace_id, work.PUBLICATION, asked)
    return len(found)


def _off(session: Session, workspace_id: str, site_id: str) -> None:
    """Take a site off the net; one that was put away meanwhile comes back without it."""
    sites.locked(session, workspace_id, site_id).live_release = None
