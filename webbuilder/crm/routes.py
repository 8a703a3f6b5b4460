"""Contacts over HTTP."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import APIRouter, Query
from pydantic import BaseModel

from webbuilder.asking import Known, Store
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.crm import consents, lists, service, suppressions
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


def history_view(happened: HistoryEntry) -> HistoryView:
    """Return what is shown of one thing that happened."""
    return HistoryView(kind=happened.kind, words=happened.words, trace_id=happened.trace_id, at=happened.at)


def views(store: Store, contacts: Sequence[Contact]) -> list[ContactView]:
    """Return what is shown of some contacts; all of them are asked for at once."""
    ids = [contact.id for contact in contacts]
    tags, on, history = defaultdict(list), defaultdict(list), defaultdict(list)
    said, noes = defaultdict(list), defaultdict(list)
    for put in store.scalars(service.tags_of_each(ids)):
        tags[put.contact_id].append(put.tag)
    for entry in store.scalars(lists.of_each(ids)):
        on[entry.contact_id].append(entry.list)
    for happened in store.scalars(service.history_of_each(ids)):
        history[happened.contact_id].append(history_view(happened))
    for one in store.scalars(consents.of_each(ids)):
        told = ConsentView(words=one.words, agreed=one.agreed, site=one.site, release=one.release, at=one.at)
        said[one.contact_id].append(told)
    for no in store.scalars(suppressions.of_each(contacts)):
        told_of = WithheldView(because=cast("suppressions.Reason", no.reason), since=no.at)
        noes[no.address].append(told_of)
    return [
        ContactView(
            id=contact.id,
            name=contact.name,
            email=contact.email,
            sample=contact.sample,
            details=contact.details,
            tags=tags[contact.id],
            lists=on[contact.id],
            no_mails=noes[suppressions.digest(contact.workspace_id, contact.email)],
            consents=said[contact.id],
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
