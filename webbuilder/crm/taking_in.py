"""Many contacts taken in at once: a statement for all of a kind, since one for each would cost more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, bindparam, delete, update
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock, database
from webbuilder.crm.known import CHANGED, NEW, SAME, details_after, name_after
from webbuilder.crm.tables import Contact, ContactTag, HistoryEntry, ListEntry
from webbuilder.tracing import current_trace_id
from webbuilder.webhooks import telling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from webbuilder.crm.import_tables import Import
    from webbuilder.crm.importing import Row
    from webbuilder.crm.known import Known, Outcome

IMPORTED = "imported"
_CONTACTS: Table = Contact.__table__  # type: ignore[assignment]  # of a class that is mapped it is one
_HISTORY: Table = HistoryEntry.__table__  # type: ignore[assignment]
_TAGS: Table = ContactTag.__table__  # type: ignore[assignment]
_LISTS: Table = ListEntry.__table__  # type: ignore[assignment]
_OF_CONTACT = (ContactTag, ListEntry, HistoryEntry)
_CHANGE = (
    update(_CONTACTS)
    .where(_CONTACTS.c.id == bindparam("one"))
    .values(name=bindparam("called"), details=bindparam("said"))
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A row that is taken, of whom it is, and what it brings."""

    row: Row
    outcome: Outcome
    known: Known | None


def take_in(session: Session, brought: Import, taken: Sequence[Taken]) -> list[Taken]:
    """Let rows be contacts; return those that are: one whom somebody else has just made is left for later."""
    ids = _known_ids(session, taken) | _new_ids(session, brought, [one for one in taken if one.known is None])
    done = [one for one in taken if one.row.key in ids]
    _change(session, [one for one in done if one.known and not one.known.sample and one.outcome == CHANGED])
    _put_words(session, brought.workspace_id, done, ids)
    _note(session, brought, [ids[one.row.key] for one in done if one.outcome != SAME])
    new = [ids[one.row.key] for one in done if one.outcome == NEW]
    told = [{"contact": one, "address": f"/api/contacts/{one}"} for one in new]
    telling.tell_all(session, brought.workspace_id, telling.CONTACT_CREATED, told)
    return done


def _known_ids(session: Session, taken: Sequence[Taken]) -> dict[str, str]:
    """Return the ids of those who are known; who has only tried a form out becomes a new contact."""
    tried = [one for one in taken if one.known and one.known.sample]
    samples = [one.known.id for one in tried if one.known]
    for of_sample in _OF_CONTACT if samples else ():
        session.execute(delete(of_sample).where(of_sample.contact_id.in_(samples)))
    if samples:
        session.execute(update(_CONTACTS).where(_CONTACTS.c.id.in_(samples)).values(sample=False))
        _write(session, [(one.known.id, one.row.name, one.row.details) for one in tried if one.known])
    return {one.row.key: one.known.id for one in taken if one.known}


def _new_ids(session: Session, brought: Import, taken: Sequence[Taken]) -> dict[str, str]:
    """Make contacts of those who are none, and return their ids by address."""
    if not taken:
        return {}
    now = clock.now(session, brought.workspace_id)
    made = insert(_CONTACTS).on_conflict_do_nothing(index_elements=["workspace_id", "address_key"])
    wanted = [
        {
            "id": database.new_id("contact"),
            "workspace_id": brought.workspace_id,
            "address_key": one.row.key,
            "email": one.row.email,
            "name": one.row.name,
            "details": one.row.details,
            "sample": False,
            "created_at": now,
        }
        for one in sorted(taken, key=lambda one: one.row.key)
    ]
    found = session.execute(made.returning(_CONTACTS.c.address_key, _CONTACTS.c.id), wanted)
    return dict(found.tuples().all())


def _change(session: Session, taken: Sequence[Taken]) -> None:
    """Write down what rows say of those who are known."""
    _write(
        session,
        [
            (one.known.id, name_after(one.row, one.known), details_after(one.row, one.known))
            for one in taken
            if one.known
        ],
    )


def _write(session: Session, said: Sequence[tuple[str, str, Mapping[str, str]]]) -> None:
    if said:
        session.connection().execute(
            _CHANGE, [{"one": one, "called": name, "said": details} for one, name, details in said]
        )


def _put_words(session: Session, workspace_id: str, taken: Sequence[Taken], ids: Mapping[str, str]) -> None:
    """Put tags on contacts, and contacts on lists."""
    whose = [(ids[one.row.key], one.row) for one in taken]
    tags = [
        {"contact_id": one, "tag": tag, "workspace_id": workspace_id}
        for one, row in whose
        for tag in row.tags
    ]
    lists = [
        {"contact_id": one, "list": called, "workspace_id": workspace_id}
        for one, row in whose
        for called in row.lists
    ]
    _add(session, _TAGS, tags)
    _add(session, _LISTS, lists)


def _note(session: Session, brought: Import, ids: Sequence[str]) -> None:
    """Write into the history of contacts what they, or something new of them, came from; once for a file."""
    said: dict[str, Any] = {
        "workspace_id": brought.workspace_id,
        "kind": IMPORTED,
        "words": f"Imported from “{brought.name}”",
        "trace_id": current_trace_id(),
        "at": clock.now(session, brought.workspace_id),
    }
    _add(session, _HISTORY, [{"key": f"{brought.id}:{one}", "contact_id": one, **said} for one in ids])


def _add(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add what is not there yet."""
    if rows:
        session.execute(insert(table).on_conflict_do_nothing(), rows)
