"""Rules of waiting: a run stands still until a moment of its workspace's clock, and goes on once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock, database
from webbuilder.accounts.tables import Workspace
from webbuilder.tracing import current_traceparent
from webbuilder.workflows.tables import Pause, Run

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from sqlalchemy.orm import Session

_MOST = 100  # that are taken up at one look


def begin(session: Session, run: Run, number: int, duration: timedelta) -> datetime:
    """Let a run wait at a step, and return until when; begun twice, it is due as it was at first."""
    session.execute(
        insert(Pause)
        .values(
            run_id=run.id,
            number=number,
            workspace_id=run.workspace_id,
            traceparent=current_traceparent(),
            due_at=clock.now(session, run.workspace_id) + duration,
            taken_by=None,
        )
        .on_conflict_do_nothing()
    )
    pause = session.get_one(Pause, (run.id, number))
    if pause.taken_by is None:
        run.state = "waiting"
    return pause.due_at


def due() -> Select[Pause]:
    """Select the runs whose wait is over, the longest first, leaving aside those another worker holds."""
    return (
        select(Pause)
        .join(Workspace, Workspace.id == Pause.workspace_id)
        .where(Pause.taken_by.is_(None), Pause.due_at <= database.now() + Workspace.clock_offset)
        .order_by(Pause.due_at)
        .limit(_MOST)
        .with_for_update(of=Pause, skip_locked=True)
    )


def go_on(session: Session, run_id: str) -> None:
    """Call a run running that waited, unless it is over."""
    run = session.get_one(Run, run_id, with_for_update=True)
    if run.ended_at is None:
        run.state = "running"
