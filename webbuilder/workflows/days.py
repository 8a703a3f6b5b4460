"""Workflows that a day starts: when that is, by the clocks of their site, and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import Select, delete, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder import database, events
from webbuilder.accounts.tables import Workspace
from webbuilder.sites.tables import Site
from webbuilder.tracing import action
from webbuilder.workflows.moments import moment_of
from webbuilder.workflows.tables import Day, Workflow, WorkflowVersion
from webbuilder.workflows.triggers import TRIGGER, DayComes

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.workflows.triggers import AnyTrigger

_MOST = 20  # that are taken up at one look


def keep(session: Session, workflow: Workflow, trigger: AnyTrigger) -> None:
    """Write down when a workflow starts that is published now, in the place of when it did."""
    session.execute(delete(Day).where(Day.workflow_id == workflow.id))
    if isinstance(trigger, DayComes) and trigger.day:
        zone = ZoneInfo(session.get_one(Site, workflow.site_id).zone)
        kept = {
            "workspace_id": workflow.workspace_id,
            "due_at": moment_of(trigger.day, trigger.time, zone),
            "taken_by": None,
        }
        session.execute(insert(Day).values(workflow_id=workflow.id, **kept))


def move(session: Session, site: Site) -> None:
    """Let the days to come be those of the clocks where a site is now."""
    coming = (
        select(Workflow, WorkflowVersion)
        .join(Day, Day.workflow_id == Workflow.id)
        .join(
            WorkflowVersion,
            (WorkflowVersion.workflow_id == Workflow.id)
            & (WorkflowVersion.number == Workflow.published_version),
        )
        .where(Workflow.site_id == site.id, Day.taken_by.is_(None))
    )
    for workflow, version in session.execute(coming).tuples().all():
        keep(session, workflow, TRIGGER.validate_python(version.trigger))


def due() -> Select[Day]:
    """Select the days that have come and started nothing yet, leaving aside those another worker holds."""
    return (
        select(Day)
        .join(Workspace, Workspace.id == Day.workspace_id)
        .join(Workflow, Workflow.id == Day.workflow_id)
        .join(Site, Site.id == Workflow.site_id)
        .where(Day.taken_by.is_(None), Day.due_at <= database.now() + Workspace.clock_offset)
        .where(Workflow.removed_at.is_(None), Site.put_away_at.is_(None))
        .order_by(Day.due_at)
        .limit(_MOST)
        .with_for_update(of=Day, skip_locked=True)
    )


def come(session: Session, slot: str) -> int:
    """Announce the days that have come, each once; return how many that were."""
    found = session.scalars(due()).all()
    for day in found:
        with action("day"):
            events.announce(session, day.workspace_id, events.DAY_CAME, {"workflow": day.workflow_id})
        day.taken_by = slot
    return len(found)
