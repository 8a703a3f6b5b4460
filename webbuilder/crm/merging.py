"""Two contacts of one person become one: both histories, all that is known, and the stricter of two noes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from webbuilder import database
from webbuilder.crm import entering, service, suppressions
from webbuilder.crm.tables import Consent, Contact, ContactTag, HistoryEntry, ListEntry, MergedContact
from webbuilder.mail.tables import Mail, MailToken
from webbuilder.problems import Problem
from webbuilder.tracing import current_trace_id
from webbuilder.workflows.tables import Entry, Pause, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller

_MOST = 50  # likely duplicates that are shown at once
_ALIKE = 5  # so many of one name are more likely namesakes
# What is moved as it is; of tags, lists and entries each may be there already.
_FOLLOWS = (HistoryEntry, Consent, Mail, MailToken, Run, Pause)


@dataclass(frozen=True, slots=True)
class Likely:
    """Contacts that may be one person, and why."""

    why: str
    contacts: list[Contact]


def same_address(workspace_id: str) -> Select[Sequence[str]]:
    """Select the ids of contacts whose addresses differ by what stands behind a plus alone."""
    plain = func.regexp_replace(Contact.address_key, r"\+[^@]*@", "@")
    return _groups(workspace_id).group_by(plain).order_by(plain)


def same_name(workspace_id: str) -> Select[Sequence[str]]:
    """Select the ids of few contacts of the same name."""
    called = func.lower(func.trim(Contact.name))
    alike = _groups(workspace_id).where(called != "").group_by(called).order_by(called)
    return alike.having(func.count() <= _ALIKE)


def _groups(workspace_id: str) -> Select[Sequence[str]]:
    ids = func.array_agg(Contact.id)
    mine = select(ids).where(Contact.workspace_id == workspace_id, ~Contact.sample)
    return mine.having(func.count() > 1).limit(_MOST)


def likely(session: Session, workspace_id: str) -> list[Likely]:
    """Return contacts that may be one person, each group once; somebody has to say whether they are."""
    groups: dict[frozenset[str], Likely] = {}
    for why, found in (("same address", same_address), ("same name", same_name)):
        for ids in session.scalars(found(workspace_id)).all():
            known = select(Contact).where(Contact.id.in_(ids)).order_by(Contact.created_at, Contact.id)
            groups.setdefault(frozenset(ids), Likely(why, list(session.scalars(known))))
    return list(groups.values())


def merge(session: Session, known: Caller, kept: Contact, other: Contact) -> None:
    """Let a contact take another one in, which is found by its address and its id as before.

    Raises:
        Problem: they are one contact already.
    """
    if kept.id == other.id:
        raise Problem(409, "one-already", "These are one contact already.")
    for contact in sorted((kept, other), key=lambda one: one.id):  # as whoever else locks two
        session.refresh(contact, with_for_update=True)
    for table in _FOLLOWS:
        mine = update(table).where(table.contact_id == other.id)
        session.execute(mine.values(contact_id=kept.id))
    _put_together(session, kept, other)
    keep_the_noes(session, kept, other)
    kept.details = {**other.details, **kept.details}
    kept.name, kept.created_at = kept.name or other.name, min(kept.created_at, other.created_at)
    led = update(MergedContact).where(MergedContact.contact_id == other.id)
    session.execute(led.values(contact_id=kept.id))
    address, former = other.address_key, other.id
    session.delete(other)
    session.flush()
    session.add(
        MergedContact(
            workspace_id=kept.workspace_id, address_key=address, former_id=former, contact_id=kept.id
        )
    )
    session.flush()
    entering.look(session, kept)
    words = f"Taken together with {other.email} by {known.name}"
    service.note(session, kept, database.new_id("hand"), "merged", words, trace_id=current_trace_id())


def _put_together(session: Session, kept: Contact, other: Contact) -> None:
    """Give a contact the tags, lists and entries of another one, each once."""
    for table, of in ((ContactTag, ContactTag.tag), (ListEntry, ListEntry.list)):
        theirs = select(of).where(table.contact_id == other.id)
        for word in session.scalars(theirs).all():
            values = {"contact_id": kept.id, of.key: word, "workspace_id": kept.workspace_id}
            session.execute(insert(table).values(values).on_conflict_do_nothing())
    for entry in session.scalars(select(Entry).where(Entry.contact_id == other.id)).all():
        values = {
            "workflow_id": entry.workflow_id,
            "contact_id": kept.id,
            "workspace_id": kept.workspace_id,
            "run_id": entry.run_id,
        }
        session.execute(insert(Entry).values(values).on_conflict_do_nothing())
    session.execute(delete(Entry).where(Entry.contact_id == other.id))


def keep_the_noes(session: Session, kept: Contact, other: Contact) -> None:
    """Let whatever keeps mails from the one keep them from the other: a no to either is a no to both."""
    for one in session.scalars(suppressions.of_address(other.workspace_id, other.email)).all():
        suppressions.add(session, kept.workspace_id, kept.email, one.reason)  # type: ignore[arg-type]  # as kept
