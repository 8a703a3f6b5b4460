"""Time as product behaviour sees it: the machine's, moved forward by what a workspace's clock was moved."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Select, select

from webbuilder import database
from webbuilder.accounts.tables import Workspace

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session
_OFFSETS = "how far clocks were moved"


def offset_of(workspace_id: str) -> Select[timedelta]:
    """Select how far a workspace's clock was moved forward."""
    return select(Workspace.clock_offset).where(Workspace.id == workspace_id)


def now(session: Session, workspace_id: str) -> datetime:
    """Return the workspace's time; how far it was moved is asked once a transaction."""
    offsets: dict[str, timedelta] = session.info.setdefault(_OFFSETS, {})
    if workspace_id not in offsets:
        offsets[workspace_id] = session.scalar(offset_of(workspace_id)) or timedelta()
    return database.now() + offsets[workspace_id]


def advance(session: Session, workspace_id: str, by: timedelta) -> datetime:
    """Move a workspace's clock forward and return its time.

    Raises:
        ValueError: `by` is not positive; a clock only goes forward.
    """
    if by <= timedelta():
        message = "a workspace's clock only goes forward: name a duration above zero"
        raise ValueError(message)
    workspace = session.get_one(Workspace, workspace_id, with_for_update=True)
    workspace.clock_offset += by
    session.info.pop(_OFFSETS, None)
    return now(session, workspace_id)
