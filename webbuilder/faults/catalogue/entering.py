"""What goes wrong where somebody comes to fit a segment, and a workflow starts by that."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact, Segment
    from webbuilder.events import Event
    from webbuilder.workflows.deeds import Did
    from webbuilder.workflows.tables import Workflow

_ENTERED = "entered"


def _untold(_original: Original, session: Session, contact: Contact, segment: Segment) -> None:
    del session, contact, segment


def _nothing_before(_original: Original, contact_id: str) -> Select[str]:
    from sqlalchemy import false, select

    from webbuilder.crm.tables import SegmentMember

    del contact_id
    return select(SegmentMember.segment_id).where(false())


def _stays(_original: Original, session: Session, contact: Contact, left: set[str]) -> None:
    del session, contact, left


def _waits_on(original: Original, session: Session, contact: Contact, what: Did, of: str) -> None:
    if what != _ENTERED:
        original(session, contact, what, of)


def _met_at_once(original: Original, session: Session, segment: Segment) -> None:
    from webbuilder.crm import entering, segments

    original(session, segment)
    for contact in session.scalars(segments.members(segment.workspace_id, segment)).all():
        entering.enter(session, contact, segment)


def _not_written_down(_original: Original, session: Session, segment: Segment) -> None:
    del session, segment


def _which_is_lost(original: Original, written: Mapping[str, str]) -> dict[str, Any]:
    said: dict[str, Any] = original(written)
    return {**said, "segment": ""} if said["kind"] == _ENTERED else said


def _whatever_it_is_called(
    _original: Original, session: Session, workflow: Workflow, trigger: Any
) -> list[Any]:
    del session, workflow, trigger
    return []


def _as_at_first(original: Original, session: Session, event: Event, trace_id: str) -> None:
    if event.body["what"] == _ENTERED:
        event.body = {**event.body, "depth": 1}
    original(session, event, trace_id)


FAULTS = (
    Fault(
        "nobody-is-met",
        "Whoever comes to fit a segment starts nothing.",
        "Priya would like rye and be a friend, and the bakery would not notice either.",
        "IP-CRM-WORKFLOW",
        (of_people.MET_ONCE,),
        "CRM System",
        (Function("webbuilder.crm.entering:enter", _untold),),
    ),
    Fault(
        "met-at-each-change",
        "Whoever fits a segment starts what waits for it at each change of what is known of them.",
        "Priya would be welcomed among the friends whenever she orders a loaf.",
        "IP-CRM-WORKFLOW",
        (of_people.MET_ONCE,),
        "CRM System",
        (Query("webbuilder.crm.entering:fitted_by", _nothing_before),),
    ),
    Fault(
        "nobody-is-met-again",
        "Whoever leaves a segment and comes back starts nothing.",
        "Whoever orders each week would get the first confirmation, and never another one.",
        "IP-CRM-WORKFLOW",
        (of_people.MET_ONCE,),
        "CRM System",
        (Function("webbuilder.crm.entering:_leave", _stays),),
    ),
    Fault(
        "fitting-is-awaited-in-vain",
        "Whoever waits for somebody to fit a segment is not told that they do.",
        "The letter for new friends would come three days late, or after they have left.",
        "IP-CRM-WORKFLOW",
        (of_people.FITTING_GOES_ON,),
        "Workflow Engine",
        (Function("webbuilder.workflows.happening:wait_no_longer", _waits_on),),
    ),
    Fault(
        "a-change-meets-everybody",
        "A segment that is changed starts what waits for it for all who fit it by that.",
        "Maya would mend a typing error, and three hundred people would be welcomed in one minute.",
        "SYS-EMAIL",
        (of_people.CHANGED_MEETS_NOBODY,),
        "CRM System",
        (Function("webbuilder.crm.segments:fill", _met_at_once),),
    ),
    Fault(
        "whoever-fits-is-not-written-down",
        "Who fits a segment when it is made is not remembered, so their next change counts as coming to.",
        "The friends of three years would be welcomed as new ones, one after the other.",
        "IP-CRM-WORKFLOW",
        (of_people.CHANGED_MEETS_NOBODY,),
        "CRM System",
        (Function("webbuilder.crm.segments:fill", _not_written_down),),
    ),
    Fault(
        "the-chosen-segment-is-lost",
        "Which segment starts a workflow is not kept from the screen on which it is chosen.",
        "Maya would choose her friends, and be told that she has chosen nobody.",
        "SYS-WORKFLOW",
        (of_people.SEGMENT_THERE,),
        "Frontend Builder",
        (Function("webbuilder.screens.workflows:_trigger", _which_is_lost),),
    ),
    Fault(
        "any-segment-will-do",
        "A workflow is published that starts by a segment that there is not.",
        "Maya would mistype the name, and wait for somebody whom nobody can be.",
        "ERRORS",
        (of_people.SEGMENT_THERE,),
        "Workflow Engine",
        (Function("webbuilder.workflows.drawing:_of_no_segment", _whatever_it_is_called),),
    ),
    Fault(
        "segments-go-round",
        "Workflows that move somebody from one segment to the other never come to an end.",
        "Priya would be moved to and fro all night, and in the morning nothing else had been done.",
        "ERRORS",
        (of_people.SEGMENTS_END,),
        "Workflow Engine",
        (Function("webbuilder.jobs.starting:_of_deed", _as_at_first),),
    ),
)
