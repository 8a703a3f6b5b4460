"""The ledger of mail: what is due, what was handed over, what was accepted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Mail(Stored):
    """One mail; `state` is due, handed over (before the server sees it), accepted, refused or uncertain.

    `run_id` and `contact_id` are of mails that a workflow sends, and to contacts.
    """

    __tablename__ = "mails"

    message_id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    run_id: Mapped[str | None]
    contact_id: Mapped[str | None]
    recipient: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    html: Mapped[str]
    trace_id: Mapped[str]
    state: Mapped[str]
    changed_at: Mapped[datetime]
