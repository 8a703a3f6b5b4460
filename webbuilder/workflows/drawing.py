"""Rules of drawing a workflow: a draft that nobody else meets, and versions that never change."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select

from webbuilder import clock, database
from webbuilder.connector.tables import Connection
from webbuilder.crm import segments
from webbuilder.problems import Problem, not_found, pointer
from webbuilder.sites import service as sites
from webbuilder.sites.tables import Site
from webbuilder.workflows import control, service
from webbuilder.workflows.kinds import STEPS, Trouble, troubles
from webbuilder.workflows.kinds_of_letters import SendMail
from webbuilder.workflows.moments import moment_of
from webbuilder.workflows.tables import Workflow, WorkflowVersion
from webbuilder.workflows.triggers import BY_FORM, TRIGGER, DayComes, Entered

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.workflows.kinds import AnyStep
    from webbuilder.workflows.triggers import AnyTrigger

_MOST = 100  # workflows of a site
_LATELY = 50  # versions that are listed


def versions_of(workspace_id: str, workflow_id: str) -> Select[WorkflowVersion]:
    """Select what was published of a workflow lately, the newest first."""
    return (
        select(WorkflowVersion)
        .where(WorkflowVersion.workspace_id == workspace_id, WorkflowVersion.workflow_id == workflow_id)
        .order_by(WorkflowVersion.number.desc())
        .limit(_LATELY)
    )


def begin(session: Session, site: Site, name: str) -> Workflow:
    """Make a workflow that has a draft without steps, and nothing published.

    Raises:
        Problem: the site has one of that name, or has as many as it may have.
    """
    here = session.scalars(service.of_site(site.workspace_id, site.id)).all()
    _refuse_taken(name, [one.name for one in here])
    if len(here) >= _MOST:
        raise Problem(409, "too-many", f"A site has {_MOST} workflows at most. Remove one first.")
    workflow = Workflow(
        id=database.new_id("workflow"),
        workspace_id=site.workspace_id,
        site_id=site.id,
        name=name,
        draft=[],
        trigger=BY_FORM.model_dump(),
        published_version=0,
    )
    session.add(workflow)
    session.flush()
    return workflow


def _refuse_taken(name: str, others: list[str]) -> None:
    if name in others:
        raise Problem(
            409, "name-is-taken", f"This site has a workflow “{name}” already. Choose another name."
        )


def draw(session: Session, workflow: Workflow, name: str, steps: list[AnyStep], trigger: AnyTrigger) -> None:
    """Store a draft as it is, finished or not; who is visited meets the published version as before.

    Raises:
        Problem: another workflow of the site has that name.
    """
    others = session.scalars(service.of_site(workflow.workspace_id, workflow.site_id)).all()
    _refuse_taken(name, [one.name for one in others if one.id != workflow.id])
    workflow.name, workflow.draft = name, STEPS.dump_python(steps)
    workflow.trigger = trigger.model_dump(mode="json")


def drawn(workflow: Workflow) -> list[AnyStep]:
    """Return the steps of the draft."""
    return STEPS.validate_python(workflow.draft)


def drawn_trigger(workflow: Workflow) -> AnyTrigger:
    """Return what starts the draft."""
    return TRIGGER.validate_python(workflow.trigger)


def wrong_with(
    session: Session, workflow: Workflow, steps: list[AnyStep], trigger: AnyTrigger
) -> list[Trouble]:
    """Return all that keeps a workflow from being published, the forms that start it by now included."""
    joined = select(Connection).where(Connection.workflow_id == workflow.id)
    if trigger.kind != BY_FORM.kind and session.scalar(joined.limit(1)):
        words = "A form is connected to it. Let that start another workflow first."
        return [Trouble(step=0, field="", words=words), *troubles(steps, trigger)]
    return [
        *_over(session, workflow, trigger),
        *_of_no_segment(session, workflow, trigger),
        *troubles(steps, trigger),
    ]


def _over(session: Session, workflow: Workflow, trigger: AnyTrigger) -> list[Trouble]:
    """Return that the day that is to start a workflow is over."""
    if not isinstance(trigger, DayComes) or not (trigger.day and trigger.time):
        return []
    zone = ZoneInfo(session.get_one(Site, workflow.site_id).zone)
    if moment_of(trigger.day, trigger.time, zone) > clock.now(session, workflow.workspace_id):
        return []
    return [Trouble(step=0, field="day", words="That day is over. Choose one that comes.")]


def _of_no_segment(session: Session, workflow: Workflow, trigger: AnyTrigger) -> list[Trouble]:
    """Return that there is no segment of the name that is to start a workflow."""
    if not isinstance(trigger, Entered) or not trigger.segment:
        return []
    if session.scalar(segments.called(workflow.workspace_id, trigger.segment)):
        return []
    words = f"There is no segment “{trigger.segment}”. Make it beside the contacts, or choose another."
    return [Trouble(step=0, field="segment", words=words)]


def publish(session: Session, workflow: Workflow, version: int | None = None) -> WorkflowVersion:
    """Let runs that begin from now on follow the draft, or an earlier version once more.

    Raises:
        Problem: the draft could not do what it says, or there is no such version.
    """
    steps, trigger = drawn(workflow), drawn_trigger(workflow)
    if version is not None:
        earlier = published(session, workflow, version)
        steps, trigger = STEPS.validate_python(earlier.steps), TRIGGER.validate_python(earlier.trigger)
    wrong = wrong_with(session, workflow, steps, trigger)
    if wrong:
        placed = [one for one in wrong if one.step or one.field]
        places = [{"pointer": pointer(*_place(one)), "detail": one.words} for one in placed]
        told = " ".join(f"Step {one.step}: {one.words}" if one.step else one.words for one in wrong)
        raise Problem(409, "not-ready", f"This workflow is not published. {told}", errors=places)
    return service.put_in_force(session, workflow, steps, trigger)


def compared(before: tuple[AnyTrigger, list[AnyStep]], after: tuple[AnyTrigger, list[AnyStep]]) -> list[str]:
    """Return what starts it and which steps are new (`+`) or gone (`-`), in order; a changed one is both."""
    was, is_now = ([trigger.words, *map(_in_full, steps)] for trigger, steps in (before, after))
    return [line for line in difflib.ndiff(was, is_now) if line[0] in "+-"]


def _in_full(step: AnyStep) -> str:
    """Return a step with all that it says: of a mail its words and its button, too."""
    if not isinstance(step, SendMail):
        return step.words
    button = [f"[{step.button}]({step.link})"] if step.button else []
    return ": ".join([step.words, " ".join([*step.paragraphs, *button])])


def remove(session: Session, workflow: Workflow, who: str) -> None:
    """Take a workflow away: nothing starts it any more, and what is under way is cancelled."""
    workflow.removed_at = clock.now(session, workflow.workspace_id)
    control.cancel_all(session, workflow, f"{who} removed the workflow.")


def removed(session: Session, workspace_id: str, workflow_id: str) -> Workflow | None:
    """Return a workflow that was removed, if there was one of that id."""
    mine = Workflow.id == workflow_id, Workflow.workspace_id == workspace_id
    return session.scalar(select(Workflow).where(*mine, Workflow.removed_at.is_not(None)))


def _place(one: Trouble) -> list[str | int]:
    within: list[str | int] = ["steps", one.step - 1] if one.step else ["trigger"]
    return [*within, one.field] if one.field else within


def published(session: Session, workflow: Workflow, number: int) -> WorkflowVersion:
    """Return what was published once.

    Raises:
        Problem: it was not.
    """
    found = session.get(WorkflowVersion, (workflow.id, number))
    if found is None:
        raise not_found("version")
    return found


def locked(session: Session, workspace_id: str, workflow_id: str) -> Workflow:
    """Return a workflow that nobody else changes until this transaction ends.

    Raises:
        Problem: the workspace has no such workflow, or its site was put away.
    """
    workflow = service.one(session, workspace_id, workflow_id)
    sites.in_use(session, workspace_id, workflow.site_id)
    session.refresh(workflow, with_for_update=True)
    return workflow
