"""Webhooks of partners, and each message that is to reach one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Webhook(Stored):
    """An address that is told of some events; `old_secret` signs beside `secret` until `old_until`."""

    __tablename__ = "webhooks"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    url: Mapped[str]
    events: Mapped[list[Any]]
    enabled: Mapped[bool]
    disabled_because: Mapped[str | None]
    secret: Mapped[str]
    old_secret: Mapped[str | None]
    old_until: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Delivery(Stored):
    """A message for a webhook: *due*, *delivered* or *given up*; its id is the message's.

    Attributes:
        due_at: when it is tried next, by the workspace's clock.
        begun, made: how many attempts were begun, and how many have ended.
        attempts: `{"at", "status", "because"}` of each that has ended.
    """

    __tablename__ = "webhook_deliveries"

    id: Mapped[str] = mapped_column(primary_key=True)
    webhook_id: Mapped[str] = mapped_column(ForeignKey("webhooks.id", ondelete="CASCADE"), index=True)
    workspace_id: Mapped[str]
    type: Mapped[str]
    data: Mapped[dict[str, Any]]
    traceparent: Mapped[str]
    state: Mapped[str]
    due_at: Mapped[datetime | None]
    begun: Mapped[int]
    made: Mapped[int]
    attempts: Mapped[list[Any]]
    created_at: Mapped[datetime]
