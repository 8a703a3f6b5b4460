"""What failed in a page's own scripts, as the page tells it: counted in a group, and given a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.routing import Match, Route, Router

from webbuilder.accounts.roles import asks
from webbuilder.asking import Known
from webbuilder.errors.grouping import Kind
from webbuilder.screens.application import OWN_FILES
from webbuilder.tracing import current_trace_id, log

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from webbuilder.errors.book import Book

router = APIRouter(include_in_schema=False)
# What a page may say is a closed list, so that nobody fills the groups with names of their own.
_ERRORS = frozenset(
    {"Error", "TypeError", "RangeError", "ReferenceError", "SyntaxError", "DOMException", "URIError"}
)
_ELSEWHERE = "an address that is none"


class ScriptError(BaseModel):
    """What failed, in which script and function of ours, on which page; never in which words."""

    model_config = ConfigDict(extra="forbid")
    error: Annotated[str, Field(max_length=100)]
    script: Annotated[str, Field(pattern=r"^[a-z_-]{1,40}\.js$")]
    function: Annotated[str, Field(max_length=100)] = ""
    page: Annotated[str, Field(max_length=500)]


class Counted(BaseModel):
    """The number that finds the error."""

    number: str


def kind_of(told: ScriptError, template: str) -> Kind:
    """Return of which kind a script's error is, with nothing in it that is not in our own files."""
    error = told.error if told.error in _ERRORS else "Error"
    file = OWN_FILES / told.script
    source = file.read_text("utf-8") if file.is_file() else ""
    script = told.script if source else "a script that is none"
    name = told.function.rpartition(".")[2]
    known = re.fullmatch(r"[A-Za-z_$][\w$]*", name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source)
    return Kind(error, f"{script}:{name}" if known else script, f"page: GET {template}")


def template_of(request: Request, path: str) -> str:
    """Return the template of the page at a path, without what is different from one to the next."""
    asked = {"type": "http", "method": "GET", "path": path, "root_path": "", "headers": []}
    found = (one for one in _each(request.app.routes) if one.matches(asked)[0] is Match.FULL)
    return next((one.path for one in found), _ELSEWHERE)


def _each(routes: Iterable[Any]) -> Iterator[Route]:
    """Give every route, those of the rooms too, which the framework keeps together."""
    for route in routes:
        if isinstance(route, Route):
            yield route
        elif isinstance(room := getattr(route, "original_router", None), Router):
            yield from _each(room.routes)


@router.post("/script-errors", openapi_extra=asks(role="viewer"))
def take(request: Request, told: ScriptError, known: Known) -> Counted:
    """Count what failed on somebody's page, and say its number."""
    errors: Book = request.app.state.errors
    kind = kind_of(told, template_of(request, told.page))
    log().error("script failed", error=kind.error, place=kind.place, group=kind.group, role=known.role)
    errors.note(kind)
    return Counted(number=current_trace_id())
