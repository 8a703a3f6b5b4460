"""Workflows over HTTP: which there are, their steps, their runs."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel

from webbuilder.asking import Known, Store
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.crm import service as crm
from webbuilder.sites import service as sites
from webbuilder.workflows import history, service, versions
from webbuilder.workflows.tables import Run

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


class RunView(BaseModel):
    """One run and what its steps did; a `sample` is of somebody who tried it out."""

    id: str
    state: str
    reason: str | None
    contact: str | None
    email: str | None
    sample: bool
    trace_id: str
    started_at: datetime
    steps: list[str]


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


def run_view(store: Store, run: Run) -> RunView:
    """Return what is shown of a run among others."""
    return RunView(
        id=run.id,
        state=run.state,
        reason=run.reason,
        contact=run.contact_id,
        email=store.scalar(crm.address_of(run.workspace_id, run.contact_id)),
        sample=run.sample,
        trace_id=run.trace_id,
        started_at=run.started_at,
        steps=list(store.scalars(history.outcomes(run.id))),
    )


@router.get("/workflows/{workflow_id}/runs")
def runs(workflow_id: str, known: Known, store: Store, part: Wanted, state: Standing = None) -> RunList:
    """List a workflow's runs, the newest first: all, or those that stand as is asked for."""
    service.one(store, known.workspace_id, workflow_id)
    all_runs = service.runs_of(known.workspace_id, workflow_id, state)
    here, more = part_of(store, all_runs, Run.started_at, Run.id, part)
    return RunList(items=[run_view(store, run) for run in here], next_cursor=more)
