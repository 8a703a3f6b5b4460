"""Rules of waiting: a run stands still until a moment of its workspace's clock, and goes on once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder import database
from webbuilder.accounts.tables import Workspace
from webbuilder.sites.tables import Site
from webbuilder.tracing import current_traceparent
from webbuilder.workflows import history
from webbuilder.workflows.tables import Pause, Run, Workflow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

_MOST = 100  # that are taken up at one look


def begin(session: Session, run: Run, number: int, due_at: datetime, awaits: str | None = None) -> datetime:
    """Let a run wait at a step, and return until when; begun twice, it is due as it was at first.

    Args:
        awaits: what the run's contact may do, so that it goes on before that.
    """
    session.execute(
        insert(Pause)
        .values(
            run_id=run.id,
            number=number,
            workspace_id=run.workspace_id,
            traceparent=current_traceparent(),
            due_at=due_at,
            contact_id=run.contact_id if awaits else None,
            awaits=awaits,
            taken_by=None,
        )
        .on_conflict_do_nothing()
    )
    pause = session.get_one(Pause, (run.id, number))
    if pause.taken_by is None and run.state == "running":
        run.state = "waiting"
    return pause.due_at


def due() -> Select[Pause]:
    """Select the runs whose wait is over, the longest first, leaving aside those another worker holds.

    Those that were paused, or whose site was put away, stand still until somebody lets them go on.
    """
    return (
        select(Pause)
        .join(Workspace, Workspace.id == Pause.workspace_id)
        .join(Run, Run.id == Pause.run_id)
        .join(Workflow, Workflow.id == Run.workflow_id)
        .join(Site, Site.id == Workflow.site_id)
        .where(Pause.taken_by.is_(None), Pause.due_at <= database.now() + Workspace.clock_offset)
        .where(Run.state == "waiting", Site.put_away_at.is_(None))
        .order_by(Pause.due_at)
        .limit(_MOST)
        .with_for_update(of=Pause, skip_locked=True)
    )


def go_on(session: Session, run_id: str) -> int:
    """Call a run running that waited, unless it is over or paused; return its turn."""
    run = session.get_one(Run, run_id, with_for_update=True)
    if run.state == "waiting":
        run.state = "running"
    history.passed(session, run)
    return run.turn
