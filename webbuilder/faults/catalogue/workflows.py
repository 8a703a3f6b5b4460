"""What goes wrong between a form and the workflow that it starts."""
# ruff: noqa: PLC0415 - the list of faults is printed without importing the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Template

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.settings import Settings
    from webbuilder.workflows.routes import WorkflowView
    from webbuilder.workflows.tables import Workflow


def _backwards(original: Original, store: Session, workspace_id: str, site_id: str) -> list[WorkflowView]:
    shown: list[WorkflowView] = original(store, workspace_id, site_id)
    return [each.model_copy(update={"steps": each.steps[::-1]}) for each in shown]


def _connected_before_it_was_published(original: Original, submission_id: str) -> Select[Workflow]:
    from webbuilder.connector.tables import Connection, Submission
    from webbuilder.publishing.tables import Release

    listening: Select[Workflow] = original(submission_id)
    return listening.join(
        Release, (Release.site_id == Submission.site_id) & (Release.number == Submission.release)
    ).where(Connection.created_at <= Release.created_at)


def _mails_all_the_same(
    original: Original, _step: Any, run_id: str, number: int, _settings: Settings, store: Database
) -> None:
    from webbuilder.workflows import history, taking, versions
    from webbuilder.workflows.tables import Run

    try:
        original(_step, run_id, number, _settings, store)
    except taking.Skip:
        original.fired()
        with store.transaction() as session:
            run = session.get_one(Run, run_id)
            every = versions.steps_of(session, run.workflow_id, run.version)
            mails = [(place, each) for place, each in enumerate(every) if each.kind == "send_mail"]
            for place, each in mails:
                history.begin(session, run, place, each)
        for place, each in mails:
            taking.take(each, run_id, place, _settings, store)
        raise


FAULTS = (
    Fault(
        "workflow-told-backwards",
        "The steps of a workflow are shown in the opposite order.",
        "Maya would believe that a mail goes out before anybody is in her contacts, and not dare to connect.",
        "SYS-WORKFLOW",
        (rules.SAYS_WHAT_IT_DOES,),
        "Workflow Engine",
        (Function("webbuilder.workflows.routes:views", _backwards),),
    ),
    Fault(
        "workflow-shows-one-step",
        "Of a workflow only the first step is shown before it is chosen.",
        "Maya would connect a form and not know that it writes mails in her name.",
        "IP-WORKFLOW-COMPONENT",
        (rules.SAYS_WHAT_IT_DOES,),
        "Frontend Builder",
        (
            Template(
                "connection.html",
                "{% for step in workflow.steps %}<li>",
                "{% for step in workflow.steps[:1] %}<li>",
            ),
        ),
    ),
    Fault(
        "form-looks-connected",
        "A form that starts nothing is shown as connected.",
        "Maya would publish a form that leads nowhere and wait for customers.",
        "IP-WORKFLOW-COMPONENT",
        (rules.SAYS_WHAT_IT_DOES,),
        "Frontend Builder",
        (
            Template(
                "connection.html",
                "Not connected. What visitors send is kept, but nothing follows.",
                "Connected to “{{ workflows[0].name }}”. The next submission starts it.",
            ),
        ),
    ),
    Fault(
        "connected-from-the-next-publishing",
        "A form that was connected after publishing starts nothing until the site is published again.",
        "Everybody who signs up on Maya's live page meanwhile would hear nothing.",
        "IP-WORKFLOW-COMPONENT",
        (rules.NEXT_SUBMISSION,),
        "Magic Connector",
        (Query("webbuilder.jobs.starting:listening", _connected_before_it_was_published),),
    ),
    Fault(
        "skipped-and-mailed",
        "Who was welcomed before is skipped by the workflow's record, and gets the mail all the same.",
        "Priya would be welcomed each time she signs up, and Maya's record would swear that she was not.",
        "IP-CRM-WORKFLOW",
        (rules.WELCOMED_ONCE,),
        "Workflow Engine",
        (Function("webbuilder.workflows.steps:add_contact", _mails_all_the_same, counts_itself=True),),
    ),
)
