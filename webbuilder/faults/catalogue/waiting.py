"""What goes wrong where runs of workflows wait."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.workflows.tables import Pause, Run


def _after_a_minute(  # noqa: PLR0917 - as its target
    original: Original, session: Session, run: Run, number: int, due_at: datetime, awaits: str | None = None
) -> datetime:
    from datetime import timedelta

    from webbuilder import clock

    del due_at
    soon = clock.now(session, run.workspace_id) + timedelta(minutes=1)
    until: datetime = original(session, run, number, soon, awaits)
    return until


def _never(original: Original, full: Collection[str] = ()) -> Select[Pause]:
    from webbuilder.workflows.tables import Pause

    due: Select[Pause] = original(full)
    return due.where(Pause.taken_by.is_not(None))


def _the_newest_version(original: Original, session: Session, workflow_id: str, number: int) -> list[Any]:
    from webbuilder.workflows.tables import Workflow

    newest = session.get_one(Workflow, workflow_id).published_version
    if newest != number:
        original.fired()
    steps: list[Any] = original(session, workflow_id, newest)
    return steps


FAULTS = (
    Fault(
        "waits-end-too-early",
        "A workflow that waits for days goes on after a minute.",
        "Priya would get three letters within minutes of leaving her address, and never leave it again.",
        "SYS-EMAIL",
        (rules.WHEN_DUE,),
        "Workflow Engine",
        (Function("webbuilder.workflows.waiting:begin", _after_a_minute),),
    ),
    Fault(
        "waits-are-for-ever",
        "A workflow that waits never goes on.",
        "Everybody who was promised a second letter would wait for it, and nobody would say so.",
        "SYS-WORKFLOW",
        (rules.WHEN_DUE, rules.OUTLIVES_WORKER),
        "Background Jobs",
        (Query("webbuilder.workflows.waiting:due", _never),),
    ),
    Fault(
        "runs-follow-what-is-published-meanwhile",
        "Somebody who waits in a workflow gets what was published for those who come later.",
        "Priya would be asked how she liked a bread that Maya had not begun to bake when she came.",
        "SYS-WORKFLOW",
        (rules.GOES_ON_AS_BEGUN,),
        "Workflow Engine",
        (Function("webbuilder.workflows.versions:steps_of", _the_newest_version, counts_itself=True),),
    ),
)
