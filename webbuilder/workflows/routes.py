"""Workflows over HTTP: which there are, their steps, their runs."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel

from webbuilder.asking import Known, Store
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.crm import service as crm
from webbuilder.sites import service as sites
from webbuilder.workflows import history, service, versions
from webbuilder.workflows.tables import Run, RunStep

if TYPE_CHECKING:
    from collections.abc import Sequence

router = APIRouter(prefix="/api", tags=["workflows"])
Standing = Annotated[
    Literal["running", "waiting", "paused", "succeeded", "skipped", "failed", "cancelled"] | None,
    Query(description="How the runs stand that are listed; without it, all are."),
]


class WorkflowView(BaseModel):
    """A workflow and its published steps, in words; `by_form` says that a form may start it."""

    id: str
    name: str
    version: int
    by_form: bool
    steps: list[str]


class WorkflowList(BaseModel):
    """The workflows that a site's forms may start."""

    items: list[WorkflowView]


class StepDone(BaseModel):
    """A step that is done: its number, from 1 on, and of what kind it is."""

    number: int
    kind: str


class RunView(BaseModel):
    """One run and what its steps did; a `sample` is of somebody who tried it out.

    `submission` is what started it, if a form did; `done` are the steps that are done, in order.
    """

    id: str
    submission: str | None
    state: str
    reason: str | None
    contact: str | None
    email: str | None
    sample: bool
    trace_id: str
    started_at: datetime
    steps: list[str]
    done: list[StepDone]


class RunList(BaseModel):
    """A part of a workflow's runs, the newest first, and the cursor of the next part, if there is one."""

    items: list[RunView]
    next_cursor: str | None = None


def views(store: Store, workspace_id: str, site_id: str) -> list[WorkflowView]:
    """Return the workflows of a site as they are shown."""
    return [
        WorkflowView(
            id=workflow.id,
            name=workflow.name,
            version=workflow.published_version,
            by_form=service.starts_by_form(store, workflow),
            steps=[step.words for step in versions.steps_of(store, workflow.id, workflow.published_version)],
        )
        for workflow in store.scalars(service.of_site(workspace_id, site_id))
    ]


@router.get("/sites/{site_id}/workflows")
def of_site(site_id: str, known: Known, store: Store) -> WorkflowList:
    """List the workflows that a site's forms may start."""
    sites.one(store, known.workspace_id, site_id)
    return WorkflowList(items=views(store, known.workspace_id, site_id))


def run_views(store: Store, runs: Sequence[Run]) -> list[RunView]:
    """Return what is shown of some runs; all of their steps and addresses are asked for at once."""
    taken = defaultdict(list)
    for step in store.scalars(history.of_each([run.id for run in runs])):
        taken[step.run_id].append(step)
    about = [run.contact_id for run in runs if run.contact_id]
    emails: dict[str, str] = dict(store.execute(crm.addresses_of(about)).tuples().all()) if about else {}
    return [_run_view(run, taken[run.id], emails.get(run.contact_id or "")) for run in runs]


def _run_view(run: Run, taken: Sequence[RunStep], email: str | None) -> RunView:
    return RunView(
        id=run.id,
        submission=run.submission_id or None,
        state=run.state,
        reason=run.reason,
        contact=run.contact_id,
        email=email,
        sample=run.sample,
        trace_id=run.trace_id,
        started_at=run.started_at,
        steps=[step.outcome for step in taken if step.outcome],
        done=[
            StepDone(number=step.number + 1, kind=step.kind) for step in taken if step.state == "succeeded"
        ],
    )


@router.get("/workflows/{workflow_id}/runs")
def runs(workflow_id: str, known: Known, store: Store, part: Wanted, state: Standing = None) -> RunList:
    """List a workflow's runs, the newest first: all, or those that stand as is asked for."""
    service.one(store, known.workspace_id, workflow_id)
    all_runs = service.runs_of(known.workspace_id, workflow_id, state)
    here, more = part_of(store, all_runs, Run.started_at, Run.id, part)
    return RunList(items=run_views(store, here), next_cursor=more)
