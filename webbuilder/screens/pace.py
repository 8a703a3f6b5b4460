"""The screen on which a workspace says when and how fast its letters to many go out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request
from pydantic import ValidationError
from starlette.responses import Response

from webbuilder.asking import Known, Store
from webbuilder.conventions.versions import refuse_stale, version_of
from webbuilder.mail import going_on, pace
from webbuilder.mail.pace import Pace
from webbuilder.problems import Problem
from webbuilder.screens.application import page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from webbuilder.accounts.service import Caller

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=100)]
_HOW = "A time is written as in 21:00, a number in digits."
_KEPT = "Letters to many go out so from now on, those that wait as well. What is for an hour waits for it."


def _screen(
    request: Request, known: Caller, shown: Mapping[str, object], seen: str, status: int = 200, **said: str
) -> Response:
    return page(request, "pace.html", status, here="/broadcasts", known=known, pace=shown, seen=seen, **said)


@router.get("/mail-pace")
def pace_page(request: Request, known: Known, store: Store) -> Response:
    """Show when and how fast letters to many go out."""
    found = pace.of(store, known.workspace_id)
    return _screen(request, known, found.model_dump(), version_of(found))


def _why(error: ValidationError) -> str:
    """Return what a person is told of the first thing that does not fit."""
    first = error.errors()[0]
    return str(first["ctx"]["error"]) if first["type"] == "value_error" else _HOW


@router.post("/mail-pace")
def change(  # noqa: PLR0917 - the framework calls it by name
    request: Request,
    known: Known,
    store: Store,
    quiet_from: Text = "",
    quiet_until: Text = "",
    a_minute: Text = "",
    seen: Text = "",
) -> Response:
    """Let letters to many go out otherwise, or say why not; what was written stays in the fields."""
    many = a_minute.strip()
    written = {
        "quiet_from": quiet_from.strip() or None,
        "quiet_until": quiet_until.strip() or None,
        "a_minute": int(many) if many.isdecimal() else many or None,
    }
    now = pace.locked(store, known.workspace_id)
    try:
        refuse_stale(seen, now)
        wanted = Pace.model_validate(written)
    except ValidationError as error:
        return _screen(request, known, written, seen, 422, words=_why(error))
    except Problem as problem:
        return _screen(request, known, written, version_of(now), problem.status, words=problem.detail)
    going_on.change(store, known.workspace_id, wanted)
    return _screen(request, known, wanted.model_dump(), version_of(wanted), done=_KEPT)
