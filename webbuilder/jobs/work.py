"""Rules of work in the background: asked for in one transaction, called done in that of its effect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from webbuilder import clock, database
from webbuilder.events import JOB_DUE, announce
from webbuilder.jobs.tables import Job
from webbuilder.problems import Problem, not_found
from webbuilder.publishing import service as publishing
from webbuilder.sites import service as sites
from webbuilder.tracing import current_trace_id, log

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from webbuilder.settings import Settings

PUBLICATION = "publication"
ENDED = frozenset({"succeeded", "failed"})


def of_workspace(workspace_id: str) -> Select[Job]:
    """Select a workspace's jobs, the newest first."""
    return select(Job).where(Job.workspace_id == workspace_id).order_by(Job.created_at.desc(), Job.id)


def one(session: Session, workspace_id: str, job_id: str) -> Job:
    """Return a job.

    Raises:
        Problem: the workspace has no such job.
    """
    job = session.scalar(select(Job).where(Job.id == job_id, Job.workspace_id == workspace_id))
    if job is None:
        raise not_found("job")
    return job


def ask(session: Session, workspace_id: str, kind: str, wish: dict[str, Any]) -> Job:
    """Let something be done in the background, once this transaction is committed."""
    job = Job(
        id=database.new_id("job"),
        workspace_id=workspace_id,
        kind=kind,
        wish=wish,
        state="queued",
        result=None,
        problem=None,
        created_at=clock.now(session, workspace_id),
        ended_at=None,
    )
    session.add(job)
    announce(session, workspace_id, JOB_DUE, {"job": job.id})
    return job


def begin(session: Session, job_id: str) -> None:
    """Call a job running, if it is not ended; it may be gone with its workspace."""
    job = session.get(Job, job_id, with_for_update=True)
    if job is not None and job.state not in ENDED:
        job.state = "running"


def do(session: Session, job_id: str, settings: Settings) -> None:
    """Do what a job asks for, and call it succeeded or failed; what is done is not done again."""
    job = session.get(Job, job_id, with_for_update=True)
    if job is None or job.state in ENDED:
        return
    try:
        with session.begin_nested():
            job.result = _KINDS[job.kind](session, job, settings)
    except Problem as problem:
        end(session, job, "failed", {"title": problem.kind, "detail": problem.detail})
    else:
        end(session, job, "succeeded")


def give_up(session: Session, job_id: str, why: str) -> None:
    """Call a job failed that met something which nobody foresaw."""
    log().error("job failed", job=job_id, error=why)
    job = session.get(Job, job_id, with_for_update=True)
    if job is not None and job.state not in ENDED:
        words = f"This met something unexpected. Ask again, and tell support the number {current_trace_id()}."
        end(session, job, "failed", {"title": "unexpected", "detail": words})


def end(session: Session, job: Job, state: str, problem: dict[str, Any] | None = None) -> None:
    """Call a job succeeded or failed."""
    job.state, job.problem = state, problem
    job.ended_at = clock.now(session, job.workspace_id)
    log().info("job ended", job=job.id, state=state)


def _publish(session: Session, job: Job, settings: Settings) -> str:
    site_id, despite = job.wish["site"], job.wish["despite_warnings"]
    publishing.publish(session, job.workspace_id, site_id, despite_warnings=despite)
    slug = sites.one(session, job.workspace_id, site_id).slug
    return settings.where.sites.format(slug=slug)


_KINDS: dict[str, Callable[[Session, Job, Settings], str]] = {PUBLICATION: _publish}
