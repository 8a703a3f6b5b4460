"""Rules of contacts: one for each address, with a history of everything that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, Table, delete, literal, or_, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock, database
from webbuilder.crm import conditions, entering
from webbuilder.crm.tables import Consent, Contact, ContactTag, HistoryEntry, ListEntry, MergedContact
from webbuilder.problems import not_found
from webbuilder.webhooks import telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


MOST_DETAILS = 50
# What whoever only tried a form out leaves behind on becoming a customer: none of it was said in earnest.
LEFT_BY_SAMPLES = (ContactTag, ListEntry, HistoryEntry, Consent)
# Written without an object for each row, which would cost more than the row.
_CONTACTS: Table = Contact.__table__  # type: ignore[assignment]
_TAGS: Table = ContactTag.__table__  # type: ignore[assignment]  # of a class that is mapped it is one
_HISTORY: Table = HistoryEntry.__table__  # type: ignore[assignment]


def address_key(email: str) -> str:
    """Return an address as it is compared: without spaces around, in lower case; a `+tag` is part of it."""
    return email.strip().lower()


def of_workspace(workspace_id: str, search: str = "") -> Select[Contact]:
    """Select a workspace's contacts whose name or address holds the words searched for, the newest first."""
    found = (
        select(Contact)
        .where(Contact.workspace_id == workspace_id, ~Contact.sample)
        .order_by(Contact.created_at.desc(), Contact.id)
    )
    words = search.strip()
    return found.where(conditions.holding(words)) if words else found


def with_address(workspace_id: str, email: str) -> Select[Contact]:
    """Select the contact that an address belongs to, or has belonged to one that it took in."""
    key = address_key(email)
    taken_in = taken_in_by(workspace_id).where(MergedContact.address_key == key)
    theirs = or_(Contact.address_key == key, Contact.id.in_(taken_in))
    return select(Contact).where(Contact.workspace_id == workspace_id, theirs)


def taken_in_by(workspace_id: str) -> Select[str]:
    """Select the contacts of a workspace that took others in."""
    return select(MergedContact.contact_id).where(MergedContact.workspace_id == workspace_id)


def with_id(workspace_id: str, contact_id: str) -> Select[Contact]:
    """Select one contact of a workspace, or the one that took it in."""
    taken_in = taken_in_by(workspace_id).where(MergedContact.former_id == contact_id)
    theirs = or_(Contact.id == contact_id, Contact.id.in_(taken_in))
    return select(Contact).where(theirs, Contact.workspace_id == workspace_id)


def addresses_of(contact_ids: Sequence[str]) -> Select[str, str]:
    """Select the address of each of some contacts, by its id."""
    return select(Contact.id, Contact.email).where(Contact.id.in_(contact_ids))


def tags_of(contact_id: str) -> Select[str]:
    """Select a contact's tags, in alphabetical order."""
    return select(ContactTag.tag).where(ContactTag.contact_id == contact_id).order_by(ContactTag.tag)


def tags_of_each(contact_ids: Sequence[str]) -> Select[ContactTag]:
    """Select the tags of some contacts, in alphabetical order."""
    return select(ContactTag).where(ContactTag.contact_id.in_(contact_ids)).order_by(ContactTag.tag)


def history_of_each(contact_ids: Sequence[str]) -> Select[HistoryEntry]:
    """Select what happened to some contacts, the oldest first."""
    return (
        select(HistoryEntry)
        .where(HistoryEntry.contact_id.in_(contact_ids))
        .order_by(HistoryEntry.at, HistoryEntry.key)
    )


def history_of_all(workspace_id: str) -> Select[HistoryEntry]:
    """Select what happened to all contacts of a workspace."""
    return select(HistoryEntry).where(HistoryEntry.workspace_id == workspace_id)


