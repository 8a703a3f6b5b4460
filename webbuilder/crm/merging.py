"""Two contacts of one person become one: both histories, all that is known, and the stricter of two noes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Select, delete, func, literal, select, update
from sqlalchemy.dialects.postgresql import insert

from webbuilder import database
from webbuilder.crm import consents, entering, service, suppressions
from webbuilder.crm.tables import (
    Consent,
    Contact,
    ContactTag,
    HistoryEntry,
    ListEntry,
    MergedContact,
    SegmentMember,
)
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
# What is moved as it is, and what may be there already.
_FOLLOWS = (HistoryEntry, Consent, Mail, MailToken, Run, Pause)
_EACH_ONCE = (ContactTag, ListEntry, SegmentMember, Entry)


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
    both = Run.contact_id.in_((kept.id, other.id))  # runs and mails first, as whatever is under way
    session.scalars(select(Run).where(both).order_by(Run.id).with_for_update()).all()
    theirs = select(Mail.message_id).where(Mail.contact_id.in_((kept.id, other.id)))
    session.scalars(theirs.order_by(Mail.message_id).with_for_update()).all()
    _mails_to_one(session, kept, other)
    for contact in sorted((kept, other), key=lambda one: one.id):
        session.refresh(contact, with_for_update=True)
    keep_the_noes(session, kept, other)
    for table in _FOLLOWS:
        mine = update(table).where(table.contact_id == other.id)
        session.execute(mine.values(contact_id=kept.id))
    _put_together(session, kept, other)
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


def _mails_to_one(session: Session, kept: Contact, other: Contact) -> None:
    """Let what is due go to the address that stays, and of one letter to many only one."""
    due = Mail.contact_id == other.id, Mail.state == "due"
    theirs = select(Mail.broadcast_id).where(Mail.contact_id == kept.id, Mail.broadcast_id.is_not(None))
    session.execute(delete(Mail).where(*due, Mail.broadcast_id.in_(theirs)))
    session.execute(update(Mail).where(*due).values(recipient=kept.email))


def _put_together(session: Session, kept: Contact, other: Contact) -> None:
    """Give a contact the tags, lists, segments and entries of another one, each once."""
    for table in _EACH_ONCE:
        others = [column for column in table.__table__.c if column.name != "contact_id"]
        theirs = select(literal(kept.id), *others).where(table.contact_id == other.id)
        into = insert(table).from_select(["contact_id", *(column.name for column in others)], theirs)
        session.execute(into.on_conflict_do_nothing())
        session.execute(delete(table).where(table.contact_id == other.id))


def keep_the_noes(session: Session, kept: Contact, other: Contact) -> None:
    """Let a no under either address be one under both; that an address is no more says nothing of another."""
    for said, heard in ((other, kept), (kept, other)):
        for one in session.scalars(suppressions.of_address(said.workspace_id, said.email)).all():
            if one.reason in {"unsubscribed", "complained"}:
                suppressions.add(session, heard.workspace_id, heard.email, one.reason)  # type: ignore[arg-type]
    declined = select(Contact.id).where(Contact.id.in_((kept.id, other.id)), consents.declined())
    if session.scalar(declined.limit(1)):
        consents.decline(session, kept, f"Taken together with {other.email}, and either had not agreed")
