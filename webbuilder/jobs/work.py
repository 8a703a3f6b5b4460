"""Rules of work in the background: asked for in one transaction, called done in that of its effect."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from webbuilder import clock, database
from webbuilder.connector import late
from webbuilder.crm import imports
from webbuilder.events import JOB_DUE, Event, announce
from webbuilder.jobs.tables import Job
from webbuilder.problems import Problem, not_found
from webbuilder.publishing import service as publishing
from webbuilder.sites import addresses, service as sites
from webbuilder.tracing import current_trace_id, log

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from webbuilder.crm.import_tables import Import
    from webbuilder.settings import Settings
    from webbuilder.sites.tables import Site

PUBLICATION, LATE_STARTS, IMPORT = "publication", "late_starts", "import"
ENDED = frozenset({"succeeded", "failed", "cancelled"})
_PIECE = 20  # submissions that are started in one go: who else waits comes to their turn in between


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


def of_event(session: Session, event_id: int) -> tuple[str, str]:
    """Return the job that an event asks for, and the trace to go on with."""
    event = session.get_one(Event, event_id)
    return event.body["job"], event.traceparent


def ask(session: Session, workspace_id: str, kind: str, wish: dict[str, Any], of: int = 1) -> Job:
    """Let something be done in the background, once this transaction is committed; `of` is how much it is."""
    job = Job(
        id=database.new_id("job"),
        workspace_id=workspace_id,
        kind=kind,
        wish=wish,
        state="queued",
        result=None,
        problem=None,
        done=0,
        of=of,
        created_at=clock.now(session, workspace_id),
        ended_at=None,
    )
    session.add(job)
    announce(session, workspace_id, JOB_DUE, {"job": job.id})
    return job


def ask_late(session: Session, site: Site) -> Job:
    """Let all that was kept of a site start what its forms start by now, in the background.

    Raises:
        Problem: nothing was, or it would start nothing.
    """
    many = late.counted(session, site)
    return ask(session, site.workspace_id, LATE_STARTS, {"site": site.id}, many)


def ask_import(session: Session, brought: Import) -> Job:
    """Let a file of contacts be imported, in the background.

    Raises:
        Problem: it was asked for before, or nothing of it can be.
    """
    session.refresh(brought, with_for_update=True)
    many = imports.to_import(brought)
    wish = {"import": brought.id, "file": brought.name}
    job = ask(session, brought.workspace_id, IMPORT, wish, many)
    brought.job_id = job.id
    return job


def begin(session: Session, job_id: str) -> None:
    """Call a job running, if it is not ended; it may be gone with its workspace."""
    job = session.get(Job, job_id, with_for_update=True)
    if job is not None and job.state not in ENDED:
        job.state = "running"


def do(session: Session, job_id: str, settings: Settings) -> bool:
    """Do a piece of what a job asks for; return whether it has ended. What is done is not done again."""
    job = session.get(Job, job_id, with_for_update=True)
    if job is None or job.state in ENDED:
        return True
    try:
        with session.begin_nested():
            job.result = _KINDS[job.kind](session, job, settings)
    except Problem as problem:
        end(session, job, "failed", {"title": problem.kind, "detail": problem.detail})
    else:
        if job.result is not None:
            end(session, job, "succeeded")
    return job.state in ENDED


def cancel(session: Session, job: Job) -> None:
    """Let nothing more be done of a job; what is done of it stays.

    Raises:
        Problem: it has ended.
    """
    session.refresh(job, with_for_update=True)
    if job.state in ENDED:
        raise Problem(409, "has-ended", f"This has {job.state} already. There is nothing left to cancel.")
    end(session, job, "cancelled")


def again(session: Session, job: Job) -> None:
    """Let what is left of a job be done, once this transaction is committed.

    Raises:
        Problem: it is still to be done, or has succeeded.
    """
    session.refresh(job, with_for_update=True)
    if job.state not in ENDED - {"succeeded"}:
        raise Problem(
            409, "not-failed", f"This is {job.state}. Only what failed or was cancelled is done again."
        )
    job.state, job.problem, job.ended_at = "queued", None, None
    announce(session, job.workspace_id, JOB_DUE, {"job": job.id})


def give_up(session: Session, job_id: str, why: str, group: str = "") -> None:
    """Call a job failed that met something which nobody foresaw; `group` is that of its error."""
    log().error("job failed", job=job_id, error=why, group=group)
    job = session.get(Job, job_id, with_for_update=True)
    if job is not None and job.state not in ENDED:
        words = f"This met something unexpected. Ask again, and tell support the number {current_trace_id()}."
        end(session, job, "failed", {"title": "unexpected", "detail": words})


def end(session: Session, job: Job, state: str, problem: dict[str, Any] | None = None) -> None:
    """Call a job succeeded, failed or cancelled."""
    job.state, job.problem = state, problem
    job.ended_at = clock.now(session, job.workspace_id)
    log().info("job ended", job=job.id, state=state)


def _publish(session: Session, job: Job, settings: Settings) -> str:
    site_id, despite, until = job.wish["site"], job.wish["despite_warnings"], job.wish.get("until")
    is_over = until and datetime.fromisoformat(until) <= clock.now(session, job.workspace_id)
    if not is_over:  # it may have waited for long
        publishing.publish(session, job.workspace_id, site_id, despite_warnings=despite)
    job.done = 1
    return addresses.address_of(settings.where.sites, sites.one(session, job.workspace_id, site_id))


def _start_late(session: Session, job: Job, settings: Settings) -> str | None:
    site_id = job.wish["site"]
    site = sites.one(session, job.workspace_id, site_id)
    sites.refuse_put_away(site)
    found = late.start(session, site_id, job.wish.get("after"), _PIECE)
    job.done += len(found)
    job.of = max(job.of, job.done)
    if found:
        job.wish = {**job.wish, "after": [found[-1].sent_at.isoformat(), found[-1].id]}
    return f"{settings.where.app}/sites/{site_id}/submissions" if len(found) < _PIECE else None


def _import(session: Session, job: Job, settings: Settings) -> str | None:
    many = imports.go_on(session, job.wish["import"])
    job.done += many or 0
    return f"{settings.where.app}/contacts/imports/{job.wish['import']}" if many is None else None


# What each kind does of a job, piece by piece: where what came of it is found, or None if there is more.
_KINDS: dict[str, Callable[[Session, Job, Settings], str | None]] = {
    PUBLICATION: _publish,
    LATE_STARTS: _start_late,
    IMPORT: _import,
}
