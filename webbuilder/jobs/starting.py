"""What an event starts: a run of each workflow that listens to it, so often and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select

from webbuilder.connector.tables import Connection, Submission
from webbuilder.events import CONTACT_TAGGED
from webbuilder.workflows import service
from webbuilder.workflows.service import ALREADY_TAKEN, Origin
from webbuilder.workflows.tables import Run, Workflow, WorkflowVersion

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.events import Event

# How often workflows may start one another: a circle of them comes to an end here.
MOST_DEPTH = 5
TOO_DEEP = f"more than {MOST_DEPTH} workflows have started one another here"


def listening(submission_id: str) -> Select[Workflow]:
    """Select the workflows that listen to the form that a submission came from."""
    return (
        select(Workflow)
        .join(Connection, Connection.workflow_id == Workflow.id)
        .join(
            Submission,
            (Submission.component_id == Connection.component_id) & (Submission.site_id == Connection.site_id),
        )
        .join(
            WorkflowVersion,
            (WorkflowVersion.workflow_id == Workflow.id)
            & (WorkflowVersion.number == Workflow.published_version),
        )
        .where(Submission.id == submission_id, WorkflowVersion.trigger["kind"].astext == "form")
        .where(Workflow.removed_at.is_(None))
    )


def begun_by(event: Event) -> Select[Run]:
    """Select the runs that an event started and that are not over."""
    mine = Run.workspace_id == event.workspace_id, Run.id.startswith(f"{event.id}:")
    return select(Run).where(*mine, Run.ended_at.is_(None))


def alone_with(submission_id: str) -> Select[None]:
    """Select nothing, once nobody else lets this start something: sent and started late, it starts once.

    The row itself is left alone, so that whoever takes a workspace away waits for nobody who waits for them.
    """
    return select(func.pg_advisory_xact_lock(func.hashtextextended(f"start {submission_id}", 0)))


def started_by(submission_id: str, event: Event) -> Select[str]:
    """Select the workflows that a submission has started by another event than this one."""
    others = ~Run.id.startswith(f"{event.id}:")
    return select(Run.workflow_id).where(Run.submission_id == submission_id, others, Run.depth == 0)


def begin(session: Session, event: Event, trace_id: str) -> None:
    """Let the runs of an event exist; begun twice, each is one."""
    if event.kind == CONTACT_TAGGED:
        _of_tag(session, event, trace_id)
    else:
        submission_id = event.body["submission"]
        session.execute(alone_with(submission_id))
        before = set(session.scalars(started_by(submission_id, event)))
        for workflow in session.scalars(listening(submission_id)):
            if workflow.id not in before:
                run_id = f"{event.id}:{workflow.id}"
                service.begin(session, run_id, workflow, Origin(submission_id), trace_id)


def _of_tag(session: Session, event: Event, trace_id: str) -> None:
    contact_id, depth = event.body["contact"], event.body["depth"]
    origin = Origin(event.body["submission"], contact_id, depth)
    for workflow in session.scalars(service.listening_to_tag(event.workspace_id, event.body["tag"])):
        run_id = f"{event.id}:{workflow.id}"
        service.begin(session, run_id, workflow, origin, trace_id)
        run = session.get_one(Run, run_id)
        if depth > MOST_DEPTH:
            service.end(session, run_id, "skipped", TOO_DEEP, turn=0)
        elif not service.enter(session, run, contact_id):
            service.end(session, run_id, "skipped", ALREADY_TAKEN, turn=0)
