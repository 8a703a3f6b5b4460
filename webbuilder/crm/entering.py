"""Who comes to fit a segment, or fits it no longer: looked at wherever something of a contact changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, delete, literal, select, union_all
from sqlalchemy.dialects.postgresql import insert

from webbuilder.crm import segments
from webbuilder.crm.tables import Contact, Segment, SegmentMember
from webbuilder.workflows import happening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

_SEGMENTS = "segments, as they are until this transaction ends"


def look(session: Session, contact: Contact) -> None:
    """Look which segments a contact fits by now, and tell of each that it did not fit before.

    Whatever changes something of a contact calls this, in the same transaction.
    """
    asked = _asked(session, contact.workspace_id)
    if not asked or contact.sample:
        return
    session.flush()
    session.execute(alone_with(contact.id))
    fits, fitted = fitting(session, contact, asked), set(session.scalars(fitted_by(contact.id)))
    _leave(session, contact, fitted - fits)
    for segment in asked:
        if segment.id in fits - fitted:
            enter(session, contact, segment)


def arrived(session: Session, workspace_id: str, keys: Sequence[str]) -> None:
    """Write down which segments those of these addresses fit who came by a file; nothing is told of that."""
    theirs = Contact.address_key.in_(keys)
    for segment in _asked(session, workspace_id):
        fitting = segments.members(workspace_id, segment).order_by(None).where(theirs)
        rows = fitting.with_only_columns(literal(segment.id), Contact.id, Contact.workspace_id)
        into = insert(SegmentMember).from_select(["segment_id", "contact_id", "workspace_id"], rows)
        session.execute(into.on_conflict_do_nothing())


def _asked(session: Session, workspace_id: str) -> Sequence[Segment]:
    """Return a workspace's segments, asked for once a transaction, until the end of which none changes."""
    kept: dict[str, Sequence[Segment]] = session.info.setdefault(_SEGMENTS, {})
    if workspace_id not in kept:
        segments.unchanged(session, workspace_id)
        kept[workspace_id] = session.scalars(segments.of_workspace(workspace_id)).all()
    return kept[workspace_id]


def alone_with(contact_id: str) -> Select[str]:
    """Select a contact, of which nobody else looks which segments it fits until this transaction ends.

    Two of its changes, each of which alone fits nothing, would otherwise not see one another.
    """
    return select(Contact.id).where(Contact.id == contact_id).with_for_update(key_share=True)


def fitting(session: Session, contact: Contact, asked: Sequence[Segment]) -> set[str]:
    """Return the ids of those segments that a contact fits by now."""
    each = [
        segments.members(contact.workspace_id, segment)
        .where(Contact.id == contact.id)
        .order_by(None)
        .with_only_columns(literal(segment.id))
        for segment in asked
    ]
    return set(session.scalars(union_all(*each)))


def fitted_by(contact_id: str) -> Select[str]:
    """Select the ids of the segments that a contact fitted when it was looked at last."""
    return select(SegmentMember.segment_id).where(SegmentMember.contact_id == contact_id)


def enter(session: Session, contact: Contact, segment: Segment) -> None:
    """Write down that a contact has come to fit a segment, and tell it."""
    row = {"segment_id": segment.id, "contact_id": contact.id, "workspace_id": contact.workspace_id}
    session.execute(insert(SegmentMember).values(row).on_conflict_do_nothing())
    happening.happened(session, contact, "entered", segment.name, happening.whence(session))


def _leave(session: Session, contact: Contact, left: set[str]) -> None:
    """Write down that a contact fits some segments no longer, so that it may come to fit them again."""
    gone = SegmentMember.contact_id == contact.id, SegmentMember.segment_id.in_(left)
    if left:
        session.execute(delete(SegmentMember).where(*gone))


def fits_by_now(session: Session, contact: Contact, name: str) -> bool:
    """Whether a contact fits the segment of a name."""
    segment = session.scalar(segments.called(contact.workspace_id, name))
    return segment is not None and bool(fitting(session, contact, [segment]))
