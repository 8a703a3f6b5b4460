"""What goes wrong where runs are told, paused, cancelled and tried again."""
# ruff: noqa: PLC0415, PLR0917 - the list is printed without the platform; bodies take what their target takes

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site
    from webbuilder.workflows.control import Act
    from webbuilder.workflows.tables import Pause, Run


def _without_what_it_did(
    original: Original, session: Session, run: Run, number: int, outcome: str, state: str = "succeeded"
) -> str:
    original(session, run, number, "done" if outcome else "", state)
    return outcome


def _given_nothing_of_its_own(original: Original, session: Session, run: Run, step: Any) -> dict[str, Any]:
    given: dict[str, Any] = original(session, run, step)
    return {name: value for name, value in given.items() if name in {"contact", "submission"}}


def _nothing_is_said(_original: Original, session: Session, run_id: str, number: int, met: str) -> None:
    del session, run_id, number, met


def _left_running(_original: Original, session: Session, run: Run) -> None:
    del session, run


def _for_good(original: Original, session: Session, site: Site) -> None:
    from sqlalchemy import delete, select

    from webbuilder.workflows.tables import Pause, Run, Workflow

    original(session, site)
    runs = select(Run.id).join(Workflow, Workflow.id == Run.workflow_id).where(Workflow.site_id == site.id)
    session.execute(delete(Pause).where(Pause.run_id.in_(runs)))


def _says_so(_original: Original, session: Session, run: Run, reason: str) -> None:
    del session, run, reason


def _tried_on(original: Original, session: Session, run_id: str, number: int, turn: int) -> Any:
    from webbuilder.workflows import history, versions
    from webbuilder.workflows.tables import Run

    step = original(session, run_id, number, turn)
    run = session.get_one(Run, run_id)
    if step is None and run.state == "cancelled":
        original.fired()
        step = versions.steps_of(session, run.workflow_id, run.version)[number]
        history.begin(session, run, number, step)
    return step


def _pauses_in_name(original: Original, session: Session, run: Run, wanted: Act, who: str) -> None:
    if wanted == "pause":
        original.fired()
        return
    original(session, run, wanted, who)


def _never_mind(_original: Original, session: Session, run: Run) -> None:
    del session
    run.state = "running"


def _of_every_site(original: Original, full: Collection[str] = ()) -> Select[Pause]:
    from sqlalchemy import select

    from webbuilder import database
    from webbuilder.accounts.tables import Workspace
    from webbuilder.workflows.tables import Pause, Run

    del original, full
    return (
        select(Pause)
        .join(Workspace, Workspace.id == Pause.workspace_id)
        .join(Run, Run.id == Pause.run_id)
        .where(Pause.taken_by.is_(None), Pause.due_at <= database.now() + Workspace.clock_offset)
        .where(Run.state == "waiting")
        .order_by(Pause.due_at)
        .with_for_update(of=Pause, skip_locked=True)
    )


FAULTS = (
    Fault(
        "what-a-step-did-is-not-said",
        "The history of a run says of each step that it was done, and not what it did.",
        "Maya would be asked which letter Priya got, and could not say.",
        "SYS-WORKFLOW",
        (rules.TOLD_STEP_BY_STEP,),
        "Workflow Engine",
        (Function("webbuilder.workflows.history:tell", _without_what_it_did),),
    ),
    Fault(
        "what-a-step-was-given-is-not-said",
        "The history of a run says to whom something was done, and not with what.",
        "Maya would see that Priya was tagged, and look for the tag in a version of last month.",
        "IP-WORKFLOW-COMPONENT",
        (rules.TOLD_STEP_BY_STEP,),
        "Workflow Engine",
        (Function("webbuilder.workflows.history:_given", _given_nothing_of_its_own),),
    ),
    Fault(
        "what-a-step-meets-is-not-said",
        "While a step is tried again, nobody is told why.",
        "Maya would call her visitors liars for a minute, and her mail server never.",
        "ERRORS",
        (rules.MET_IS_TOLD,),
        "Workflow Engine",
        (Function("webbuilder.workflows.history:trouble", _nothing_is_said),),
    ),
    Fault(
        "steps-that-failed-look-busy",
        "A step that was given up is shown as one that is being taken.",
        "Maya would wait for a letter that nobody sends any more.",
        "ERRORS",
        (rules.MET_IS_TOLD,),
        "Workflow Engine",
        (Function("webbuilder.workflows.history:break_off", _left_running),),
    ),
    Fault(
        "what-waits-is-lost-with-its-site",
        "What waits on a site that is put away is forgotten when that is back.",
        "Maya would bring her sale back after a day of doubt, and nobody would hear of her again.",
        "SYS-EMAIL",
        (rules.AWAY_STANDS,),
        "Background Jobs",
        (Function("webbuilder.sites.service:put_away", _for_good),),
    ),
    Fault(
        "cancelled-in-name-only",
        "A run that was cancelled goes on.",
        "Priya would get the letter that Maya promised her on the telephone not to send.",
        "SYS-WORKFLOW",
        (rules.CANCELLED_IS_OVER,),
        "Workflow Engine",
        (Function("webbuilder.workflows.control:cancel", _says_so),),
    ),
    Fault(
        "what-is-cancelled-is-tried-on",
        "A step that is tried again is tried on after its run was cancelled.",
        "The letter would go out in the evening, when the mail server has time, and nobody could stop it.",
        "SYS-JOBS",
        (rules.CANCELLED_IS_NOT_TRIED,),
        "Background Jobs",
        (Function("webbuilder.workflows.control:admit", _tried_on, counts_itself=True),),
    ),
    Fault(
        "paused-in-name-only",
        "A run that was paused goes on.",
        "Everybody would be invited for fresh bread while the oven is broken.",
        "SYS-WORKFLOW",
        (rules.PAUSED_STANDS,),
        "Workflow Engine",
        (Function("webbuilder.workflows.control:act", _pauses_in_name, counts_itself=True),),
    ),
    Fault(
        "what-may-go-on-is-forgotten",
        "A run that was paused and may go on stands still for ever.",
        "The oven would be mended, and nobody would ever be invited again.",
        "SYS-WORKFLOW",
        (rules.PAUSED_STANDS, rules.PAUSED_GOES_ON),
        "Workflow Engine",
        (Function("webbuilder.workflows.control:_resume", _never_mind),),
    ),
    Fault(
        "sites-that-were-put-away-write-on",
        "Runs that wait go on although their site was put away.",
        "People would be asked back to a sale that is over, at an address where nothing is found.",
        "SYS-BUILDER",
        (rules.AWAY_STANDS,),
        "Background Jobs",
        (Query("webbuilder.workflows.waiting:due", _of_every_site),),
    ),
)
