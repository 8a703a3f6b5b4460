"""What visitors sent, over HTTP: read it, let through what was held back, start what started nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from webbuilder.accounts.roles import asks
from webbuilder.asking import Known, Store
from webbuilder.connector import late, service, sifting
from webbuilder.connector.tables import Submission
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.jobs import routes as job_routes, work
from webbuilder.problems import refused
from webbuilder.sites import service as sites

router = APIRouter(prefix="/api/sites/{site_id}/submissions", tags=["submissions"], route_class=Keeping)


class SubmissionView(BaseModel):
    """What a visitor sent: `started` something, `held` back because of something, or `kept` for later."""

    id: str
    form: str
    fields: dict[str, str]
    times_sent: int
    state: Literal["started", "held", "kept"]
    held_because: str | None
    trace_id: str
    sent_at: datetime


class SubmissionList(BaseModel):
    """A part of what visitors sent to a site, the newest first, and the cursor of the next part."""

    items: list[SubmissionView]
    next_cursor: str | None = None


def view(sent: Submission, started: set[str]) -> SubmissionView:
    """Return what is shown of what was sent, when these have started something."""
    state: Literal["started", "held", "kept"] = "started" if sent.id in started else "kept"
    return SubmissionView(
        id=sent.id,
        form=sent.component_id,
        fields=sent.fields,
        times_sent=sent.times_sent,
        state="held" if sent.held_because else state,
        held_because=sent.held_because,
        trace_id=sent.trace_id,
        sent_at=sent.sent_at,
    )


@router.get("", openapi_extra=asks(scope="contacts:read"))
def submissions(site_id: str, known: Known, store: Store, part: Wanted) -> SubmissionList:
    """List what visitors sent."""
    sites.one(store, known.workspace_id, site_id)
    sent_here = service.submissions_of(known.workspace_id, site_id)
    here, more = part_of(store, sent_here, Submission.sent_at, Submission.id, part)
    started = late.started(store, here)
    return SubmissionList(next_cursor=more, items=[view(sent, started) for sent in here])


@router.post("/{submission_id}/release", responses=refused(409), openapi_extra=asks(scope="contacts:write"))
def release(site_id: str, submission_id: str, known: Known, store: Store) -> SubmissionView:
    """Take what was held back for what a person sent."""
    site = sites.in_use(store, known.workspace_id, site_id)
    return view(sifting.let_through(store, site, submission_id), set())


@router.post(
    "/late-starts",
    status_code=202,
    responses={**refused(409), 202: job_routes.ACCEPTED},
    openapi_extra=asks(scope="contacts:write"),
)
def start_late(site_id: str, known: Known, store: Store, response: Response) -> job_routes.JobView:
    """Let all that was kept start what its form starts by now, the oldest first, in the background."""
    site = sites.in_use(store, known.workspace_id, site_id)
    return job_routes.accepted(work.ask_late(store, site), response)
