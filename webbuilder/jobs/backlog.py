"""What waits to be begun: how much, since when, and whether that is too long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select

from webbuilder import database
from webbuilder.events import Event

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LATE_AFTER = timedelta(seconds=10)  # what is asked for is begun within a second, where somebody is there


@dataclass(frozen=True, slots=True)
class Backlog:
    """What a workspace waits for: how many pieces of work, the time of the oldest, and whether it is late."""

    waiting: int
    oldest_at: datetime | None
    late: bool


def waiting(workspace_id: str) -> Select[int, datetime | None]:
    """Select how much of a workspace's work nobody has begun, and since when the oldest waits."""
    mine = Event.workspace_id == workspace_id, Event.taken_by.is_(None)
    return select(func.count(Event.id), func.min(Event.at)).where(*mine)


def of(session: Session, workspace_id: str) -> Backlog:
    """Return what a workspace waits for."""
    many, oldest = session.execute(waiting(workspace_id)).tuples().one()
    return Backlog(many, oldest, is_late(oldest))


def is_late(oldest: datetime | None) -> bool:
    """Whether the oldest waits longer than it should."""
    return oldest is not None and database.now() - oldest > LATE_AFTER
