"""Workflows that a day starts: when that is, by the clocks of their site, and for whom."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import Select, delete, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock, database, events
from webbuilder.accounts.tables import Workspace
from webbuilder.crm import lists
from webbuilder.crm.tables import Contact
from webbuilder.sites.tables import Site
from webbuilder.tracing import action
from webbuilder.workflows import versions
from webbuilder.workflows.moments import moment_of
from webbuilder.workflows.tables import Day, Workflow
from webbuilder.workflows.triggers import DayComes

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.workflows.triggers import AnyTrigger

_MOST = 20  # that are taken up at one look
_PIECE = 100  # contacts of each that are told at one look: who else waits comes to their turn in between
OVER = "nobody: it was over when the clocks were chosen"
AT_LATEST = timedelta(hours=24)


def keep(session: Session, workflow: Workflow, trigger: AnyTrigger) -> None:
    """Write down when a workflow starts that is published now, in the place of when it did."""
    session.execute(delete(Day).where(Day.workflow_id == workflow.id))
    if isinstance(trigger, DayComes) and trigger.day:
        zone = ZoneInfo(session.get_one(Site, workflow.site_id).zone)
        kept = {
            "workspace_id": workflow.workspace_id,
            "version": workflow.published_version,
            "due_at": moment_of(trigger.day, trigger.time, zone),
            "after": "",
            "taken_by": None,
        }
        session.execute(insert(Day).values(workflow_id=workflow.id, **kept))


def move(session: Session, site: Site) -> None:
    """Let the days to come be those of the clocks where a site is now; one that is over there is over."""
    coming = select(Workflow).join(Day, Day.workflow_id == Workflow.id)
    untold = Day.taken_by.is_(None), Day.after == ""
    for workflow in session.scalars(coming.where(Workflow.site_id == site.id, *untold)).all():
        keep(session, workflow, versions.trigger_of(session, workflow.id, workflow.published_version))
        day = session.get(Day, workflow.id)
        if day and day.due_at <= clock.now(session, site.workspace_id):
            day.taken_by = OVER


def due() -> Select[Day]:
    """Select the days that have come and have not started all yet, leaving aside those another worker holds.

    What could not start within a day of when it was to, starts no more: it was for that day.
    """
    now = database.now() + Workspace.clock_offset
    return (
        select(Day)
        .join(Workspace, Workspace.id == Day.workspace_id)
        .join(Workflow, Workflow.id == Day.workflow_id)
        .join(Site, Site.id == Workflow.site_id)
        .where(Day.taken_by.is_(None), Day.due_at <= now, Day.due_at > now - AT_LATEST)
        .where(Workflow.removed_at.is_(None), Site.put_away_at.is_(None))
        .order_by(Day.due_at)
        .limit(_MOST)
        .with_for_update(of=Day, skip_locked=True)
    )


def come(session: Session, slot: str) -> int:
    """Announce the days that have come to the next of those on their lists; return to how many.

    How far that is stands in the day, stored with what is announced: whoever goes on tells nobody twice.
    """
    told = 0
    for day in session.scalars(due()).all():
        trigger = versions.trigger_of(session, day.workflow_id, day.version)
        contacts = session.scalars(_next(day, trigger)).all() if isinstance(trigger, DayComes) else []
        for contact in contacts:
            said = {"workflow": day.workflow_id, "version": day.version, "contact": contact.id}
            with action("day"):
                events.announce(session, day.workspace_id, events.DAY_CAME, said)
            day.after = contact.id
        if len(contacts) < _PIECE:
            day.taken_by = slot
        told += len(contacts)
    return told


def _next(day: Day, trigger: DayComes) -> Select[Contact]:
    """Select the next of those on the list of a day."""
    on = lists.on(day.workspace_id, trigger.list).where(Contact.id > day.after)
    return on.order_by(None).order_by(Contact.id).limit(_PIECE)
