"""What is known of many contacts at once, and what a row of a file would change of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from sqlalchemy import ColumnElement, Select, Text, any_, literal, select
from sqlalchemy.dialects.postgresql import ARRAY

from webbuilder.crm.tables import Contact, ContactTag, ListEntry, MergedContact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set as AbstractSet

    from sqlalchemy.orm import Session

    from webbuilder.crm.importing import Row

Outcome = Literal["new", "changed", "same", "refused"]
NEW: Final = "new"
CHANGED: Final = "changed"
SAME: Final = "same"
REFUSED: Final = "refused"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a contact; one of a `sample` is none yet."""

    id: str
    name: str
    details: Mapping[str, str]
    sample: bool
    tags: AbstractSet[str]
    lists: AbstractSet[str]


def one_of(words: Sequence[str]) -> ColumnElement[Any]:
    """Return what a column equals that is one of many words; as one list they cost least."""
    return any_(literal(list(words), ARRAY(Text())))


def with_keys(workspace_id: str, keys: Sequence[str]) -> Select[str, str, str, dict[str, str], bool]:
    """Select what stands of the contacts with these addresses, in the order of those."""
    return (
        select(Contact.id, Contact.address_key, Contact.name, Contact.details, Contact.sample)
        .where(Contact.workspace_id == workspace_id, Contact.address_key == one_of(keys))
        .order_by(Contact.address_key)
    )


def known_of(
    session: Session, workspace_id: str, keys: Sequence[str], *, locked: bool = False
) -> dict[str, Known]:
    """Return what is known of those with these addresses, by address; nobody else changes it, if `locked`."""
    wanted = with_keys(workspace_id, keys)
    found = session.execute(wanted.with_for_update() if locked else wanted).all()
    ids = [each[0] for each in found]
    tags: dict[str, set[str]] = defaultdict(set)
    lists: dict[str, set[str]] = defaultdict(set)
    for contact_id, word in session.execute(tags_of(ids)):
        tags[contact_id].add(word)
    for contact_id, word in session.execute(lists_of(ids)):
        lists[contact_id].add(word)
    return {
        key: Known(one, name, details, sample, tags[one], lists[one])
        for one, key, name, details, sample in found
    }


def taken_in_among(session: Session, workspace_id: str, keys: Sequence[str]) -> dict[str, str]:
    """Return under which address those of these are by now who were taken together with somebody."""
    found = (
        select(MergedContact.address_key, Contact.email)
        .join(Contact, Contact.id == MergedContact.contact_id)
        .where(MergedContact.workspace_id == workspace_id, MergedContact.address_key == one_of(keys))
    )
    return dict(session.execute(found).all())


def tags_of(ids: Sequence[str]) -> Select[str, str]:
    """Select the tags of contacts, those of each in alphabetical order."""
    chosen = select(ContactTag.contact_id, ContactTag.tag).where(ContactTag.contact_id == one_of(ids))
    return chosen.order_by(ContactTag.contact_id, ContactTag.tag)


def lists_of(ids: Sequence[str]) -> Select[str, str]:
    """Select the lists that contacts are on, those of each in alphabetical order."""
    chosen = select(ListEntry.contact_id, ListEntry.list).where(ListEntry.contact_id == one_of(ids))
    return chosen.order_by(ListEntry.contact_id, ListEntry.list)


def outcome_of(row: Row, known: Known | None) -> Outcome:
    """Return what a row would bring, of whom so much is known."""
    if known is None or known.sample:
        return NEW
    alike = (name_after(row, known), details_after(row, known)) == (known.name, known.details)
    return SAME if alike and known.tags >= set(row.tags) and known.lists >= set(row.lists) else CHANGED


def name_after(row: Row, known: Known) -> str:
    """Return a contact's name once a row is imported: the row's, if it says one."""
    return row.name or known.name


def details_after(row: Row, known: Known) -> dict[str, str]:
    """Return a contact's details once a row is imported: what the row says nothing of stays."""
    return {**known.details, **row.details}
