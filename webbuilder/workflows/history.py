"""What each step of a run was given, met and did. A step that is taken twice is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, Table, case, func, select, update
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock
from webbuilder.workflows.tables import Run, RunStep
from webbuilder.workflows.taking import contact_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from webbuilder.workflows.kinds import AnyStep
_BEGUN = "steps that were begun together"
_TABLE: Table = RunStep.__table__  # type: ignore[assignment]  # of a class that is mapped it is one


def told(run_id: str) -> Select[RunStep]:
    """Select the steps of a run that were begun, in order."""
    return select(RunStep).where(RunStep.run_id == run_id).order_by(RunStep.number)


def done_from(run_id: str, number: int) -> Select[int]:
    """Select the numbers of a run's steps from one on that are done."""
    mine = RunStep.run_id == run_id, RunStep.number >= number, RunStep.state == "succeeded"
    return select(RunStep.number).where(*mine)


def of_each(run_ids: Sequence[str]) -> Select[RunStep]:
    """Select the steps of some runs that were begun, in order."""
    mine = RunStep.run_id.in_(run_ids)
    return select(RunStep).where(mine).order_by(RunStep.run_id, RunStep.number)


def together(session: Session) -> None:
    """Write each step down once in this transaction, when it is told, and not when it is begun as well."""
    session.info[_BEGUN] = {}


def begin(session: Session, run: Run, number: int, step: AnyStep) -> None:
    """Write down that a step is begun, and with what; begun again, it counts, and what was done stays."""
    begun = {
        "run_id": run.id,
        "number": number,
        "workspace_id": run.workspace_id,
        "kind": step.kind,
        "given": _given(session, run, step),
    }
    if _BEGUN in session.info:
        session.info[_BEGUN][number] = begun
    else:
        _write(session, run, begun, "running", "")


def write_begun(session: Session, run: Run) -> None:
    """Write down what was begun together with others and came to no end."""
    for begun in session.info.get(_BEGUN, {}).values():
        _write(session, run, begun, "running", "")


def _write(session: Session, run: Run, begun: dict[str, Any], state: str, outcome: str) -> str:
    """Write a step down, or that it was begun once more; return what it did, as it was told first."""
    at = clock.now(session, run.workspace_id)
    made = insert(_TABLE).values(**begun, state=state, outcome=outcome, attempts=1, error=None, at=at)
    done = _TABLE.c.state == "succeeded"
    written = made.on_conflict_do_update(
        index_elements=["run_id", "number"],
        set_={
            "attempts": _TABLE.c.attempts + 1,
            "state": case((done, "succeeded"), else_=state),
            "outcome": case((done, _TABLE.c.outcome), else_=outcome or _TABLE.c.outcome),
            "at": case((done, _TABLE.c.at), else_=at if outcome else _TABLE.c.at),
            "error": None if outcome else _TABLE.c.error,
        },
    )
    return str(session.scalar(written.returning(_TABLE.c.outcome)))


def _given(session: Session, run: Run, step: AnyStep) -> dict[str, Any]:
    contact = contact_of(session, run) if run.contact_id else None
    sent = {"submission": run.submission_id} if run.submission_id else {}
    whom = {"contact": contact.email} if contact else sent
    # What a mail says stands in the version that the run follows: it is not written down once a run.
    said = step.model_dump(exclude={"kind", "paragraphs"})
    return {**whom, **{name: value for name, value in said.items() if value not in ("", None)}}


def tell(session: Session, run: Run, number: int, outcome: str, state: str = "succeeded") -> str:
    """Write down what a step did, and return it; told twice it stands as it was told first."""
    begun = session.info.get(_BEGUN, {}).pop(number, None)
    if begun:
        return _write(session, run, begun, state, outcome)
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


def passed(session: Session, run: Run, came: str | None = None) -> None:
    """Call the wait done that a run stood at, and say what became of it where it was for somebody."""
    here = RunStep.run_id == run.id, RunStep.state == "waiting"
    outcome = RunStep.outcome.concat(f": {came}") if came else RunStep.outcome
    session.execute(update(RunStep).where(*here).values(state="succeeded", outcome=outcome))


def break_off(session: Session, run: Run) -> None:
    """Call the step failed, or cancelled with its run, that a run is over at, for the run's reason."""
    here = RunStep.run_id == run.id, RunStep.state.in_(("running", "waiting", "paused"))
    state = "cancelled" if run.state == "cancelled" else "failed"
    session.execute(
        update(RunStep).where(*here).values(state=state, error=func.coalesce(run.reason, RunStep.error))
    )
