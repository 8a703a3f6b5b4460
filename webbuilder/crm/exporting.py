"""All contacts as a file that spreadsheets show as it is, and that is imported again as it was."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select, tuple_

from webbuilder.crm import cells, known, sheets
from webbuilder.crm.tables import Contact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from webbuilder.database import Database

FIRST = ("E-mail", "Name", "Tags", "Lists")
_PIECE = 1000  # contacts that are read in one go


def details_of(workspace_id: str) -> Select[str]:
    """Select what details of contacts are called, in alphabetical order."""
    named = select(func.jsonb_object_keys(Contact.details).label("detail")).where(
        Contact.workspace_id == workspace_id, ~Contact.sample
    )
    detail = named.subquery().c.detail
    return select(detail).distinct().order_by(detail)


def everybody(workspace_id: str) -> Select[Contact]:
    """Select all contacts of a workspace, whoever was known first before the others."""
    mine = Contact.workspace_id == workspace_id, ~Contact.sample
    return select(Contact).where(*mine).order_by(Contact.created_at, Contact.id)


def export(database: Database, workspace_id: str) -> Iterator[str]:
    """Go through the lines of the file, all as it is at one moment."""
    with database.transaction() as session:
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        details = list(session.scalars(details_of(workspace_id)))
        yield "\ufeff" + cells.row([*FIRST, *map(sheets.column_of, details)])
        for contacts in _pieces(session, workspace_id):
            yield "".join(map(cells.row, _rows(session, contacts, details)))


def _pieces(session: Session, workspace_id: str) -> Iterator[Sequence[Contact]]:
    wanted = everybody(workspace_id).limit(_PIECE)
    following = wanted
    while contacts := session.scalars(following).all():
        yield contacts
        last = contacts[-1]
        place = tuple_(Contact.created_at, Contact.id)
        following = wanted.where(place > tuple_(last.created_at, last.id))
        session.expunge_all()


def _rows(session: Session, contacts: Sequence[Contact], details: Sequence[str]) -> Iterator[list[str]]:
    ids = [one.id for one in contacts]
    tags = _by_contact(session.execute(known.tags_of(ids)))
    lists = _by_contact(session.execute(known.lists_of(ids)))
    for one in contacts:
        words = cells.joined(tags[one.id]), cells.joined(lists[one.id])
        yield [one.email, one.name, *words, *(str(one.details.get(detail, "")) for detail in details)]


def _by_contact(words: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for contact_id, word in words:
        found[contact_id].append(word)
    return found
