"""How a contact stands to mails: what it said itself about them, and what they met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder import clock
from webbuilder.crm import service, suppressions
from webbuilder.tracing import current_trace_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.crm.suppressions import Reason
    from webbuilder.crm.tables import Contact

# Why somebody gets no mails, as their owner reads it.
WORDS: dict[str, str] = {
    "unsubscribed": "unsubscribed",
    "bounced": "mails to this address come back",
    "complained": "called a mail unwanted",
    "forgotten": "asked to be forgotten",
}


def is_unsubscribed(session: Session, contact: Contact) -> bool:
    """Whether a contact has unsubscribed."""
    found = session.scalars(suppressions.of_address(contact.workspace_id, contact.email))
    return any(one.reason == "unsubscribed" for one in found)


def unsubscribe(session: Session, contact: Contact) -> None:
    """Let a contact get no more mails of the business, as it says itself; said twice it stands there once."""
    if suppressions.add(session, contact.workspace_id, contact.email, "unsubscribed"):
        _note(session, contact, "unsubscribed", "Unsubscribed from all mails")


def subscribe(session: Session, contact: Contact) -> None:
    """Let a contact get mails again that had unsubscribed, as it says itself; nobody else can."""
    if suppressions.lift(session, contact.workspace_id, contact.email, "unsubscribed"):
        _note(session, contact, "subscribed", "Subscribed again")


def suppress(session: Session, contact: Contact, why: Reason, address: str) -> None:
    """Let an address of a contact get no more mails, because of what a mail to it met."""
    if suppressions.add(session, contact.workspace_id, address, why):
        _note(session, contact, why, f"Gets no more mails: {WORDS[why]}")


def _note(session: Session, contact: Contact, kind: str, words: str) -> None:
    key = f"{kind}:{contact.id}:{clock.now(session, contact.workspace_id).isoformat()}"
    service.note(session, contact, key, kind, words, trace_id=current_trace_id())
