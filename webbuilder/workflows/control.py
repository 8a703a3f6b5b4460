"""Rules of what is done to a run: it is paused, goes on, is cancelled, or tries again where it failed.

A stretch of a run goes on only while it is the run's turn: whoever lets a run go on begins another one, and
what is left of the stretch before takes no more steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from sqlalchemy import Select, delete, func, select

from webbuilder import events
from webbuilder.mail import ledger
from webbuilder.problems import Problem, not_found
from webbuilder.sites import service as sites
from webbuilder.workflows import history, service, versions
from webbuilder.workflows.tables import Pause, Run, RunStep

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from webbuilder.workflows.kinds import AnyStep
    from webbuilder.workflows.tables import Workflow

Act = Literal["pause", "resume", "cancel", "retry"]
ACTS: tuple[Act, ...] = get_args(Act)
_MOST = 1000  # runs to which something is done at once
_FITTING: dict[str, tuple[Act, ...]] = {
    "running": ("pause", "cancel"),
    "waiting": ("pause", "cancel"),
    "paused": ("resume", "cancel"),
    "failed": ("retry",),
}


def fitting(run: Run) -> tuple[Act, ...]:
    """Return what can be done to a run as it stands."""
    return _FITTING.get(run.state, ())


def fitting_any(session: Session, workflow: Workflow) -> list[Act]:
    """Return what can be done to some of a workflow's runs, as they stand."""
    states = service.standing(session, workflow)
    return [act for act in ACTS if any(act in _FITTING.get(state, ()) for state in states)]


def failed_of(workspace_id: str) -> Select[Run]:
    """Select a workspace's runs that failed and were not tried again since, the newest first."""
    mine = select(Run).where(Run.workspace_id == workspace_id, Run.state == "failed")
    return mine.order_by(Run.ended_at.desc(), Run.id)


def one(session: Session, workspace_id: str, run_id: str) -> Run:
    """Return a run.

    Raises:
        Problem: the workspace has no such run.
    """
    run = session.scalar(select(Run).where(Run.id == run_id, Run.workspace_id == workspace_id))
    if run is None:
        raise not_found("run")
    return run


def act(session: Session, run: Run, wanted: Act, who: str) -> None:
    """Do something to a run for somebody of that name.

    Raises:
        Problem: it does not stand so that this could be done, or its site was put away.
    """
    if wanted in _LETTING_GO_ON:  # the site first, as whoever throws one away locks it before its runs
        sites.in_use(session, run.workspace_id, _workflow(session, run).site_id)
    session.refresh(run, with_for_update=True)
    _act(session, run, wanted, who)


def act_on_all(session: Session, workflow: Workflow, wanted: Act, who: str) -> int:
    """Do something to each run of a workflow that it fits, and return to how many; the oldest come first.

    Raises:
        Problem: runs are to go on of a site that was put away.
    """
    if wanted in _LETTING_GO_ON:
        sites.in_use(session, workflow.workspace_id, workflow.site_id)
    states = [state for state, acts in _FITTING.items() if wanted in acts]
    mine = select(Run).where(Run.workflow_id == workflow.id, Run.state.in_(states))
    runs = session.scalars(mine.order_by(Run.started_at, Run.id).limit(_MOST).with_for_update()).all()
    for run in runs:
        _act(session, run, wanted, who)
    return len(runs)


def _act(session: Session, run: Run, wanted: Act, who: str) -> None:
    if wanted not in fitting(run):
        can = " or ".join(fitting(run)) or "nothing"
        words = f"This run is {run.state}. What can be done to it by now: {can}."
        raise Problem(409, "does-not-fit", words, state=run.state)
    if wanted == "pause":
        run.state = "paused"
    elif wanted == "cancel":
        cancel(session, run, f"Cancelled by {who}.")
    else:
        _LETTING_GO_ON[wanted](session, run)


def _workflow(session: Session, run: Run) -> Workflow:
    return service.one(session, run.workspace_id, run.workflow_id)


def cancel(session: Session, run: Run, reason: str) -> None:
    """Let a run that is not over take no further step."""
    session.execute(delete(Pause).where(Pause.run_id == run.id, Pause.taken_by.is_(None)))
    service.finish(session, run, "cancelled", reason)


def cancel_all(session: Session, workflow: Workflow, reason: str) -> None:
    """Let every run of a workflow that is not over take no further step, for one reason."""
    mine = select(Run).where(Run.workflow_id == workflow.id, Run.ended_at.is_(None)).with_for_update()
    for run in session.scalars(mine):
        cancel(session, run, reason)


def _resume(session: Session, run: Run) -> None:
    """Let a paused run go on: from where it was held, or as one that waits, or as if nothing had been."""
    if run.held_at is not None:
        _go_on(session, run, run.held_at)
    else:
        waits = select(Pause).where(Pause.run_id == run.id, Pause.taken_by.is_(None))
        run.state = "waiting" if session.scalar(waits) else "running"


def _retry(session: Session, run: Run) -> None:
    """Let a run go on at the step that failed; what was done before is not done again."""
    ledger.reopen(session, run.id)
    failed = select(RunStep.number).where(RunStep.run_id == run.id, RunStep.state == "failed")
    begun = select(func.max(RunStep.number)).where(RunStep.run_id == run.id)
    number = session.scalar(failed)
    if number is None:  # it failed before the step behind the last one was begun
        number = session.scalar(select(func.coalesce(begun.scalar_subquery() + 1, 0)))
    run.ended_at = run.reason = None
    _go_on(session, run, number or 0)


def _go_on(session: Session, run: Run, number: int) -> None:
    run.state, run.held_at, run.turn = "running", None, run.turn + 1
    events.announce(
        session, run.workspace_id, events.RUN_DUE, {"run": run.id, "first": number, "turn": run.turn}
    )


_LETTING_GO_ON: dict[str, Callable[[Session, Run], None]] = {"resume": _resume, "retry": _retry}


def admit(session: Session, run_id: str, number: int, turn: int) -> AnyStep | None:
    """Return the step that a run takes next; None where it is over, is paused, or goes on elsewhere."""
    run = service.locked(session, run_id)
    if run.ended_at is not None or run.turn != turn:
        return None
    if run.state == "paused":
        run.held_at = number
        history.hold(session, run, number)
        return None
    step = versions.steps_of(session, run.workflow_id, run.version)[number]
    history.begin(session, run, number, step)
    return step
