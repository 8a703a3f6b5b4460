"""What goes wrong where many businesses have work done by the same machines."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy import Select

    from webbuilder.database import Database
    from webbuilder.events import Event
    from webbuilder.jobs.runs import Runs


def _oldest_first(original: Original, full: Collection[str] = (), most: int = 100) -> Select[Event]:
    from sqlalchemy import select

    from webbuilder.events import Event

    waiting = select(Event).where(Event.taken_by.is_(None)).order_by(Event.id)
    return waiting.limit(most).with_for_update(skip_locked=True)


def _no_share(original: Original, in_hand: Mapping[str, int]) -> list[str]:
    return []


def _none_beyond_plenty(original: Original, runs: Runs, database: Database, slot: str) -> int:
    from webbuilder.jobs.places import PLENTY

    if runs.places.in_hand().total() >= PLENTY:
        original.fired()
        return 0
    begun: int = original(runs, database, slot)
    return begun


def _of_nobody(original: Original, workspace_id: str) -> Select[int, datetime | None]:
    from sqlalchemy import false

    waiting: Select[int, datetime | None] = original(workspace_id)
    return waiting.where(false())


def _never_late(original: Original, oldest: datetime | None) -> bool:
    return False


def _always_late(original: Original, oldest: datetime | None) -> bool:
    return oldest is not None


FAULTS = (
    Fault(
        "nothing-is-said-to-wait",
        "Nothing is said to wait, whatever does.",
        "Maya would look for a mistake in a workflow that has none.",
        "SYS-JOBS",
        (rules.LATE_IS_SAID,),
        "Background Jobs",
        (Query("webbuilder.jobs.backlog:waiting", _of_nobody),),
    ),
    Fault(
        "nothing-is-ever-late",
        "Work may wait for days without being called late.",
        "Maya would believe for a weekend that her letters are about to leave.",
        "SYS-JOBS",
        (rules.LATE_IS_SAID,),
        "Background Jobs",
        (Function("webbuilder.jobs.backlog:is_late", _never_late),),
    ),
    Fault(
        "everything-is-late",
        "Whatever waits is called late, from its first moment.",
        "Maya would hear an alarm at each sign-up, and none of them any more when it matters.",
        "ERRORS",
        (rules.LATE_IS_SAID,),
        "Background Jobs",
        (Function("webbuilder.jobs.backlog:is_late", _always_late),),
    ),
    Fault(
        "oldest-first-whoever-it-is",
        "Work is begun in the order in which it was asked for, all at once, whoever asked.",
        "Priya would be welcomed at Maya's once everybody is who saw Ravi on television.",
        "SYS-JOBS",
        (rules.HAS_ITS_TURN,),
        "Background Jobs",
        (Query("webbuilder.events:waiting", _oldest_first),),
    ),
    Fault(
        "one-business-takes-every-place",
        "A business may have as much under way as there are places, and then nobody else has any.",
        "Maya would not hear of Priya while Ravi's letters are tried again and again.",
        "SYS-JOBS",
        (rules.SLOW_ALONE,),
        "Background Jobs",
        (
            Function("webbuilder.jobs.places:without_place", _no_share),
            Function("webbuilder.jobs.worker:dispatch", _none_beyond_plenty, counts_itself=True),
        ),
    ),
)
