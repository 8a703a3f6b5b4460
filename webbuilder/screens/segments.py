"""The screens on which segments are made, changed, and their members read."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count, takewhile
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from starlette.responses import Response

from webbuilder.asking import Known, Store
from webbuilder.conventions.lists import Wanted
from webbuilder.conventions.versions import version_of
from webbuilder.crm import segment_routes, segments
from webbuilder.crm.conditions import NAMES
from webbuilder.crm.segment_routes import SegmentView, WantedSegment
from webbuilder.problems import Problem
from webbuilder.screens.application import page

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller

router = APIRouter(include_in_schema=False)
# Under which name a condition of each kind says which one is meant.
_OF = {
    **dict.fromkeys(("tagged", "not_tagged"), "tag"),
    **dict.fromkeys(("listed", "not_listed"), "list"),
    **dict.fromkeys(("known_since", "known_before"), "day"),
    "words": "words",
}
_DETAIL = "detail"
WITH_VALUE = ("detail_is", "detail_is_not", "detail_contains")
_FIRST: dict[str, str] = {"kind": "tagged", "of": "", "value": ""}
_STALE, _NOT_VALID = 412, 422
_TOO_LONG = "a name has 80 characters at most, a tag, a list and the name of a detail 50, all else 200"
_SAVED = "Saved. Whoever fits it already starts nothing; whoever comes to fit it from now on does."


async def _written(request: Request) -> Mapping[str, str]:
    """Return the fields of the form, whatever they are called."""
    return {name: str(value) for name, value in (await request.form()).multi_items()}


Written = Annotated[Mapping[str, str], Depends(_written)]


def _rows(written: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the conditions that stand on the screen, in their order, finished or not."""
    numbers = takewhile(lambda number: f"{number}.kind" in written, count(1))
    return [{name: written.get(f"{number}.{name}", "") for name in _FIRST} for number in numbers]


def _condition(row: Mapping[str, str]) -> dict[str, str]:
    """Return a condition as programs have it."""
    kind = row["kind"]
    said = {"kind": kind, _OF.get(kind, _DETAIL): row["of"]}
    return {**said, "value": row["value"]} if kind in WITH_VALUE else said


def _row(condition: Mapping[str, Any]) -> dict[str, str]:
    """Return a condition as it stands on the screen."""
    of = str(condition[_OF.get(condition["kind"], _DETAIL)])
    return {"kind": condition["kind"], "of": of, "value": condition.get("value", "")}


def _acted(rows: list[dict[str, str]], act: str, what: str) -> list[dict[str, str]]:
    """Return the conditions after one was added or removed."""
    if act == "add":
        return [*rows, dict(_FIRST)]
    gone = int(what) if what.isdecimal() else 0
    return [row for number, row in enumerate(rows, start=1) if number != gone]


def _wrong(error: ValidationError) -> list[tuple[int, str]]:
    """Return what does not fit, each with the number of its condition, 0 for the segment itself."""
    found = []
    for one in error.errors():
        at = one["loc"][1] if len(one["loc"]) > 1 else None
        words = str(one["ctx"]["error"]) if one["type"] == "value_error" else _TOO_LONG
        found.append((at + 1 if isinstance(at, int) else 0, words))
    return found


def _in_words(wrong: list[tuple[int, str]]) -> str:
    told = [(f"Condition {number}" if number else "It is not saved", words) for number, words in wrong]
    return " ".join(dict.fromkeys(f"{where}: {words}." for where, words in told))


def _drawn(shown: SegmentView | None) -> dict[str, Any]:
    """Return what stands in the fields before somebody writes there."""
    if shown is None:
        return {"name": "", "match": "all", "rows": [dict(_FIRST)]}
    rows = [_row(condition.model_dump(mode="json")) for condition in shown.conditions]
    return {"name": shown.name, "match": shown.match, "rows": rows}


