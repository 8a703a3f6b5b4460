"""Work that was asked for and is done in the background, as it is stored."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Job(Stored):
    """A piece of work. `state` is queued, running, succeeded, failed or cancelled.

    `result` is where what came of it is, `problem` holds title and detail of why it failed, and `done` says
    how much is done `of` all that it asks for.
    """

    __tablename__ = "jobs"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    wish: Mapped[dict[str, Any]]
    state: Mapped[str]
    result: Mapped[str | None]
    problem: Mapped[dict[str, Any] | None]
    done: Mapped[int]
    of: Mapped[int]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
