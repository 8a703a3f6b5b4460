"""What goes wrong where runs are tried again, and where something is done to all of them."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.workflows.control import Act
    from webbuilder.workflows.tables import Run, Workflow


def _still_refused(_original: Original, session: Session, run_id: str) -> None:
    del session, run_id


def _behind_it(original: Original, session: Session, run: Run, number: int) -> None:
    original(session, run, number + 1)


def _from_the_front(original: Original, session: Session, run: Run, number: int) -> None:
    del number
    original(session, run, 0)


def _anything(_original: Original, run: Run) -> tuple[str, ...]:
    from webbuilder.workflows import control

    del run
    return control.ACTS


def _to_one(_original: Original, session: Session, workflow: Workflow, wanted: Act, who: str) -> int:
    from sqlalchemy import select

    from webbuilder.workflows import control
    from webbuilder.workflows.tables import Run

    runs = session.scalars(select(Run).where(Run.workflow_id == workflow.id).order_by(Run.started_at)).all()
    control.act(session, next(run for run in runs if wanted in control.fitting(run)), wanted, who)
    return len(runs)


def _however_they_stand(
    original: Original, workspace_id: str, workflow_id: str, state: str | None = None
) -> Select[Run]:
    del state
    runs: Select[Run] = original(workspace_id, workflow_id, None)
    return runs


def _nothing_done(original: Original, run_id: str, number: int) -> Select[int]:
    from sqlalchemy import false

    done: Select[int] = original(run_id, number)
    return done.where(false())


FAULTS = (
    Fault(
        "refused-mails-stay-refused",
        "A run that is tried again does not send the mail that was refused.",
        "Thirty people would never hear from Maya, and all thirty runs would say that they succeeded.",
        "SYS-EMAIL",
        (rules.GOES_ON_WHERE_IT_FAILED,),
        "Email Automation",
        (Function("webbuilder.mail.ledger:reopen", _still_refused),),
    ),
    Fault(
        "another-try-leaves-the-step-out",
        "A run that is tried again goes on behind the step that failed.",
        "What failed would be left out, and called a success.",
        "SYS-WORKFLOW",
        (rules.GOES_ON_WHERE_IT_FAILED,),
        "Workflow Engine",
        (Function("webbuilder.workflows.control:_go_on", _behind_it),),
    ),
    Fault(
        "another-try-begins-anew",
        "A run that is tried again takes all its steps again.",
        "Whatever a step asks somebody else to do would be done once more, each time that Maya tries.",
        "CONSISTENCY",
        (rules.GOES_ON_WHERE_IT_FAILED,),
        "Workflow Engine",
        (
            Function("webbuilder.workflows.control:_go_on", _from_the_front),
            Function("webbuilder.workflows.history:done_from", _nothing_done),
        ),
    ),
    Fault(
        "anything-is-done-to-runs",
        "A run that has ended well is tried again when somebody asks.",
        "Maya would be told that a letter goes out once more, and it would not.",
        "ERRORS",
        (rules.RUN_LEFT_AS_IS,),
        "Workflow Engine",
        (Function("webbuilder.workflows.control:fitting", _anything),),
    ),
    Fault(
        "what-is-done-to-all-is-done-to-one",
        "What is done to all runs is done to the oldest alone.",
        "Maya would press once, read that it is done, and twenty-nine people would get no letter.",
        "SYS-JOBS",
        (rules.TO_EACH,),
        "Workflow Engine",
        (Function("webbuilder.workflows.control:act_on_all", _to_one),),
    ),
    Fault(
        "runs-are-listed-however-they-stand",
        "Who asks for the runs that failed is shown all of them.",
        "Maya would write to everybody that she is sorry, and most would ask what for.",
        "ERRORS",
        (rules.THOSE_ALONE,),
        "Workflow Engine",
        (Query("webbuilder.workflows.service:runs_of", _however_they_stand),),
    ),
)
