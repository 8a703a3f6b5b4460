"""Runs over HTTP: what each step of one was given, met and did, and what is done to one or to all."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from webbuilder.asking import Known, Store
from webbuilder.conventions.kept import Keeping
from webbuilder.problems import refused
from webbuilder.workflows import control, history, service, versions
from webbuilder.workflows.control import Act
from webbuilder.workflows.kinds import AnyStep
from webbuilder.workflows.routes import RunView, run_views
from webbuilder.workflows.tables import Run, RunStep

router = APIRouter(prefix="/api", tags=["workflows"], route_class=Keeping)


class StepTold(BaseModel):
    """One step of a run.

    Attributes:
        number: from 1 on.
        words: the step as its owner reads it, of the version that the run follows.
        state: pending, running, waiting, paused, succeeded, failed, cancelled, or skipped: passed over.
        given: what the step was given: whom, and what the step says.
        did: what it did, in words.
        attempts: how often it was begun.
        error: what it met last, in words, until it is done.
        at: when it was begun, or done.
    """

    number: int
    words: str
    state: str
    given: dict[str, Any] = {}
    did: str = ""
    attempts: int = 0
    error: str | None = None
    at: datetime | None = None


class RunHistory(RunView):
    """One run, each of its steps, and what can be done to it by now."""

    workflow: str
    version: int
    ended_at: datetime | None
    history: list[StepTold]
    acts: list[Act]


class WantedAct(BaseModel):
    """What to do to a run: a paused one resumes, a failed one tries again at the step that failed."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"act": "cancel"}]})
    act: Act


def view(store: Store, run: Run) -> RunHistory:
    """Return all that is shown of a run."""
    begun = {one.number: one for one in store.scalars(history.told(run.id))}
    steps = versions.steps_of(store, run.workflow_id, run.version)
    return RunHistory(
        **run_views(store, [run])[0].model_dump(),
        workflow=run.workflow_id,
        version=run.version,
        ended_at=run.ended_at,
        history=[_step(run, number, step, begun.get(number)) for number, step in enumerate(steps)],
        acts=list(control.fitting(run)),
    )


def _step(run: Run, number: int, step: AnyStep, told: RunStep | None) -> StepTold:
    if told is None:
        state = "skipped" if run.ended_at else "pending"
        return StepTold(number=number + 1, words=step.words, state=state)
    return StepTold(
        number=number + 1,
        words=step.words,
        state=told.state,
        given=told.given,
        did=told.outcome,
        attempts=told.attempts,
        error=told.error,
        at=told.at,
    )


@router.get("/runs/{run_id}")
def history_of(run_id: str, known: Known, store: Store) -> RunHistory:
    """Show one run step by step."""
    return view(store, control.one(store, known.workspace_id, run_id))


@router.post("/runs/{run_id}/acts", responses=refused(409))
def act(run_id: str, wanted: WantedAct, known: Known, store: Store) -> RunHistory:
    """Pause a run, let it go on, cancel it, or try it again where it failed."""
    run = control.one(store, known.workspace_id, run_id)
    control.act(store, run, wanted.act, known.name)
    return view(store, run)


class DoneToRuns(BaseModel):
    """To how many runs something was done."""

    runs: int


@router.post("/workflows/{workflow_id}/runs/acts", responses=refused(409))
def act_on_all(workflow_id: str, wanted: WantedAct, known: Known, store: Store) -> DoneToRuns:
    """Do something to each run of a workflow that it fits, the oldest first, at most a thousand at once."""
    workflow = service.one(store, known.workspace_id, workflow_id)
    return DoneToRuns(runs=control.act_on_all(store, workflow, wanted.act, known.name))
