"""Where a part can be killed: between a promise that was kept and the word that says so."""
# ruff: noqa: PLR0917 - the list is printed without the platform; bodies take what their target takes

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import dying, rules, rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import CrashPoint

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller
    from webbuilder.components.routes import Changes, Revision
    from webbuilder.events import Event
    from webbuilder.jobs.runs import Runs
    from webbuilder.jobs.tables import Job
    from webbuilder.publishing.tables import Release
    from webbuilder.settings import Settings
    from webbuilder.workflows.tables import Pause, Run


def _announced(
    original: Original, session: Session, workspace_id: str, kind: str, body: dict[str, Any]
) -> None:
    original(session, workspace_id, kind, body)
    dying.die(original, session, "after_commit")


def _told(
    original: Original, session: Session, run: Run, number: int, outcome: str, state: str = "succeeded"
) -> str:
    told: str = original(session, run, number, outcome, state)
    dying.die(original, session, "before_commit")
    return told


def _answered(
    original: Original, address: str, body: bytes, headers: Any, *, limit: float, allowed: Any
) -> int:
    status: int = original(address, body, headers, limit=limit, allowed=allowed)
    original.die_once()
    return status


def _switched(
    original: Original, session: Session, workspace_id: str, site_id: str, *, despite_warnings: bool = False
) -> Release:
    release: Release = original(session, workspace_id, site_id, despite_warnings=despite_warnings)
    dying.die(original, session, "after_commit")
    return release


def _changed(
    original: Original,
    site_id: str,
    changes: Changes,
    known: Caller,
    store: Session,
    client: str | None = None,
) -> Revision:
    revision: Revision = original(site_id, changes, known, store, client)
    dying.die(original, store, "after_commit")
    return revision


def _started(original: Original, runs: Runs, event: Event) -> None:
    original(runs, event)
    original.die_once()


def _went_on(original: Original, runs: Runs, pause: Pause) -> None:
    original(runs, pause)
    original.die_once()


def _ended(
    original: Original, session: Session, job: Job, state: str, problem: dict[str, Any] | None = None
) -> None:
    original(session, job, state, problem)
    dying.die(original, session, "after_commit")


def _went(
    original: Original, session: Session, run_id: str, number: int, turn: int, settings: Settings
) -> int | None:
    further: int | None = original(session, run_id, number, turn, settings)
    dying.die(original, session, "after_commit")
    return further


POINTS = (
    CrashPoint(
        "crash_at=after_operations_commit",
        "The web process dies when changes of a page are stored, before the builder is told so.",
        "IP-BUILDER-BACKEND",
        (rules.SAVED_EVERYWHERE, rules.DROPPED_STAYS),
        "Component APIs",
        (Function("webbuilder.components.routes:change", _changed, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=after_event_commit",
        "The web process dies when a submission and its event are stored, before the visitor is answered.",
        "CONSISTENCY",
        (rules.NEXT_SUBMISSION, rules.ONE_EVENING),
        "Backend APIs",
        (Function("webbuilder.events:announce", _announced, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=after_dispatch_start",
        "The worker dies when it has started what an event asks for, before the event is marked as taken.",
        "SYS-JOBS",
        (rules.WELCOMED_ONCE,),
        "Background Jobs",
        (Function("webbuilder.jobs.worker:start_reaction", _started, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=after_wake_start",
        "The worker dies when it has let a run go on whose wait was over, before that is marked.",
        "SYS-JOBS",
        (rules.GOES_ON_AS_BEGUN,),
        "Background Jobs",
        (Function("webbuilder.jobs.worker:start_stretch", _went_on, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=before_step_commit",
        "The worker dies when a step of a workflow has done its work, before that is committed.",
        "SYS-WORKFLOW",
        (rules.NEXT_SUBMISSION, rules.WELCOMED_ONCE),
        "Workflow Engine",
        (Function("webbuilder.workflows.history:tell", _told, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=after_steps_commit",
        "The worker dies when steps of a run are stored, before anybody knows that they were taken.",
        "SYS-WORKFLOW",
        (rules.NEXT_SUBMISSION, rules.WELCOMED_ONCE),
        "Workflow Engine",
        (Function("webbuilder.workflows.going:go", _went, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=after_job_commit",
        "The worker dies when work in the background is done and called done, before it knows that itself.",
        "SYS-JOBS",
        (rules.CALLED_DONE,),
        "Background Jobs",
        (Function("webbuilder.jobs.work:end", _ended, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=after_webhook_answer",
        "The worker dies when a partner's receiver has answered, before that is written down.",
        "SYS-JOBS",
        (rules.GETS_LATER, rules.LEFT_ALONE),
        "Background Jobs",
        (Function("webbuilder.outbound:post", _answered, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=after_publish_switch",
        "The web process dies when visitors have the new version, before its owner is told so.",
        "LIVE-SITE",
        (rules.ONE_EVENING,),
        "Live Sites",
        (Function("webbuilder.publishing.service:publish", _switched, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=before_late_start_commit",
        "The worker dies when it has started late what was kept, before that is committed.",
        "SYS-JOBS",
        (rules.STARTED_LATE,),
        "Background Jobs",
        (Function("webbuilder.connector.late:start", dying.begun_late, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=after_late_start_commit",
        "The worker dies when late starts are committed, before it goes on with the rest.",
        "SYS-JOBS",
        (rules.STARTED_LATE,),
        "Background Jobs",
        (Function("webbuilder.connector.late:start", dying.kept_late, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=before_import_commit",
        "The worker dies when it has imported rows of a file, before that is committed.",
        "SYS-JOBS",
        (of_people.IMPORTED_ONCE,),
        "Background Jobs",
        (Function("webbuilder.crm.imports:go_on", dying.imports_before, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=after_import_commit",
        "The worker dies when rows of a file are imported, before it goes on with the rest.",
        "SYS-JOBS",
        (of_people.IMPORTED_ONCE,),
        "Background Jobs",
        (Function("webbuilder.crm.imports:go_on", dying.imports_after, counts_itself=True),),
    ),
)
