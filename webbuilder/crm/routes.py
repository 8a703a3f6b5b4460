"""Contacts over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, cast

from fastapi import APIRouter, Query
from pydantic import BaseModel

from webbuilder.asking import Known, Store
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.crm import consents, lists, service, suppressions
from webbuilder.crm.tables import Contact

router = APIRouter(prefix="/api/contacts", tags=["contacts"])


class HistoryView(BaseModel):
    """One thing that happened."""

    kind: str
    words: str
    trace_id: str
    at: datetime


class ConsentView(BaseModel):
    """What a contact said when a form asked to agree to something, word for word."""

    words: str
    agreed: bool
    site: str
    release: int
    at: datetime


class WithheldView(BaseModel):
    """Why a contact gets no mails, and since when."""

    because: suppressions.Reason
    since: datetime


class ContactView(BaseModel):
    """A contact: what is known of it, tags, lists, history; of a `sample`, nobody but who tried it out.

    `no_mails` says why it gets none, if that is so; `consents` what it was asked to agree to.
    """

    id: str
    name: str
    email: str
    sample: bool
    details: dict[str, str]
    tags: list[str]
    lists: list[str]
    no_mails: list[WithheldView]
    consents: list[ConsentView]
    history: list[HistoryView]


class ContactList(BaseModel):
    """A part of the contacts, the newest first, and the cursor of the next part, if there is one."""

    items: list[ContactView]
    next_cursor: str | None = None


def view(store: Store, contact: Contact) -> ContactView:
    """Return what is shown of a contact."""
    return ContactView(
        id=contact.id,
        name=contact.name,
        email=contact.email,
        sample=contact.sample,
        details=contact.details,
        tags=list(store.scalars(service.tags_of(contact.id))),
        lists=list(store.scalars(lists.of_contact(contact.id))),
        no_mails=[
            WithheldView(because=cast("suppressions.Reason", one.reason), since=one.at)
            for one in store.scalars(suppressions.of_address(contact.workspace_id, contact.email))
        ],
        consents=[
            ConsentView(words=one.words, agreed=one.agreed, site=one.site, release=one.release, at=one.at)
            for one in store.scalars(consents.of_contact(contact.id))
        ],
        history=[
            HistoryView(kind=entry.kind, words=entry.words, trace_id=entry.trace_id, at=entry.at)
            for entry in store.scalars(service.history_of(contact.id))
        ],
    )


@router.get("")
def find(
    known: Known, store: Store, part: Wanted, search: Annotated[str, Query(max_length=200)] = ""
) -> ContactList:
    """List the contacts whose name or address holds the words searched for."""
    found = service.of_workspace(known.workspace_id, search)
    here, more = part_of(store, found, Contact.created_at, Contact.id, part)
    return ContactList(items=[view(store, contact) for contact in here], next_cursor=more)


@router.get("/{contact_id}")
def read(contact_id: str, known: Known, store: Store) -> ContactView:
    """Return one contact."""
    return view(store, service.one(store, known.workspace_id, contact_id))
