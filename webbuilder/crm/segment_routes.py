"""Segments over HTTP: which there are, what they ask of contacts, and who fits them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from webbuilder.asking import Known, Store
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.conventions.versions import MADE, SHOWN, IfMatch, refuse_stale, tell, tell_made
from webbuilder.crm import segments
from webbuilder.crm.conditions import Conditions, needed
from webbuilder.crm.routes import ContactView, views
from webbuilder.crm.segments import Match
from webbuilder.crm.tables import Contact, Segment
from webbuilder.problems import refused

router = APIRouter(prefix="/api/segments", tags=["contacts"], route_class=Keeping)
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=80),
    Field(json_schema_extra={"minLength": 1}),
    needed("a segment needs a name; give it one"),
]


class WantedSegment(BaseModel):
    """A filter of contacts: of its conditions all hold, or any."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"name": "Friends", "conditions": [{"kind": "tagged", "tag": "friend"}]}]
        },
    )
    name: Name
    match: Match = "all"
    conditions: Conditions


class SegmentView(BaseModel):
    """A segment, with its conditions as its owner reads them in `told`."""

    id: str
    name: str
    match: Match
    conditions: Conditions
    told: list[str]


class Sized(BaseModel):
    """A segment, and how many contacts fit it by now."""

    segment: SegmentView
    size: int


class SegmentList(BaseModel):
    """The segments that there are, by name."""

    items: list[Sized]


class MemberList(BaseModel):
    """A part of those who fit a segment by now, the newest first, and how many they are in all."""

    items: list[ContactView]
    size: int
    next_cursor: str | None = None


def view(segment: Segment) -> SegmentView:
    """Return what is shown of a segment."""
    asked = segments.conditions_of(segment)
    return SegmentView(
        id=segment.id,
        name=segment.name,
        match="all" if segment.match == "all" else "any",
        conditions=asked,
        told=[condition.told for condition in asked],
    )


def size(store: Store, segment: Segment) -> int:
    """Return how many contacts fit a segment by now."""
    return store.scalars(segments.size_of(segment.workspace_id, segment)).one()


@router.get("")
def list_segments(known: Known, store: Store) -> SegmentList:
    """List the segments with how many contacts fit each by now."""
    there = store.scalars(segments.of_workspace(known.workspace_id)).all()
    return SegmentList(items=[Sized(segment=view(one), size=size(store, one)) for one in there])


@router.post("", status_code=201, responses={**refused(409), 201: MADE})
def make_segment(wanted: WantedSegment, known: Known, store: Store, response: Response) -> SegmentView:
    """Give a filter of contacts a name; whoever fits it already starts nothing."""
    made = segments.make(store, known.workspace_id, wanted.name, wanted.match, wanted.conditions)
    shown = view(made)
    tell_made(response, shown, f"{router.prefix}/{made.id}")
    return shown


@router.get("/{segment_id}", responses={200: SHOWN})
def read_segment(segment_id: str, known: Known, store: Store, response: Response) -> SegmentView:
    """Return one segment."""
    shown = view(segments.one(store, known.workspace_id, segment_id))
    tell(response, shown)
    return shown


@router.put("/{segment_id}", responses={**refused(409, 412, 428), 200: SHOWN})
def change_segment(  # noqa: PLR0917 - the framework calls it by name
    segment_id: str,
    wanted: WantedSegment,
    known: Known,
    store: Store,
    response: Response,
    if_match: IfMatch = None,
) -> SegmentView:
    """Let a segment ask something else; whoever fits it by that starts nothing."""
    segment = seen(store, known.workspace_id, segment_id, if_match)
    segments.change(store, segment, wanted.name, wanted.match, wanted.conditions)
    shown = view(segment)
    tell(response, shown)
    return shown


@router.delete("/{segment_id}", status_code=204, responses=refused(409, 412, 428))
def remove_segment(segment_id: str, known: Known, store: Store, if_match: IfMatch = None) -> None:
    """Take a segment away; its contacts stay."""
    segments.remove(store, seen(store, known.workspace_id, segment_id, if_match))


def seen(store: Store, workspace_id: str, segment_id: str, version: str | None) -> Segment:
    """Return a segment that nobody else changes until this transaction ends, as its caller has seen it.

    Raises:
        Problem: there is none, or it has changed since.
    """
    segments.alone(store, workspace_id)
    segment = segments.one(store, workspace_id, segment_id)
    refuse_stale(version, view(segment))
    return segment


@router.get("/{segment_id}/members")
def read_members(segment_id: str, known: Known, store: Store, part: Wanted) -> MemberList:
    """List the contacts that fit a segment by now."""
    segment = segments.one(store, known.workspace_id, segment_id)
    fitting = segments.members(known.workspace_id, segment)
    here, more = part_of(store, fitting, Contact.created_at, Contact.id, part)
    return MemberList(items=views(store, here), size=size(store, segment), next_cursor=more)
