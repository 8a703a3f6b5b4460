"""The ledger of mail: what is due, what was handed over, what was accepted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Mail(Stored):
    """One mail; `state` is due, handed over (before the server sees it), accepted, refused or uncertain.

    One is withheld whose reader gets no mails. `run_id` and `contact_id` are of mails that a workflow sends,
    and to contacts; `unsubscribe` is where these end them.
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
    unsubscribe: Mapped[str | None] = mapped_column(default=None)
    changed_at: Mapped[datetime]


class MailToken(Stored):
    """By what a mail is known when it is opened, its button pressed or mails ended; no address stands in it.

    Attributes:
        subject: as the step has it that sent the mail.
        address: where its button leads.
        visited: the pages that were visited by it, each once.
    """

    __tablename__ = "mail_tokens"

    message_id: Mapped[str] = mapped_column(
        ForeignKey("mails.message_id", ondelete="CASCADE"), primary_key=True
    )
    token: Mapped[str] = mapped_column(unique=True)
    workspace_id: Mapped[str]
    site_id: Mapped[str | None] = mapped_column(ForeignKey("sites.id", ondelete="SET NULL"))
    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"), index=True)
    run_id: Mapped[str | None] = mapped_column(ForeignKey("runs.id", ondelete="SET NULL"))
    subject: Mapped[str]
    address: Mapped[str]
    visited: Mapped[list[Any]]
    made_at: Mapped[datetime]
    opened_at: Mapped[datetime | None] = mapped_column(default=None)
    clicked_at: Mapped[datetime | None] = mapped_column(default=None)
