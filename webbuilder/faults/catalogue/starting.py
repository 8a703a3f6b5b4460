"""What goes wrong where workflows are started by something else than a form, or once more."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from webbuilder.events import Event
    from webbuilder.sites.tables import Site
    from webbuilder.workflows.deeds import Did
    from webbuilder.workflows.tables import Run, Workflow


def _starts_nothing(_original: Original, session: Session, workspace_id: str, what: Did, of: str) -> bool:
    del session, workspace_id, what, of
    return False


def _form_whatever_is_chosen(_original: Original, written: Mapping[str, str]) -> dict[str, Any]:
    del written
    return {"kind": "form", "again": False}


def _whatever_is_joined(
    _original: Original, session: Session, workflow: Workflow, steps: list[Any], trigger: Any
) -> list[Any]:
    from webbuilder.workflows import kinds

    del session, workflow
    return kinds.troubles(steps, trigger)


def _once_for_all(_original: Original, session: Session, run: Run, contact_id: str) -> bool:
    from sqlalchemy import exists, select

    from webbuilder.workflows.tables import Run

    run.contact_id = contact_id
    session.flush()
    others = Run.workflow_id == run.workflow_id, Run.contact_id == contact_id, Run.id != run.id
    return not session.scalar(select(exists().where(*others)))


def _each_time(_original: Original, session: Session, run: Run, contact_id: str) -> bool:
    del session
    run.contact_id = contact_id
    return True


def _of_the_workflow(_original: Original, session: Session, run: Run) -> Site:
    from webbuilder.sites.tables import Site
    from webbuilder.workflows.tables import Workflow

    return session.get_one(Site, session.get_one(Workflow, run.workflow_id).site_id)


def _as_at_first(original: Original, session: Session, event: Event, trace_id: str) -> None:
    event.body = {**event.body, "depth": 1}
    original(session, event, trace_id)


def _in_force_at_once(_original: Original, trigger: Any) -> bool:
    del trigger
    return True


FAULTS = (
    Fault(
        "tags-start-nothing",
        "A contact that gets a tag starts nothing.",
        "Priya would be a friend of the bakery, and get the letters for strangers all year.",
        "IP-CRM-WORKFLOW",
        (rules.TAG_STARTS,),
        "Workflow Engine",
        (Function("webbuilder.workflows.happening:starts_others", _starts_nothing),),
    ),
    Fault(
        "what-starts-it-is-not-kept",
        "What is chosen on the screen to start a workflow is not kept.",
        "Maya would choose the tag, publish, and wait for a form that nobody has connected.",
        "SYS-WORKFLOW",
        (rules.TAG_STARTS,),
        "Frontend Builder",
        (Function("webbuilder.screens.workflows:_trigger", _form_whatever_is_chosen),),
    ),
    Fault(
        "copies-act-at-once",
        "A copy of a workflow that a tag starts is in force at once.",
        "Maya would copy her site for the autumn, and every friend would get each letter twice.",
        "IP-CRM-WORKFLOW",
        (rules.COPIES_WAIT,),
        "Workflow Engine",
        (Function("webbuilder.workflows.service:_acts_at_once", _in_force_at_once),),
    ),
    Fault(
        "connected-forms-are-left-alone",
        "A workflow is published that its connected form does not start any more.",
        "The form would say that it is connected, and whoever sends it would hear nothing.",
        "IP-WORKFLOW-COMPONENT",
        (rules.FORM_STARTS,),
        "Magic Connector",
        (Function("webbuilder.workflows.drawing:wrong_with", _whatever_is_joined),),
    ),
    Fault(
        "nobody-is-taken-again",
        "A workflow takes nobody twice, though its owner says each time.",
        "Whoever orders bread every week would get a confirmation the first time only.",
        "SYS-WORKFLOW",
        (rules.TAKEN_AGAIN,),
        "Workflow Engine",
        (Function("webbuilder.workflows.service:enter", _once_for_all),),
    ),
    Fault(
        "everybody-is-taken-again",
        "A workflow takes somebody each time, whatever its owner says.",
        "Maya would untick the box because people get too much mail, and all of them would get one more.",
        "SYS-EMAIL",
        (rules.TAKEN_AGAIN,),
        "Workflow Engine",
        (Function("webbuilder.workflows.service:enter", _each_time),),
    ),
    Fault(
        "letters-name-the-wrong-site",
        "A letter that a tag starts says that somebody signed up at the site of the workflow.",
        "Priya would read that she signed up where she never was, and call it spam.",
        "IP-CRM-WORKFLOW",
        (rules.TAG_STARTS,),
        "Email Automation",
        (Function("webbuilder.workflows.mailing:_site_of", _of_the_workflow),),
    ),
    Fault(
        "circles-go-round",
        "Workflows that start one another never come to an end.",
        "Two workflows would hand Priya to one another until the machine has time for nobody else.",
        "ERRORS",
        (rules.CIRCLES_END,),
        "Workflow Engine",
        (Function("webbuilder.jobs.starting:_of_deed", _as_at_first),),
    ),
)
