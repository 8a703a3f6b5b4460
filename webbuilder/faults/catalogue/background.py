"""What goes wrong where work is done in the background."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.events import Event
    from webbuilder.jobs.places import Places
    from webbuilder.jobs.runs import Runs
    from webbuilder.jobs.tables import Job
    from webbuilder.settings import Settings
    from webbuilder.sites.tables import Site

_BEGUN_HERE: set[str] = set()  # of each process its own


def _nothing_is_done(original: Original, session: Session, job: Job, settings: Settings) -> str:
    from webbuilder.sites import service as sites

    return settings.where.sites.format(slug=sites.one(session, job.workspace_id, job.wish["site"]).slug)


def _the_first_time_only(original: Original, session: Session, job: Job, settings: Settings) -> str:
    from webbuilder.sites import service as sites

    if sites.one(session, job.workspace_id, job.wish["site"]).live_release:
        original.fired()
        return _nothing_is_done(original, session, job, settings)
    return original(session, job, settings)  # type: ignore[no-any-return]  # as its target


def _left_lying(original: Original, runs: Runs, event: Event) -> None:
    if event.kind == "job.due":
        original.fired()
        return
    original(runs, event)


def _for_ever_running(
    original: Original, session: Session, job: Job, state: str, problem: dict[str, Any] | None = None
) -> None:
    return None


def _nothing_to_look_at(original: Original, session: Session, site: Site, *, despite: bool) -> None:
    return None


def _left_where_it_is(original: Original, dead: Sequence[str]) -> int:
    return 0


def _each_by_itself(original: Original, runs: Runs, database: Database, slot: str) -> int:
    from dbos import DBOS, SetWorkflowID
    from sqlalchemy import select

    from webbuilder.accounts.tables import Workspace
    from webbuilder.database import now
    from webbuilder.workflows.tables import Pause

    over = select(Pause).join(Workspace, Workspace.id == Pause.workspace_id)
    with database.transaction() as session:
        for pause in session.scalars(over.where(Pause.due_at <= now() + Workspace.clock_offset)):
            work_id = f"{pause.run_id}:{pause.number + 1}:{slot}"
            if work_id not in _BEGUN_HERE:
                _BEGUN_HERE.add(work_id)
                original.fired()
                with SetWorkflowID(work_id):
                    DBOS.start_workflow(runs.stretch, pause.run_id, pause.traceparent, pause.number + 1, None)
    return 0


def _dropped(original: Original, self: Places, within: float) -> bool:
    return False


FAULTS = (
    Fault(
        "each-machine-keeps-its-own-calendar",
        "What falls due is begun by each machine, whichever has begun it already.",
        "Whatever Maya does two days later she would do as often as there are machines.",
        "SYS-JOBS",
        (rules.DUE_ONCE,),
        "Background Jobs",
        (Function("webbuilder.jobs.worker:wake", _each_by_itself, counts_itself=True),),
    ),
    Fault(
        "whoever-is-asked-to-end-drops-all",
        "A machine that is taken down drops what it has in hand.",
        "Priya's letter would be begun again, or nobody would know whether she has it.",
        "SYS-JOBS",
        (rules.TAKEN_DOWN,),
        "Background Jobs",
        (Function("webbuilder.jobs.places:Places.close", _dropped),),
    ),
    Fault(
        "dead-machines-keep-their-work",
        "What a machine was at when it died is left to it.",
        "Priya's letter would wait in a broken machine until somebody repairs it.",
        "SYS-JOBS",
        (rules.OUTLIVES_MACHINE,),
        "Background Jobs",
        (Function("webbuilder.jobs.slots:resume", _left_where_it_is),),
    ),
    Fault(
        "called-done-and-not-done",
        "Publishing in the background is called done, and nothing was published.",
        "Tariq would print an address at which nobody finds anything.",
        "SYS-JOBS",
        (rules.CALLED_DONE,),
        "Background Jobs",
        (Function("webbuilder.jobs.work:_publish", _nothing_is_done),),
    ),
    Fault(
        "published-in-the-background-once",
        "Publishing a live site in the background is called done, and visitors go on reading the old one.",
        "Tariq's tills would sell at the new price what the site offers at the old one.",
        "SYS-JOBS",
        (rules.CALLED_DONE,),
        "Background Jobs",
        (Function("webbuilder.jobs.work:_publish", _the_first_time_only, counts_itself=True),),
    ),
    Fault(
        "work-is-left-lying",
        "Work that was asked for is never begun.",
        "Tariq would wait for a spring sale until summer.",
        "SYS-JOBS",
        (rules.CALLED_DONE,),
        "Background Jobs",
        (Function("webbuilder.jobs.worker:start_reaction", _left_lying, counts_itself=True),),
    ),
    Fault(
        "work-never-ends",
        "Work is done, and is called running for ever.",
        "Tariq would ask for it again and again.",
        "SYS-JOBS",
        (rules.CALLED_DONE,),
        "Background Jobs",
        (Function("webbuilder.jobs.work:end", _for_ever_running),),
    ),
    Fault(
        "background-publishes-whatever-it-is",
        "What is published in the background is not looked at first.",
        "Maya's first visitors would fill in a form that leads nowhere.",
        "ERRORS",
        (rules.SAID_AT_ONCE,),
        "Live Sites",
        (Function("webbuilder.publishing.service:refuse_unseen", _nothing_to_look_at),),
    ),
)
