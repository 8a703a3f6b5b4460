"""What each step of a run was given, met and did. A step that is taken twice is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, case, func, select, update
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock
from webbuilder.crm import service as crm
from webbuilder.workflows.tables import Run, RunStep

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.workflows.kinds import AnyStep


def told(run_id: str) -> Select[RunStep]:
    """Select the steps of a run that were begun, in order."""
    return select(RunStep).where(RunStep.run_id == run_id).order_by(RunStep.number)


def outcomes(run_id: str) -> Select[str]:
    """Select what a run's steps did, in order, and nothing else of them."""
    done = RunStep.run_id == run_id, RunStep.outcome != ""
    return select(RunStep.outcome).where(*done).order_by(RunStep.number)


def begin(session: Session, run: Run, number: int, step: AnyStep) -> None:
    """Write down that a step is begun, and with what; begun again, it counts, and what was done stays."""
    session.execute(
        insert(RunStep)
        .values(
            run_id=run.id,
            number=number,
            workspace_id=run.workspace_id,
            kind=step.kind,
            state="running",
            given=_given(session, run, step),
            outcome="",
            attempts=1,
            error=None,
            at=clock.now(session, run.workspace_id),
        )
        .on_conflict_do_update(
            index_elements=["run_id", "number"],
            set_={
                "attempts": RunStep.attempts + 1,
                "state": case((RunStep.state == "succeeded", "succeeded"), else_="running"),
            },
        )
    )


def _given(session: Session, run: Run, step: AnyStep) -> dict[str, Any]:
    address = session.scalar(crm.address_of(run.workspace_id, run.contact_id))
    sent = {"submission": run.submission_id} if run.submission_id else {}
    whom = {"contact": address} if address else sent
    # What a mail says stands in the version that the run follows: it is not written down once a run.
    said = step.model_dump(exclude={"kind", "paragraphs"})
    return {**whom, **{name: value for name, value in said.items() if value not in ("", None)}}


def tell(session: Session, run: Run, number: int, outcome: str, state: str = "succeeded") -> str:
    """Write down what a step did, and return it; told twice it stands as it was told first."""
    step = session.get_one(RunStep, (run.id, number))
    if step.state != "succeeded":
        step.state, step.outcome, step.error = state, outcome, None
        step.at = clock.now(session, run.workspace_id)
    return step.outcome


def trouble(session: Session, run_id: str, number: int, met: str) -> None:
    """Write down what keeps a step from being done, which is tried again."""
    session.get_one(RunStep, (run_id, number)).error = met


def hold(session: Session, run: Run, number: int) -> None:
    """Call a step paused that was begun, and is not tried before the run may go on."""
    here = RunStep.run_id == run.id, RunStep.number == number, RunStep.state == "running"
    session.execute(update(RunStep).where(*here).values(state="paused"))


def passed(session: Session, run: Run) -> None:
    """Call the wait done that a run stood at."""
    here = RunStep.run_id == run.id, RunStep.state == "waiting"
    session.execute(update(RunStep).where(*here).values(state="succeeded"))


def break_off(session: Session, run: Run) -> None:
    """Call the step failed, or cancelled with its run, that a run is over at, for the run's reason."""
    here = RunStep.run_id == run.id, RunStep.state.in_(("running", "waiting", "paused"))
    state = "cancelled" if run.state == "cancelled" else "failed"
    session.execute(
        update(RunStep).where(*here).values(state=state, error=func.coalesce(run.reason, RunStep.error))
    )
