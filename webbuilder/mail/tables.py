"""The ledger of mail: what is due, what was handed over, what was accepted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Mail(Stored):
    """One mail; `state` is due, handed over (before the server sees it), accepted, refused or uncertain.

    One is withheld whose reader gets no mails, and returned that came back after it was accepted. `run_id`
    and `contact_id` are of mails that a workflow sends, and to contacts; `unsubscribe` is where they are
    ended. What one of a `broadcast_id` says stands there.
    It was written into the ledger at `entered_at`, and is not to go out before `due_at`, if that is set. It
    was handed over last at `attempted_at`, whatever became of it.
    """

    __tablename__ = "mails"
    __table_args__ = (
        Index(None, "broadcast_id", "state"),
        Index(None, "workspace_id", "attempted_at"),
        Index(None, "workspace_id", "entered_at"),
        Index(None, "trace_id"),
    )

    message_id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    run_id: Mapped[str | None]
    contact_id: Mapped[str | None]
    recipient: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    html: Mapped[str]
    trace_id: Mapped[str]
    state: Mapped[str]
    unsubscribe: Mapped[str | None] = mapped_column(default=None)
    broadcast_id: Mapped[str | None] = mapped_column(
        ForeignKey("broadcasts.id", ondelete="CASCADE"), default=None
    )
    due_at: Mapped[datetime | None] = mapped_column(default=None)
    attempted_at: Mapped[datetime | None] = mapped_column(default=None)
    entered_at: Mapped[datetime]
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
    confirmed_at: Mapped[datetime | None] = mapped_column(default=None)


class Broadcast(Stored):
    """One letter to many.

    `state` is draft, sending, paused, sent or cancelled; `reason` says why it stands still if nobody wanted
    that. `audience` says to whom, `readers` how many these were when it began. `turn` counts the pieces in
    which it goes out, and how often it was let go on: a piece of an earlier turn sends nothing. `at` is the
    time that it is for, as its readers' clocks show it, or nothing; `goes_on_at` is when more may go out,
    where nothing may before.
    """

    __tablename__ = "broadcasts"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    site_id: Mapped[str | None] = mapped_column(ForeignKey("sites.id", ondelete="SET NULL"))
    subject: Mapped[str]
    paragraphs: Mapped[list[Any]]
    button: Mapped[str]
    link: Mapped[str]
    audience: Mapped[dict[str, Any]]
    at: Mapped[str] = mapped_column(default="")
    state: Mapped[str]
    reason: Mapped[str | None] = mapped_column(default=None)
    turn: Mapped[int] = mapped_column(default=0)
    readers: Mapped[int | None] = mapped_column(default=None)
    trace_id: Mapped[str]
    created_at: Mapped[datetime]
    begun_at: Mapped[datetime | None] = mapped_column(default=None)
    goes_on_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)


class MailPace(Stored):
    """When and how fast a workspace's letters to many go out (`webbuilder.mail.pace.Pace`)."""

    __tablename__ = "mail_paces"

    workspace_id: Mapped[str] = mapped_column(
        ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
    )
    pace: Mapped[dict[str, Any]]