def _screen(
    request: Request, known: Caller, shown: SegmentView | None, status: int = 200, **said: Any
) -> Response:
    """Show a segment as it is stored, or as somebody has just written it where that could not be."""
    more = {
        "here": "/contacts",
        "known": known,
        "segment": shown,
        "seen": version_of(shown) if shown else "",
        "kinds": NAMES,
        "with_value": WITH_VALUE,
        "drawn": _drawn(shown),
        "wrong": [],
    }
    return page(request, "segment.html", status, **{**more, **said})


@router.get("/segments")
def segments_page(request: Request, known: Known, store: Store, removed: str = "") -> Response:
    """Show which segments there are, and how many fit each."""
    found = segment_routes.list_segments(known, store).items
    done = "The segment is removed. Its contacts are all there." if removed else ""
    return page(request, "segments.html", here="/contacts", known=known, segments=found, done=done)


@router.get("/segments/new")
def begin(request: Request, known: Known) -> Response:
    """Ask what another segment is to be."""
    return _screen(request, known, None)


@router.post("/segments/new")
def make(request: Request, known: Known, store: Store, written: Written) -> Response:
    """Make a segment of what stands on the screen, or show it once more with what is to be done."""
    return _taken(request, known, store, written, None)


@router.get("/segments/{segment_id}")
def segment_page(  # noqa: PLR0917 - the framework calls it by name
    request: Request, segment_id: str, known: Known, store: Store, part: Wanted, saved: str = ""
) -> Response:
    """Show a segment and who fits it."""
    shown = segment_routes.view(segments.one(store, known.workspace_id, segment_id))
    fitting = segment_routes.read_members(segment_id, known, store, part)
    done = _SAVED if saved else ""
    return _screen(request, known, shown, fitting=fitting, later=part.behind, done=done)


@router.post("/segments/{segment_id}")
def change(request: Request, segment_id: str, known: Known, store: Store, written: Written) -> Response:
    """Store a segment as it stands on the screen, take it away, or show what is to be done."""
    shown = segment_routes.view(segments.one(store, known.workspace_id, segment_id))
    if written.get("act") != "away":
        return _taken(request, known, store, written, shown)
    try:
        segment_routes.remove_segment(segment_id, known, store, written.get("seen"))
    except Problem as problem:
        return _screen(request, known, shown, problem.status, words=problem.detail)
    return RedirectResponse("/segments?removed=yes", 303)


def _taken(
    request: Request, known: Caller, store: Store, written: Mapping[str, str], shown: SegmentView | None
) -> Response:
    """Do what was pressed; what cannot be stored stays in the fields."""
    act, _, what = written.get("act", "save").partition(":")
    rows, name, match = _rows(written), written.get("name", ""), written.get("match", "all")
    drawn = {"name": name, "match": match, "rows": rows}
    seen = written.get("seen", "")
    if act != "save":
        drawn["rows"] = _acted(rows, act, what)
        return _screen(request, known, shown, drawn=drawn, seen=seen, focus=len(drawn["rows"]))
    try:
        wanted = WantedSegment.model_validate(
            {"name": name, "match": match, "conditions": [_condition(row) for row in rows]}
        )
        stored = _stored(store, known, wanted, shown, seen)
    except ValidationError as error:
        wrong = _wrong(error)
        said = {"drawn": drawn, "seen": seen, "wrong": wrong, "words": _in_words(wrong)}
        return _screen(request, known, shown, _NOT_VALID, **said)
    except Problem as problem:
        below = " What you wrote stands below; saving once more replaces what others said."
        words = problem.detail + (below if problem.status == _STALE else "")
        return _screen(request, known, shown, problem.status, drawn=drawn, words=words)
    return RedirectResponse(f"/segments/{stored}?saved=yes", 303)


def _stored(store: Store, known: Caller, wanted: WantedSegment, shown: SegmentView | None, seen: str) -> str:
    """Store what is wanted of a segment, or make it; return its id."""
    said = wanted.name, wanted.match, wanted.conditions
    if shown is None:
        return segments.make(store, known.workspace_id, *said).id
    segment = segment_routes.seen(store, known.workspace_id, shown.id, seen)
    segments.change(store, segment, *said)
    return segment.id
