"""Files of contacts that somebody brought, and their rows until they are imported."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Import(Stored):
    """A file of contacts: what importing it would do (`trial`) and did (`came`), in numbers of rows.

    `job_id` is the work of importing it; None as long as nobody said so.
    """

    __tablename__ = "imports"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    header: Mapped[list[Any]]
    trial: Mapped[dict[str, Any]]
    came: Mapped[dict[str, Any]]
    job_id: Mapped[str | None]
    created_at: Mapped[datetime]


class ImportRow(Stored):
    """A row of a file that waits to be imported, or was refused; one that is imported stands here no more.

    `outcome` is new, changed, same or refused, and `reason` says why it was refused.
    """

    __tablename__ = "import_rows"

    import_id: Mapped[str] = mapped_column(ForeignKey("imports.id", ondelete="CASCADE"), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]
    cells: Mapped[list[Any]]
    outcome: Mapped[str]
    reason: Mapped[str]
