"""What an event starts: a run of each workflow that listens to it, so often and no more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select

from webbuilder.connector.tables import Connection, Submission
from webbuilder.crm import service as crm
from webbuilder.crm.tables import Contact
from webbuilder.events import CONTACT_CALLED, CONTACT_DID, DAY_CAME, FORM_SENT
from webbuilder.workflows import happening, hooks, service
from webbuilder.workflows.service import ALREADY_TAKEN, Origin
from webbuilder.workflows.tables import IN_FORCE, Run, Workflow, WorkflowVersion

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from webbuilder.events import Event

# How often workflows may start one another: a circle of them comes to an end here.
MOST_DEPTH = 5
TOO_DEEP = f"more than {MOST_DEPTH} workflows have started one another here"
# How many runs may come of one act where workflows start one another: it doubles with each of them.
MOST_RUNS = 30
TOO_MANY = f"more than {MOST_RUNS} runs have come of one act here"


def listening(submission_id: str) -> Select[Workflow]:
    """Select the workflows that listen to the form that a submission came from."""
    return (
        select(Workflow)
        .join(Connection, Connection.workflow_id == Workflow.id)
        .join(
            Submission,
            (Submission.component_id == Connection.component_id) & (Submission.site_id == Connection.site_id),
        )
        .join(WorkflowVersion, IN_FORCE)
        .where(Submission.id == submission_id, WorkflowVersion.trigger["kind"].astext == "form")
        .where(Workflow.removed_at.is_(None))
    )


def begun_by(event: Event) -> Select[str]:
    """Select the ids of the runs that an event started and that are not over."""
    mine = Run.workspace_id == event.workspace_id, Run.id.startswith(f"{event.id}:")
    return select(Run.id).where(*mine, Run.ended_at.is_(None))


def alone_with(submission_id: str) -> Select[None]:
    """Select nothing, once nobody else lets this start something: sent and started late, it starts once.

    The row itself is left alone, so that whoever takes a workspace away waits for nobody who waits for them.
    """
    return select(func.pg_advisory_xact_lock(func.hashtextextended(f"start {submission_id}", 0)))


def started_by(submission_id: str, event: Event) -> Select[str]:
    """Select the workflows that a submission has started by another event than this one."""
    others = ~Run.id.startswith(f"{event.id}:")
    return select(Run.workflow_id).where(Run.submission_id == submission_id, others, Run.depth == 0)


def led_to(run: Run) -> Select[int]:
    """Select how many runs for its contact came of the act that a run came of, by way of other workflows."""
    same = Run.trace_id == run.trace_id, Run.contact_id == run.contact_id, Run.depth > 0
    return select(func.count()).select_from(Run).where(Run.workspace_id == run.workspace_id, *same)


def begin(session: Session, event: Event, trace_id: str) -> None:
    """Let the runs of an event exist; begun twice, each is one."""
    _BY[event.kind](session, event, trace_id)


def _of_form(session: Session, event: Event, trace_id: str) -> None:
    submission_id = event.body["submission"]
    session.execute(alone_with(submission_id))
    sample = event.body.get("sample", False)
    before = set(session.scalars(started_by(submission_id, event)))
    for workflow in session.scalars(listening(submission_id)):
        if workflow.id not in before:
            run_id = f"{event.id}:{workflow.id}"
            service.begin(session, run_id, workflow, Origin(submission_id, sample=sample), trace_id)


def _of_deed(session: Session, event: Event, trace_id: str) -> None:
    said = event.body
    origin = Origin(said["submission"], said["contact"], said["depth"], said.get("sample", False))
    listens = happening.listening(event.workspace_id, said["what"], said["of"], said.get("site"))
    for workflow in session.scalars(listens):
        _take_in(session, f"{event.id}:{workflow.id}", workflow, origin, trace_id)


def _of_call(session: Session, event: Event, trace_id: str) -> None:
    workflow = session.scalar(hooks.listening(event.workspace_id, event.body["workflow"]))
    if workflow:
        origin = Origin("", event.body["contact"])
        _take_in(session, f"{event.id}:{workflow.id}", workflow, origin, trace_id)


def _of_day(session: Session, event: Event, trace_id: str) -> None:
    said = event.body
    workflow = session.scalar(service.with_id(event.workspace_id, said["workflow"]))
    if workflow:
        origin = Origin("", said["contact"], version=said["version"])
        _take_in(session, f"{event.id}:{workflow.id}", workflow, origin, trace_id)


def _take_in(session: Session, run_id: str, workflow: Workflow, origin: Origin, trace_id: str) -> None:
    """Let a run exist for somebody who is a contact; it ends at once where it may not take them.

    Of somebody who was taken together with another it is that contact; of whoever was forgotten, none.
    """
    contact_id = session.scalar(
        crm.with_id(workflow.workspace_id, str(origin.contact_id)).with_only_columns(Contact.id)
    )
    if contact_id is None:
        return
    origin = replace(origin, contact_id=contact_id)
    service.begin(session, run_id, workflow, origin, trace_id)
    run = session.get_one(Run, run_id)
    if origin.depth > MOST_DEPTH:
        service.end(session, run_id, "skipped", TOO_DEEP, turn=0)
    elif origin.depth > 1 and (session.scalar(led_to(run)) or 0) > MOST_RUNS:
        service.end(session, run_id, "skipped", TOO_MANY, turn=0)
    elif not service.enter(session, run, str(origin.contact_id)):
        service.end(session, run_id, "skipped", ALREADY_TAKEN, turn=0)


_BY: dict[str, Callable[[Session, Event, str], None]] = {
    FORM_SENT: _of_form,
    CONTACT_DID: _of_deed,
    CONTACT_CALLED: _of_call,
    DAY_CAME: _of_day,
}
