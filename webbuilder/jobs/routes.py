"""Background work over HTTP: what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from webbuilder.asking import Known, Store
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.jobs import work
from webbuilder.jobs.tables import Job
from webbuilder.problems import refused

router = APIRouter(prefix="/api/jobs", tags=["jobs"], route_class=Keeping)
# What an operation promises of an answer that says that work was taken in.
ACCEPTED: dict[str, Any] = {
    "headers": {
        "Location": {
            "description": "Where what becomes of it is found.",
            "required": True,
            "schema": {"type": "string"},
        },
        "Retry-After": {
            "description": "Seconds after which to look there.",
            "required": True,
            "schema": {"type": "string", "pattern": "^[0-9]+$"},
        },
    }
}
SOON = "1"  # seconds after which to look again


class Failure(BaseModel):
    """Why a job failed: the name of the problem, and a sentence."""

    title: str
    detail: str


class JobView(BaseModel):
    """Work in the background, of which so much is done `of` all that it is.

    `result` is where what came of it is found, once it has succeeded.
    """

    id: str
    kind: Literal["publication", "late_starts", "import"]
    state: Literal["queued", "running", "succeeded", "failed", "cancelled"]
    done: int
    of: int
    result: str | None
    problem: Failure | None
    created_at: datetime
    ended_at: datetime | None


class JobList(BaseModel):
    """A part of a workspace's jobs, the newest first, and the cursor of the next part, if there is one."""

    items: list[JobView]
    next_cursor: str | None = None


def view(job: Job) -> JobView:
    """Return what is shown of a job."""
    return JobView.model_validate(job, from_attributes=True)


def accepted(job: Job, response: Response) -> JobView:
    """Answer that a job was taken in, and where to look for what becomes of it (RFC 9110 §15.3.3)."""
    response.headers["Location"], response.headers["Retry-After"] = f"/api/jobs/{job.id}", SOON
    return view(job)


@router.get("")
def everything(known: Known, store: Store, part: Wanted) -> JobList:
    """List the jobs of this workspace."""
    here, more = part_of(store, work.of_workspace(known.workspace_id), Job.created_at, Job.id, part)
    return JobList(items=[view(job) for job in here], next_cursor=more)


@router.get("/{job_id}")
def read(job_id: str, known: Known, store: Store, response: Response) -> JobView:
    """Return one job; while it is not ended, with the time after which to look again."""
    job = work.one(store, known.workspace_id, job_id)
    if job.state not in work.ENDED:
        response.headers["Retry-After"] = SOON
    return view(job)


@router.post("/{job_id}/cancellation", responses=refused(409))
def cancel(job_id: str, known: Known, store: Store) -> JobView:
    """Let nothing more be done of a job; what is done of it stays."""
    job = work.one(store, known.workspace_id, job_id)
    work.cancel(store, job)
    return view(job)


@router.post("/{job_id}/retry", status_code=202, responses={**refused(409), 202: ACCEPTED})
def again(job_id: str, known: Known, store: Store, response: Response) -> JobView:
    """Let what is left be done of a job that failed or was cancelled."""
    job = work.one(store, known.workspace_id, job_id)
    work.again(store, job)
    return accepted(job, response)
