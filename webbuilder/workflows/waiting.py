"""Rules of waiting: a run stands still until a moment of its workspace's clock, and goes on once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, select, tuple_
from sqlalchemy.dialects.postgresql import distinct_on, insert

from webbuilder import database
from webbuilder.accounts.tables import Workspace
from webbuilder.sites.tables import Site
from webbuilder.tracing import current_traceparent
from webbuilder.workflows import history
from webbuilder.workflows.tables import Pause, Run, RunStep, Workflow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.orm import Session

_MOST = 100  # workspaces whose turn it is at one look


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


def longest_due(full: Collection[str]) -> Select[str, int]:
    """Select, of each workspace but those `full`, the run and step whose wait is over for the longest.

    Those that were paused, or whose site was put away, stand still until somebody lets them go on.
    """
    return (
        select(Pause.run_id, Pause.number)
        .join(Workspace, Workspace.id == Pause.workspace_id)
        .join(Run, Run.id == Pause.run_id)
        .join(Workflow, Workflow.id == Run.workflow_id)
        .join(Site, Site.id == Workflow.site_id)
        .where(Pause.taken_by.is_(None), Pause.due_at <= database.now() + Workspace.clock_offset)
        .where(Run.state == "waiting", Site.put_away_at.is_(None), Pause.workspace_id.not_in(full))
        .ext(distinct_on(Pause.workspace_id))
        .order_by(Pause.workspace_id, Pause.due_at, Pause.run_id)
    )


def due(full: Collection[str] = ()) -> Select[Pause]:
    """Select the runs whose turn it is to go on, leaving aside those another worker holds."""
    its_turn = tuple_(Pause.run_id, Pause.number).in_(longest_due(full))
    return (
        select(Pause)
        .where(Pause.taken_by.is_(None), its_turn)
        .order_by(Pause.due_at)
        .limit(_MOST)
        .with_for_update(skip_locked=True)
    )


def _came(session: Session, run: Run) -> str | None:
    """Return what became of somebody's being waited for, in words; None where a run waited for time alone."""
    awaited = select(Pause).join(RunStep, (RunStep.run_id == Pause.run_id) & (RunStep.number == Pause.number))
    pause = session.scalar(awaited.where(Pause.run_id == run.id, RunStep.state == "waiting"))
    if pause is None or pause.contact_id is None:
        return None
    return "nothing came in time" if pause.awaits else "it came"


def go_on(session: Session, run_id: str) -> int:
    """Call a run running that waited, unless it is over or paused; return its turn."""
    run = session.get_one(Run, run_id, with_for_update=True)
    if run.state == "waiting":
        run.state = "running"
    history.passed(session, run, _came(session, run))
    return run.turn
