"""A copy of everything that is known of a person, for whoever asks what that is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import BaseModel
from sqlalchemy import Select, select

from webbuilder.crm import forgetting
from webbuilder.crm.routes import ContactView, view
from webbuilder.mail.tables import Broadcast, Mail
from webbuilder.workflows.tables import Run, Workflow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact


class SentView(BaseModel):
    """What a person sent by a form."""

    fields: dict[str, str]
    at: datetime


class LetterView(BaseModel):
    """A mail to a person, or about them, and what became of it."""

    to: str
    subject: str
    text: str
    state: str
    at: datetime


class PassView(BaseModel):
    """A pass of a person through a workflow."""

    workflow: str
    state: str
    at: datetime


class Everything(BaseModel):
    """All that is known of a person."""

    contact: ContactView
    submissions: list[SentView]
    mails: list[LetterView]
    runs: list[PassView]


def _workflows(runs: list[Run]) -> Select[Workflow]:
    return select(Workflow).where(Workflow.id.in_({run.workflow_id for run in runs}))


def _said(session: Session, mail: Mail) -> str:
    """Return what a mail to many says, which is kept once for all of them."""
    broadcast = session.get(Broadcast, mail.broadcast_id) if mail.broadcast_id else None
    return "\n\n".join(broadcast.paragraphs) if broadcast else ""


def copy_of(session: Session, contact: Contact) -> Everything:
    """Return all that is known of a person, the oldest first."""
    theirs = forgetting.gather(session, contact)
    runs = theirs.runs
    mails = forgetting.mails_of(contact, [run.id for run in runs])
    names = {one.id: one.name for one in session.scalars(_workflows(runs))}
    return Everything(
        contact=view(session, contact),
        submissions=[SentView(fields=one.fields, at=one.sent_at) for one in theirs.sent],
        mails=[
            LetterView(
                to=one.recipient,
                subject=one.subject,
                text=one.text or _said(session, one),
                state=one.state,
                at=one.changed_at,
            )
            for one in session.scalars(select(Mail).where(mails).order_by(Mail.changed_at))
        ],
        runs=[
            PassView(workflow=names[run.workflow_id], state=run.state, at=run.started_at)
            for run in sorted(runs, key=lambda run: run.started_at)
        ],
    )