def one(session: Session, workspace_id: str, contact_id: str, *, lock: bool = False) -> Contact:
    """Return a contact, locked until this transaction ends if asked to.

    Raises:
        Problem: the workspace has no such contact.
    """
    found = with_id(workspace_id, contact_id)
    contact = session.scalar(found.with_for_update() if lock else found)
    if contact is None:
        raise not_found("contact")
    return contact


def add(session: Session, workspace_id: str, email: str, name: str, *, sample: bool = False) -> Contact:
    """Return the contact that an address belongs to, made if there is none; a known one keeps its name."""
    new = {
        "id": database.new_id("contact"),
        "workspace_id": workspace_id,
        "address_key": address_key(email),
        "email": email.strip(),
        "name": name,
        "details": {},
        "sample": sample,
        "created_at": clock.now(session, workspace_id),
    }
    taken_in = taken_in_by(workspace_id).where(MergedContact.address_key == new["address_key"])
    columns = [literal(value, _CONTACTS.c[column].type) for column, value in new.items()]
    made = session.scalar(
        insert(Contact)
        .from_select(list(new), select(*columns).where(~taken_in.exists()))
        .on_conflict_do_nothing(index_elements=["workspace_id", "address_key"])
        .returning(Contact)
    )
    contact = made or session.scalars(with_address(workspace_id, email).limit(1)).one()
    is_new = made is not None or _comes_to_be_one(session, contact, name, sample=sample)
    if is_new and not sample:
        told = {"contact": contact.id, "address": f"/api/contacts/{contact.id}"}
        telling.tell(session, workspace_id, telling.CONTACT_CREATED, told)
    if is_new:
        entering.look(session, contact)
    return contact


def _comes_to_be_one(session: Session, contact: Contact, name: str, *, sample: bool) -> bool:
    """Take whoever has only tried a form out for a new customer; return whether that was so."""
    if sample or not contact.sample:
        return False
    session.refresh(contact, with_for_update=True)
    tried = contact.sample
    if tried:
        contact.sample, contact.name, contact.details = False, name, {}
        for of_sample in LEFT_BY_SAMPLES:
            session.execute(delete(of_sample).where(of_sample.contact_id == contact.id))
    return tried


def note(session: Session, contact: Contact, key: str, kind: str, words: str, *, trace_id: str) -> None:
    """Write into a contact's history; the same cause, named by `key`, stands there once."""
    session.execute(
        insert(_HISTORY)
        .values(
            key=key,
            contact_id=contact.id,
            workspace_id=contact.workspace_id,
            kind=kind,
            words=words,
            trace_id=trace_id,
            at=clock.now(session, contact.workspace_id),
        )
        .on_conflict_do_nothing()
    )


def write_down(session: Session, contact: Contact, detail: str, value: str) -> bool:
    """Write down something about a contact, in the place of what stood there; `name` is its name.

    Returns whether that was done: there is only so much that is written down of one.
    """
    session.refresh(contact, with_for_update={"key_share": True})
    if detail.strip().lower() == "name":
        contact.name = value
    elif detail in contact.details or len(contact.details) < MOST_DETAILS:
        contact.details = {**contact.details, detail: value}
    else:
        return False
    entering.look(session, contact)
    return True


def has_tag(session: Session, contact: Contact, tag: str) -> bool:
    """Whether a contact has a tag."""
    return session.get(ContactTag, (contact.id, tag)) is not None


def remove_tag(session: Session, contact: Contact, tag: str) -> bool:
    """Take a tag off a contact; returns whether it was there."""
    found = session.get(ContactTag, (contact.id, tag))
    if found is not None:
        session.delete(found)
        entering.look(session, contact)
    return found is not None


def add_tag(session: Session, contact: Contact, tag: str) -> bool:
    """Put a tag on a contact, and return whether it was not there; put on twice it is there once."""
    made = session.scalar(
        insert(_TAGS)
        .values(contact_id=contact.id, tag=tag, workspace_id=contact.workspace_id)
        .on_conflict_do_nothing()
        .returning(_TAGS.c.tag)
    )
    if made is not None:
        entering.look(session, contact)
    return made is not None
