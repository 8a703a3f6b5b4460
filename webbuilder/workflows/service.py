"""Rules of workflows: which there are, which steps they have, and how a run is begun, told and ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock, database
from webbuilder.problems import not_found
from webbuilder.workflows import days, history, versions
from webbuilder.workflows.kinds import STEPS
from webbuilder.workflows.tables import Entry, Run, Workflow, WorkflowVersion
from webbuilder.workflows.triggers import BY_FORM, TRIGGER

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.workflows.kinds import AnyStep
    from webbuilder.workflows.triggers import AnyTrigger

ALREADY_TAKEN = "already taken"


def of_site(workspace_id: str, site_id: str) -> Select[Workflow]:
    """Select the workflows that a site's forms may start."""
    return (
        select(Workflow)
        .where(Workflow.workspace_id == workspace_id, Workflow.site_id == site_id)
        .where(Workflow.removed_at.is_(None))
        .order_by(Workflow.name)
    )


def with_id(workspace_id: str, workflow_id: str) -> Select[Workflow]:
    """Select one workflow of a workspace."""
    mine = Workflow.id == workflow_id, Workflow.workspace_id == workspace_id
    return select(Workflow).where(*mine, Workflow.removed_at.is_(None))


def runs_of(workspace_id: str, workflow_id: str, state: str | None = None) -> Select[Run]:
    """Select a workflow's runs, the newest first: all, or those that stand so."""
    mine = select(Run).where(Run.workspace_id == workspace_id, Run.workflow_id == workflow_id)
    so = mine.where(Run.state == state) if state else mine
    return so.order_by(Run.started_at.desc(), Run.id)


def standing(session: Session, workflow: Workflow) -> dict[str, int]:
    """Return how many runs of a workflow stand how, samples left out."""
    mine = Run.workflow_id == workflow.id, ~Run.sample
    return dict(
        session.execute(select(Run.state, func.count()).where(*mine).group_by(Run.state)).tuples().all()
    )


def create(  # noqa: PLR0917 - what a workflow is made of
    session: Session,
    workspace_id: str,
    site_id: str,
    name: str,
    steps: list[dict[str, Any]],
    trigger: AnyTrigger = BY_FORM,
) -> Workflow:
    """Make a workflow with a first published version; without steps there is nothing to publish yet.

    One that no form starts is made as a draft: two that listen to the same tag would act twice.
    """
    checked = STEPS.validate_python(steps)
    workflow = Workflow(
        id=database.new_id("workflow"),
        workspace_id=workspace_id,
        site_id=site_id,
        name=name,
        draft=STEPS.dump_python(checked),
        trigger=trigger.model_dump(mode="json"),
        published_version=0,
    )
    session.add(workflow)
    session.flush()
    if checked and _acts_at_once(trigger):
        put_in_force(session, workflow, checked, trigger)
    return workflow


def _acts_at_once(trigger: AnyTrigger) -> bool:
    """Whether what is made with its steps is published: a form starts nothing before it is joined."""
    return trigger.kind == BY_FORM.kind


def put_in_force(
    session: Session, workflow: Workflow, steps: list[AnyStep], trigger: AnyTrigger
) -> WorkflowVersion:
    """Publish steps as the next version, which runs that begin from now on follow."""
    newest = select(func.max(WorkflowVersion.number)).where(WorkflowVersion.workflow_id == workflow.id)
    version = WorkflowVersion(
        workflow_id=workflow.id,
        number=(session.scalar(newest) or 0) + 1,
        workspace_id=workflow.workspace_id,
        steps=STEPS.dump_python(steps),
        trigger=trigger.model_dump(mode="json"),
        published_at=clock.now(session, workflow.workspace_id),
    )
    session.add(version)
    session.flush()
    workflow.published_version = version.number
    days.keep(session, workflow, trigger)
    return version


def one(session: Session, workspace_id: str, workflow_id: str, *, lock: bool = False) -> Workflow:
    """Return a workflow; with `lock`, nobody else changes it until this transaction ends.

    Raises:
        Problem: the workspace has no such workflow.
    """
    wanted = with_id(workspace_id, workflow_id)
    workflow = session.scalar(wanted.with_for_update() if lock else wanted)
    if workflow is None:
        raise not_found("workflow")
    return workflow


def starts_by_form(session: Session, workflow: Workflow) -> bool:
    """Whether a form that is connected to a workflow starts it, or would once it is published."""
    number = workflow.published_version
    starts = (
        versions.trigger_of(session, workflow.id, number)
        if number
        else TRIGGER.validate_python(workflow.trigger)
    )
    return starts.kind == BY_FORM.kind


@dataclass(frozen=True, slots=True)
class Origin:
    """How a run came about: by which submission, for which contact, and how many workflows led there.

    `submission_id` is empty where nobody sent a form; a `sample` is of somebody who tries it out; `version`
    is the one to follow where that was decided before.
    """

    submission_id: str
    contact_id: str | None = None
    depth: int = 0
    sample: bool = False
    version: int | None = None


def begin(session: Session, run_id: str, workflow: Workflow, origin: Origin, trace_id: str) -> None:
    """Let a run exist, pinned to the version that is published now, or was; begun twice it is one run."""
    session.execute(
        insert(Run)
        .values(
            id=run_id,
            workspace_id=workflow.workspace_id,
            workflow_id=workflow.id,
            version=origin.version or workflow.published_version,
            submission_id=origin.submission_id,
            contact_id=origin.contact_id,
            depth=origin.depth,
            sample=origin.sample,
            state="running",
            trace_id=trace_id,
            started_at=clock.now(session, workflow.workspace_id),
        )
        .on_conflict_do_nothing()
    )


def locked(session: Session, run_id: str) -> Run:
    """Return a run that nobody else changes until this transaction ends; it is locked once."""
    held: set[str] = session.info.setdefault("locked runs", set())
    run = session.get_one(Run, run_id, with_for_update=None if run_id in held else True)
    held.add(run_id)
    return run


def enter(session: Session, run: Run, contact_id: str) -> bool:
    """Take a contact into a run's workflow; False when that takes a contact once and an earlier run did.

    Whoever tries it out may do so again, and takes nobody's place.
    """
    run.contact_id = contact_id
    if run.sample:
        return True
    entered = session.scalar(
        insert(Entry)
        .values(
            workflow_id=run.workflow_id, contact_id=contact_id, workspace_id=run.workspace_id, run_id=run.id
        )
        .on_conflict_do_nothing()
        .returning(Entry.run_id)
    )
    if entered or versions.trigger_of(session, run.workflow_id, run.version).again:
        return True
    return session.get_one(Entry, (run.workflow_id, contact_id)).run_id == run.id


def end(session: Session, run_id: str, state: str, reason: str | None = None, *, turn: int) -> None:
    """End a run, once: what it ended as first in this turn, it stays, and another turn decides for itself."""
    run = locked(session, run_id)
    if run.ended_at is None and run.turn == turn:
        finish(session, run, state, reason)


def finish(session: Session, run: Run, state: str, reason: str | None = None) -> None:
    """Call a run over that is not."""
    run.state, run.reason, run.ended_at = state, reason, clock.now(session, run.workspace_id)
    if state != "succeeded":
        history.break_off(session, run)
