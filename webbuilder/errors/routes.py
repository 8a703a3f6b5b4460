"""Errors over HTTP, for whoever operates the platform: their groups, and what a number finds."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel

from webbuilder.asking import Store, refuse_foreign_pages, settings_of
from webbuilder.control.routes import operator, whoever_operates
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.errors import service
from webbuilder.errors.tables import ErrorGroup

_FOR_OPERATORS: dict[str, Any] = {"security": [{"operator": []}]}
Number = Annotated[
    str, Path(pattern="^[0-9a-f]{32}$", description="As an answer has it in `trace_id` and `X-Trace-Id`.")
]
router = APIRouter(
    prefix="/api",
    tags=["errors"],
    dependencies=[Depends(refuse_foreign_pages), Depends(whoever_operates), Depends(operator)],
)


class GroupView(BaseModel):
    """Errors of one kind: what failed, where, and during what.

    `numbers` are those of the last, the newest first; `returned_at` is when it came back, once settled.
    """

    id: str
    error: str
    place: str
    during: str
    many: int
    numbers: list[str]
    first_at: datetime
    last_at: datetime
    state: Literal["open", "settled"]
    returned_at: datetime | None


class Groups(BaseModel):
    """A part of the list of groups, the one that happened last first."""

    items: list[GroupView]
    next_cursor: str | None


class PassageView(BaseModel):
    """What a part of the platform did in a trace."""

    part: str
    began_at: str
    ended_at: str
    lines: int


class FoundView(BaseModel):
    """What a number finds: its group, its way through the parts, and their log."""

    number: str
    group: GroupView | None
    passages: list[PassageView]
    lines: list[dict[str, Any]]


def view(group: ErrorGroup) -> GroupView:
    """Return a group as it is told."""
    state: Literal["open", "settled"] = "settled" if group.settled_at else "open"
    told = ("id", "error", "place", "during", "many", "numbers", "first_at", "last_at", "returned_at")
    return GroupView(state=state, **{name: getattr(group, name) for name in told})


@router.get("/error-groups", openapi_extra=_FOR_OPERATORS)
def listed(store: Store, part: Wanted, state: Annotated[Literal["open"] | None, Query()] = None) -> Groups:
    """List the groups of errors that people met, those that are open alone or all."""
    wanted = service.groups(only_open=state == "open")
    found, behind = part_of(store, wanted, ErrorGroup.last_at, ErrorGroup.id, part)
    return Groups(items=[view(group) for group in found], next_cursor=behind)


@router.put("/error-groups/{group_id}/settlement", openapi_extra=_FOR_OPERATORS)
def settle(store: Store, group_id: Annotated[str, Path(max_length=60)]) -> GroupView:
    """Call a group settled; the next error of its kind opens it again."""
    return view(service.settle(store, group_id))


@router.get("/errors/{number}", openapi_extra=_FOR_OPERATORS)
def found(request: Request, store: Store, number: Number) -> FoundView:
    """Return all that the number of an error finds."""
    known = service.find(store, settings_of(request).data, number)
    return FoundView(
        number=number,
        group=view(known.group) if known.group else None,
        passages=[PassageView.model_validate(one, from_attributes=True) for one in known.passages],
        lines=list(known.lines),
    )
