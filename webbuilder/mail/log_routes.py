"""Which mails there are and how they stand, over HTTP: what was sent, and what was not, is told alike."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel

from webbuilder.accounts.roles import asks
from webbuilder.asking import Known, Store
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.mail import ledger
from webbuilder.mail.tables import Mail

router = APIRouter(prefix="/api/mails", tags=["mail"])


class MailView(BaseModel):
    """One mail; its `id` is its Message-ID, `run` and `broadcast` are what sent it.

    `state` is due, handed over, accepted, refused, withheld, uncertain or returned, since `changed_at`.
    """

    id: str
    to: str
    subject: str
    state: str
    run: str | None
    contact: str | None
    broadcast: str | None
    trace_id: str
    at: datetime
    changed_at: datetime


class MailList(BaseModel):
    """A part of the mails, the newest first, and the cursor of the next part, if there is one."""

    items: list[MailView]
    next_cursor: str | None = None


def view(mail: Mail) -> MailView:
    """Return what is shown of a mail among others."""
    return MailView(
        id=mail.message_id,
        to=mail.recipient,
        subject=mail.subject,
        state=mail.state,
        run=mail.run_id,
        contact=mail.contact_id,
        broadcast=mail.broadcast_id,
        trace_id=mail.trace_id,
        at=mail.entered_at,
        changed_at=mail.changed_at,
    )


@router.get("", openapi_extra=asks(scope="contacts:read"))
def list_mails(known: Known, store: Store, part: Wanted) -> MailList:
    """List the mails."""
    here, more = part_of(
        store, ledger.of_workspace(known.workspace_id), Mail.entered_at, Mail.message_id, part
    )
    return MailList(items=[view(one) for one in here], next_cursor=more)
