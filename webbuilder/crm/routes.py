"""Contacts over HTTP."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from webbuilder.asking import Known, Store
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.crm import lists, service
from webbuilder.crm.tables import Contact, HistoryEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

router = APIRouter(prefix="/api/contacts", tags=["contacts"])


class HistoryView(BaseModel):
    """One thing that happened."""

    kind: str
    words: str
    trace_id: str
    at: datetime


class ContactView(BaseModel):
    """A contact: what is known of it, tags, lists, history; of a `sample`, nobody but who tried it out."""

    id: str
    name: str
    email: str
    sample: bool
    details: dict[str, str]
    tags: list[str]
    lists: list[str]
    history: list[HistoryView]


class ContactList(BaseModel):
    """A part of the contacts, the newest first, and the cursor of the next part, if there is one."""

    items: list[ContactView]
    next_cursor: str | None = None


def history_view(happened: HistoryEntry) -> HistoryView:
    """Return what is shown of one thing that happened."""
    return HistoryView(kind=happened.kind, words=happened.words, trace_id=happened.trace_id, at=happened.at)


def views(store: Store, contacts: Sequence[Contact]) -> list[ContactView]:
    """Return what is shown of some contacts; all of them are asked for at once."""
    ids = [contact.id for contact in contacts]
    tags, on, history = defaultdict(list), defaultdict(list), defaultdict(list)
    for put in store.scalars(service.tags_of_each(ids)):
        tags[put.contact_id].append(put.tag)
    for entry in store.scalars(lists.of_each(ids)):
        on[entry.contact_id].append(entry.list)
    for happened in store.scalars(service.history_of_each(ids)):
        history[happened.contact_id].append(history_view(happened))
    return [
        ContactView(
            id=contact.id,
            name=contact.name,
            email=contact.email,
            sample=contact.sample,
            details=contact.details,
            tags=tags[contact.id],
            lists=on[contact.id],
            history=history[contact.id],
        )
        for contact in contacts
    ]


def view(store: Store, contact: Contact) -> ContactView:
    """Return what is shown of a contact."""
    return views(store, [contact])[0]


@router.get("")
def find(
    known: Known, store: Store, part: Wanted, search: Annotated[str, Query(max_length=200)] = ""
) -> ContactList:
    """List the contacts whose name or address holds the words searched for."""
    found = service.of_workspace(known.workspace_id, search)
    here, more = part_of(store, found, Contact.created_at, Contact.id, part)
    return ContactList(items=views(store, here), next_cursor=more)


@router.get("/{contact_id}")
def read(contact_id: str, known: Known, store: Store) -> ContactView:
    """Return one contact."""
    return view(store, service.one(store, known.workspace_id, contact_id))
