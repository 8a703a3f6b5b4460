"""Connections between forms and workflows, and what visitors sent."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Connection(Stored):
    """A form joined to a workflow. `mapping` says which field of the form fills which of the contact."""

    __tablename__ = "connections"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True)
    component_id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(index=True)
    workflow_id: Mapped[str] = mapped_column(ForeignKey("workflows.id", ondelete="CASCADE"))
    mapping: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


class Submission(Stored):
    """What a visitor sent, once for each served form, by its view token. `times_sent` counts what arrived.

    A `sample` is what somebody who works here sent to try the form out: it is counted nowhere.
    `held_because` says why it starts nothing until somebody lets it through. `consents` is what the form
    asked to agree to, word for word, each with whether that was agreed to.
    """

    __tablename__ = "submissions"
    __table_args__ = (
        UniqueConstraint("site_id", "view_token", "content"),
        Index(None, "site_id", "sent_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(index=True)
    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), index=True)
    component_id: Mapped[str]
    release: Mapped[int]
    view_token: Mapped[str]
    content: Mapped[str]
    fields: Mapped[dict[str, Any]]
    times_sent: Mapped[int] = mapped_column(default=1)
    trace_id: Mapped[str]
    sent_at: Mapped[datetime]
    held_because: Mapped[str | None]
    sample: Mapped[bool] = mapped_column(default=False)
    consents: Mapped[dict[str, Any] | None] = mapped_column(default=None)
