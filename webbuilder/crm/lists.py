"""Lists of contacts: who is on one, and who comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder.crm import entering
from webbuilder.crm.tables import Contact, ListEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


def of_contact(contact_id: str) -> Select[str]:
    """Select the lists that a contact is on, in alphabetical order."""
    return select(ListEntry.list).where(ListEntry.contact_id == contact_id).order_by(ListEntry.list)


def of_each(contact_ids: Sequence[str]) -> Select[ListEntry]:
    """Select which lists some contacts are on, in alphabetical order."""
    return select(ListEntry).where(ListEntry.contact_id.in_(contact_ids)).order_by(ListEntry.list)


def on(workspace_id: str, called: str) -> Select[Contact]:
    """Select the contacts on a list, whoever was known first before the others."""
    return (
        select(Contact)
        .join(ListEntry, ListEntry.contact_id == Contact.id)
        .where(ListEntry.workspace_id == workspace_id, ListEntry.list == called, ~Contact.sample)
        .order_by(Contact.created_at, Contact.id)
    )


def has(session: Session, contact: Contact, called: str) -> bool:
    """Whether a contact is on a list."""
    return session.get(ListEntry, (contact.id, called)) is not None


def put_on(session: Session, contact: Contact, called: str) -> bool:
    """Put a contact on a list, and return whether it was not there; put on twice it is there once."""
    made = session.scalar(
        insert(ListEntry)
        .values(contact_id=contact.id, list=called, workspace_id=contact.workspace_id)
        .on_conflict_do_nothing()
        .returning(ListEntry.list)
    )
    if made is not None:
        entering.look(session, contact)
    return made is not None


def take_off(session: Session, contact: Contact, called: str) -> bool:
    """Take a contact off a list; returns whether it was there."""
    found = session.get(ListEntry, (contact.id, called))
    if found is not None:
        session.delete(found)
        entering.look(session, contact)
    return found is not None
