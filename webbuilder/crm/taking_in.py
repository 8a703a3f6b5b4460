"""Many contacts taken in at once: a statement for all of a kind, since one for each would cost more."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Table, Text, bindparam, cast, delete, func, select, update
from sqlalchemy.dialects.postgresql import ARRAY, insert

from webbuilder import clock, database
from webbuilder.crm import service
from webbuilder.crm.known import CHANGED, NEW, SAME, details_after, name_after
from webbuilder.crm.tables import Contact, ContactTag, HistoryEntry, ListEntry
from webbuilder.tracing import current_trace_id
from webbuilder.webhooks import telling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.dialects.postgresql import Insert
    from sqlalchemy.orm import Session

    from webbuilder.crm.import_tables import Import
    from webbuilder.crm.importing import Row
    from webbuilder.crm.known import Known, Outcome

IMPORTED = "imported"
_CONTACTS: Table = Contact.__table__  # type: ignore[assignment]  # of a class that is mapped it is one
_HISTORY: Table = HistoryEntry.__table__  # type: ignore[assignment]
_TAGS: Table = ContactTag.__table__  # type: ignore[assignment]
_LISTS: Table = ListEntry.__table__  # type: ignore[assignment]
_WORDS: ARRAY[str] = ARRAY(Text())
_GIVEN = "given_"  # before what is given of a column, whose own name the statement uses


def _each(table: Table, *columns: str) -> list[ColumnElement[Any]]:
    """Return columns of rows that are given as a list for each column."""
    lists = {one: func.unnest(bindparam(_GIVEN + one, type_=_WORDS)) for one in columns}
    return [cast(many, table.c[one].type).label(one) for one, many in lists.items()]


def _adding(table: Table, each: Sequence[str], *same: str) -> Insert:
    """Return a statement that adds rows that are not there yet, of which some columns are the same in all."""
    alike = [bindparam(_GIVEN + one, type_=table.c[one].type).label(one) for one in same]
    return (
        insert(table)
        .from_select([*each, *same], select(*_each(table, *each), *alike))
        .on_conflict_do_nothing()
    )


_MAKE = _adding(
    _CONTACTS,
    ["id", "address_key", "email", "name", "details"],
    *("workspace_id", "sample", "created_at"),
).returning(_CONTACTS.c.address_key, _CONTACTS.c.id)
_TAG = _adding(_TAGS, ["contact_id", "tag"], "workspace_id")
_PUT_ON = _adding(_LISTS, ["contact_id", "list"], "workspace_id")
_NOTE = _adding(_HISTORY, ["key", "contact_id"], "workspace_id", "kind", "words", "trace_id", "at")
_SAID = select(*_each(_CONTACTS, "id", "name", "details")).subquery()
_CHANGE = (
    update(_CONTACTS).where(_CONTACTS.c.id == _SAID.c.id).values(name=_SAID.c.name, details=_SAID.c.details)
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
    for of_sample in service.LEFT_BY_SAMPLES if samples else ():
        session.execute(delete(of_sample).where(of_sample.contact_id.in_(samples)))
    if samples:
        session.execute(update(_CONTACTS).where(_CONTACTS.c.id.in_(samples)).values(sample=False))
        _write(session, [(one.known.id, one.row.name, one.row.details) for one in tried if one.known])
    return {one.row.key: one.known.id for one in taken if one.known}


def _new_ids(session: Session, brought: Import, taken: Sequence[Taken]) -> dict[str, str]:
    """Make contacts of those who are none, and return their ids by address."""
    rows = sorted((one.row for one in taken), key=lambda row: row.key)
    wanted = _given(
        id=[database.new_id("contact") for _ in rows],
        address_key=[row.key for row in rows],
        email=[row.email for row in rows],
        name=[row.name for row in rows],
        details=[json.dumps(row.details) for row in rows],
        workspace_id=brought.workspace_id,
        sample=False,
        created_at=clock.now(session, brought.workspace_id),
    )
    return dict(map(tuple, session.execute(_MAKE, wanted)))


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


def _given(**columns: object) -> dict[str, object]:
    return {_GIVEN + column: said for column, said in columns.items()}


def _write(session: Session, said: Sequence[tuple[str, str, Mapping[str, str]]]) -> None:
    ids, names = [one for one, _, _ in said], [name for _, name, _ in said]
    details = [json.dumps(one) for _, _, one in said]
    session.execute(_CHANGE, _given(id=ids, name=names, details=details))


def _put_words(session: Session, workspace_id: str, taken: Sequence[Taken], ids: Mapping[str, str]) -> None:
    """Put tags on contacts, and contacts on lists."""
    whose = [(ids[one.row.key], one.row) for one in taken]
    tags = [(one, word) for one, row in whose for word in row.tags]
    lists = [(one, word) for one, row in whose for word in row.lists]
    for put, column, words in ((_TAG, "tag", tags), (_PUT_ON, "list", lists)):
        said = {"contact_id": [one for one, _ in words], column: [word for _, word in words]}
        session.execute(put, _given(workspace_id=workspace_id, **said))


def _note(session: Session, brought: Import, ids: Sequence[str]) -> None:
    """Write into the history of contacts what they, or something new of them, came from; once for a file."""
    said = _given(
        key=[f"{brought.id}:{one}" for one in ids],
        contact_id=list(ids),
        workspace_id=brought.workspace_id,
        kind=IMPORTED,
        words=f"Imported from “{brought.name}”",
        trace_id=current_trace_id(),
        at=clock.now(session, brought.workspace_id),
    )
    session.execute(_NOTE, said)
