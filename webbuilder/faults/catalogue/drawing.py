"""What goes wrong where workflows are drawn and published."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.connector.routes import ConnectionView
    from webbuilder.workflows.drawing_routes import DrawnView
    from webbuilder.workflows.tables import Workflow, WorkflowVersion


def _the_draft(original: Original, session: Session, workflow_id: str, number: int) -> list[Any]:
    from webbuilder.workflows import drawing
    from webbuilder.workflows.tables import Workflow

    published: list[Any] = original(session, workflow_id, number)
    draft = drawing.drawn(session.get_one(Workflow, workflow_id))
    if draft != published:
        original.fired()
    return draft


def _as_before(
    original: Original, session: Session, workflow: Workflow, version: int | None = None
) -> WorkflowVersion:
    before = workflow.published_version
    made: WorkflowVersion = original(session, workflow, version)
    workflow.published_version = before
    return made


def _the_newest(
    original: Original, session: Session, workflow: Workflow, version: int | None = None
) -> WorkflowVersion:
    if version is not None:
        original.fired()
    made: WorkflowVersion = original(session, workflow, None)
    return made


def _looks_connected(original: Original, store: Any, found: Any) -> ConnectionView:
    shown: ConnectionView = original(store, found)
    if shown.state == "draft":
        original.fired()
        return shown.model_copy(update={"state": "connected"})
    return shown


def _reads_connected(original: Original, store: Any, workspace_id: str, site_id: str) -> list[Any]:
    shown: list[Any] = original(store, workspace_id, site_id)
    return [one.model_copy(update={"version": one.version or 1}) for one in shown]


def _none_wait(original: Original, session: Session, site: Any, tree: Any) -> list[Any]:  # noqa: ARG001 - as its target
    return []


def _all_alike(_original: Original, before: Any, after: Any) -> list[str]:
    del before, after
    return []


def _nothing_lacks(_original: Original, steps: list[Any], trigger: Any) -> list[Any]:
    del steps, trigger
    return []


def _unmarked(original: Original, store: Any, workflow: Workflow) -> DrawnView:
    shown: DrawnView = original(store, workflow)
    return shown.model_copy(update={"troubles": []})


def _stays(original: Original, steps: list[dict[str, Any]], act: str, what: str) -> list[dict[str, Any]]:
    if act != "up":
        done: list[dict[str, Any]] = original(steps, act, what)
        return done
    original.fired()
    return steps


def _without_what_they_say(original: Original, written: Any, number: int) -> dict[str, Any]:
    step: dict[str, Any] = original(written, number)
    return {"kind": step["kind"]}


FAULTS = (
    Fault(
        "steps-forget-what-they-say",
        "What is written into the steps of a workflow is not kept.",
        "Maya would type a letter on her way home, and find an empty mail in the morning.",
        "SYS-WORKFLOW",
        (rules.DRAWN_WHERE_ONE_STANDS,),
        "Workflow Engine",
        (Function("webbuilder.screens.workflows:_step", _without_what_they_say),),
    ),
    Fault(
        "drafts-run",
        "Whoever signs up meets the draft of a workflow, published or not.",
        "A stranger would get half a sentence in Maya's name, while she is still looking for the other half.",
        "SYS-WORKFLOW",
        (rules.MEETS_PUBLISHED,),
        "Workflow Engine",
        (Function("webbuilder.workflows.versions:steps_of", _the_draft, counts_itself=True),),
    ),
    Fault(
        "published-workflows-stay-as-they-were",
        "A workflow that is published anew goes on as it was.",
        "Maya would correct a wrong address in her mail, and it would go out wrong all summer.",
        "IP-WORKFLOW-COMPONENT",
        (rules.MEETS_PUBLISHED, rules.WAITS_FOR_PUBLISHING),
        "Workflow Engine",
        (Function("webbuilder.workflows.drawing:publish", _as_before),),
    ),
    Fault(
        "drafts-look-connected",
        "A form whose workflow was never published is called connected.",
        "Maya would wait for readers of her letter, and all of them would wait for it.",
        "IP-WORKFLOW-COMPONENT",
        (rules.WAITS_FOR_PUBLISHING,),
        "Magic Connector",
        (
            Function("webbuilder.connector.routes:view", _looks_connected, counts_itself=True),
            Function("webbuilder.workflows.routes:views", _reads_connected),
        ),
    ),
    Fault(
        "drafts-are-published-with-their-form",
        "Publishing a site says nothing of forms whose workflow is not published.",
        "Maya would go live with a form that nobody answers, and hear of it from a customer.",
        "LIVE-SITE",
        (rules.WAITS_FOR_PUBLISHING,),
        "Live Sites",
        (Function("webbuilder.connector.standing:waiting", _none_wait),),
    ),
    Fault(
        "going-back-goes-on",
        "Whoever goes back to an earlier version of a workflow publishes the draft.",
        "Maya would want last week's good mail back at once, and send this week's bad one to everybody.",
        "SYS-WORKFLOW",
        (rules.FORCE_AGAIN,),
        "Workflow Engine",
        (Function("webbuilder.workflows.drawing:publish", _the_newest, counts_itself=True),),
    ),
    Fault(
        "unfinished-workflows-are-published",
        "A workflow is published whatever its steps lack.",
        "The first customer of a spring would be lost to a tag that nobody had named.",
        "ERRORS",
        (rules.LACKS_TOLD,),
        "Workflow Engine",
        (Function("webbuilder.workflows.kinds:troubles", _nothing_lacks),),
    ),
    Fault(
        "drafts-look-like-what-is-published",
        "What a draft changes is not told beside what is published.",
        "Maya would publish what she tried out in March, since she does not remember that she did.",
        "SYS-WORKFLOW",
        (rules.DIFFERENCE_TOLD,),
        "Workflow Engine",
        (Function("webbuilder.workflows.drawing:compared", _all_alike),),
    ),
    Fault(
        "lacks-are-not-marked",
        "What a workflow lacks is told when it is published, and not at the step that lacks it.",
        "Maya would read that something is missing in step 7, and count steps on a phone.",
        "ERRORS",
        (rules.LACKS_TOLD,),
        "Workflow Engine",
        (Function("webbuilder.workflows.drawing_routes:view", _unmarked),),
    ),
    Fault(
        "steps-cannot-be-moved",
        "A step of a workflow that is moved up stays where it is.",
        "Maya would see what is in the wrong order, and have no way to put it right but to begin again.",
        "SYS-WORKFLOW",
        (rules.LACKS_TOLD,),
        "Workflow Engine",
        (Function("webbuilder.screens.workflows:_acted", _stays, counts_itself=True),),
    ),
)
