"""The letters of a piece of a broadcast: known each by a token, printed from one plate."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert as upsert

from webbuilder import clock
from webbuilder.accounts.tables import Workspace
from webbuilder.crm.tables import Contact
from webbuilder.mail import ledger, letters
from webbuilder.mail.tables import Broadcast, Mail, MailToken
from webbuilder.sites import addresses
from webbuilder.sites.tables import Site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import EmailMessage

    from sqlalchemy.orm import Session

    from webbuilder.settings import Settings


@dataclass(frozen=True, slots=True)
class Ready:
    """A mail that was claimed, ready to be handed over; its message is made when it is."""

    mail: Mail
    sender: str

    @property
    def key(self) -> str:
        """Its key in the ledger."""
        return self.mail.message_id

    def message(self) -> EmailMessage:
        """Return what is handed over."""
        return ledger.message_of(self.mail, self.sender)


def ready(session: Session, settings: Settings, broadcast: Broadcast, mails: Sequence[Mail]) -> list[Ready]:
    """Write down by what each mail will be known, and print them."""
    if not mails:
        return []
    sender = session.get_one(Workspace, broadcast.workspace_id).name
    site = session.get_one(Site, broadcast.site_id)
    address = addresses.address_of(settings.where.sites, site)
    plate = letters.engrave(broadcast.subject, broadcast.paragraphs, sender, address, broadcast.button)
    shared: dict[str, Any] = {
        "workspace_id": broadcast.workspace_id,
        "site_id": broadcast.site_id,
        "subject": broadcast.subject,
        "address": broadcast.link,
        "visited": [],
        "made_at": clock.now(session, broadcast.workspace_id),
    }
    tokens = [
        {
            "message_id": mail.message_id,
            "token": secrets.token_urlsafe(18),
            "contact_id": mail.contact_id,
            **shared,
        }
        for mail in mails
    ]
    again = (
        upsert(MailToken)
        .values(tokens)
        .on_conflict_do_update(index_elements=["message_id"], set_={"made_at": shared["made_at"]})
    )
    made = dict(session.execute(again.returning(MailToken.message_id, MailToken.token)).all())
    names = dict(session.execute(_names(mails)).all())
    return [
        Ready(_printed(mail, plate.printed(names[str(mail.contact_id)], token)), sender)
        for mail, token in ((mail, made[mail.message_id]) for mail in mails)
    ]


def _names(mails: Sequence[Mail]) -> Select[str, str]:
    return select(Contact.id, Contact.name).where(Contact.id.in_([mail.contact_id for mail in mails]))


def _printed(mail: Mail, letter: letters.Letter) -> Mail:
    """Return a mail with its words, which are kept with its broadcast alone."""
    return Mail(
        message_id=mail.message_id,
        recipient=mail.recipient,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        trace_id=mail.trace_id,
        unsubscribe=letter.unsubscribe,
    )
