"""What goes wrong with segments: whom they hold, what they lack, how they are kept."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact, Segment


def _any_is_enough(_original: Original, segment: Segment) -> ColumnElement[bool]:
    from sqlalchemy import or_

    from webbuilder.crm import segments

    return or_(*(condition.fits(segment.workspace_id) for condition in segments.conditions_of(segment)))


def _all_are_asked(_original: Original, segment: Segment) -> ColumnElement[bool]:
    from sqlalchemy import and_

    from webbuilder.crm import segments

    return and_(*(condition.fits(segment.workspace_id) for condition in segments.conditions_of(segment)))


def _whoever_fitted(_original: Original, workspace_id: str, segment: Segment) -> Select[Contact]:
    from sqlalchemy import or_, select

    from webbuilder.crm import segments
    from webbuilder.crm.tables import Contact, SegmentMember

    once = select(SegmentMember.contact_id).where(SegmentMember.segment_id == segment.id)
    mine = Contact.workspace_id == workspace_id, ~Contact.sample
    found = select(Contact).where(*mine, or_(segments.together(segment), Contact.id.in_(once)))
    return found.order_by(Contact.created_at.desc(), Contact.id)


def _stays(_original: Original, session: Session, contact: Contact, left: set[str]) -> None:
    del session, contact, left


def _samples_too(_original: Original, workspace_id: str, segment: Segment) -> Select[Contact]:
    from sqlalchemy import select

    from webbuilder.crm import segments
    from webbuilder.crm.tables import Contact

    found = select(Contact).where(Contact.workspace_id == workspace_id, segments.together(segment))
    return found.order_by(Contact.created_at.desc(), Contact.id)


def _everybodys(_original: Original, workspace_id: str, segment: Segment) -> Select[Contact]:
    from sqlalchemy import select

    from webbuilder.crm import segments
    from webbuilder.crm.tables import Contact

    del workspace_id
    found = select(Contact).where(~Contact.sample, segments.together(segment))
    return found.order_by(Contact.created_at.desc(), Contact.id)


def _nothing_is_needed(_original: Original, value: object, words: str) -> None:
    del value, words


def _no_word_of_how(_original: Original, value: object) -> object:
    return value


def _in_its_place(_original: Original, session: Session, segment: Segment, name: str) -> None:
    from webbuilder.crm import segments

    other = session.scalar(segments.called(segment.workspace_id, name))
    if other is not None and other.id != segment.id:
        session.delete(other)
        session.flush()


def _whatever_was_seen(
    _original: Original, store: Session, workspace_id: str, segment_id: str, version: str | None
) -> Segment:
    from webbuilder.crm import segments

    del version
    return segments.one(store, workspace_id, segment_id)


def _not_kept(
    _original: Original, session: Session, segment: Segment, name: str, match: Any, conditions: list[Any]
) -> None:
    del session, segment, name, match, conditions


def _whatever_it_starts(_original: Original, session: Session, segment: Segment) -> None:
    del session, segment


FAULTS = (
    Fault(
        "any-condition-is-enough",
        "A segment of those who fit all conditions holds whoever fits one.",
        "Everybody who is a friend would get the letter about rye, those whom it makes ill included.",
        "SYS-CRM",
        (of_people.SEGMENT_HOLDS,),
        "CRM System",
        (Function("webbuilder.crm.segments:together", _any_is_enough),),
    ),
    Fault(
        "all-conditions-are-asked",
        "A segment of those who fit any condition holds only who fits all.",
        "Maya would write to whoever is close to her, and reach two of two hundred.",
        "SYS-CRM",
        (of_people.SEGMENT_HOLDS,),
        "CRM System",
        (Function("webbuilder.crm.segments:together", _all_are_asked),),
    ),
    Fault(
        "once-held-is-held-for-good",
        "A segment holds whoever has fitted it once.",
        "Whoever asked to be no friend any more would get the letters for friends all the same.",
        "SYS-CRM",
        (of_people.SEGMENT_HOLDS,),
        "CRM System",
        (
            Function("webbuilder.crm.segments:members", _whoever_fitted),
            Function("webbuilder.crm.entering:_leave", _stays),
        ),
    ),
    Fault(
        "samples-are-held",
        "A segment holds whoever has only tried a form out.",
        "Maya would count herself among her friends, and write to herself at Christmas.",
        "SYS-CRM",
        (of_people.SEGMENT_HOLDS,),
        "CRM System",
        (Query("webbuilder.crm.segments:members", _samples_too),),
    ),
    Fault(
        "segments-reach-across",
        "A segment holds contacts of other businesses.",
        "Maya would write to Ravi's best customers, and they would ask who gave her their address.",
        "SECURITY",
        (of_people.SEGMENT_HOLDS,),
        "CRM System",
        (Query("webbuilder.crm.segments:members", _everybodys),),
    ),
    Fault(
        "conditions-may-say-nothing",
        "A segment is made with a condition that does not say which tag or list is meant.",
        "Maya would believe that she writes to friends, and the segment asks for a tag without a name.",
        "ERRORS",
        (of_people.SEGMENT_LACKS,),
        "CRM System",
        (Function("webbuilder.crm.conditions:refuse_empty", _nothing_is_needed),),
    ),
    Fault(
        "days-are-refused-without-a-word",
        "A day that cannot be read is refused, and nobody says how to write one.",
        "Maya would try tomorrow, next week and 1/3, and give up.",
        "ERRORS",
        (of_people.SEGMENT_LACKS,),
        "CRM System",
        (Function("webbuilder.conventions.days:as_written", _no_word_of_how),),
    ),
    Fault(
        "a-name-takes-anothers-place",
        "A segment that is made under the name of another one takes its place.",
        "The friends of three years would be gone, because somebody called today's list like them.",
        "ERRORS",
        (of_people.SEGMENT_LACKS,),
        "CRM System",
        (Function("webbuilder.crm.segments:_refuse_taken", _in_its_place),),
    ),
    Fault(
        "segments-are-overwritten",
        "A segment is changed whatever others have made of it since it was seen.",
        "Noor's morning of work would be gone, without a word to anybody.",
        "CONSISTENCY",
        (of_people.SEGMENT_AS_SEEN,),
        "CRM System",
        (Function("webbuilder.crm.segment_routes:seen", _whatever_was_seen),),
    ),
    Fault(
        "changed-segments-stay",
        "A segment that is changed is called saved, and asks what it asked before.",
        "Maya would send the letter for the best customers to everybody who ever bought a roll.",
        "SYS-CRM",
        (of_people.SEGMENT_AS_SEEN,),
        "CRM System",
        (Function("webbuilder.crm.segments:change", _not_kept),),
    ),
    Fault(
        "segments-go-from-under-workflows",
        "A segment is renamed or removed though a workflow starts by it.",
        "The workflow would wait for a name that nobody has any more, and greet nobody ever again.",
        "IP-CRM-WORKFLOW",
        (of_people.SEGMENT_KEEPS_NAME,),
        "CRM System",
        (Function("webbuilder.crm.segments:_refuse_known", _whatever_it_starts),),
    ),
    Fault(
        "removed-segments-stay",
        "A segment that is removed is still there.",
        "Among forty segments of years gone by, Maya would write to the wrong friends.",
        "SYS-CRM",
        (of_people.SEGMENT_REMOVED,),
        "CRM System",
        (Function("webbuilder.crm.segments:remove", _whatever_it_starts),),
    ),
)
