"""Components and the log of the operations that made them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Component(Stored):
    """One component of a site's page. `position` orders it among its siblings; the page has no parent."""

    __tablename__ = "components"
    __table_args__ = (
        ForeignKeyConstraint(
            ["site_id", "parent_id"],
            ["components.site_id", "components.id"],
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    # What lies below a component goes with it in the database, so that it may be gone when it is its turn.
    __mapper_args__ = {"confirm_deleted_rows": False}  # noqa: RUF012 - as SQLAlchemy has it

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(index=True)
    parent_id: Mapped[str | None]
    position: Mapped[float]
    type: Mapped[str]
    properties: Mapped[dict[str, Any]]


class Operation(Stored):
    """One ordered change of a site's page, kept for good: the truth that clients catch up from."""

    __tablename__ = "operations"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]
    person_id: Mapped[str]
    body: Mapped[dict[str, Any]]
    trace_id: Mapped[str]
    at: Mapped[datetime]
