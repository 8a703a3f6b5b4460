"""The screen on which a workspace says who it is to its customers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, get_args

from fastapi import APIRouter, Form, Request
from pydantic import ValidationError
from starlette.responses import Response

from webbuilder.asking import Known, Store
from webbuilder.brands import service
from webbuilder.brands.service import Brand, Tone
from webbuilder.conventions.versions import refuse_stale, version_of
from webbuilder.problems import Problem
from webbuilder.screens.application import page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from webbuilder.accounts.service import Caller

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=4000)]
_TOO_MUCH = "A name has 80 characters at most, a word to avoid 40, and there are 50 words to avoid at most."
_SAVED = "Your brand is saved. The copywriter keeps to it at once, and each site once it is published again."


def _screen(
    request: Request, known: Caller, brand: Mapping[str, object], seen: str, status: int = 200, **said: str
) -> Response:
    shown = {"brand": brand, "tones": get_args(Tone), "seen": seen}
    return page(request, "brand.html", status, here="/brand", known=known, **shown, **said)


@router.get("/brand")
def brand_page(request: Request, known: Known, store: Store) -> Response:
    """Show who this workspace is to its customers."""
    brand = service.of(store, known.workspace_id)
    return _screen(request, known, brand.model_dump(), version_of(brand))


def _why(error: ValidationError) -> str:
    """Return what a person is told of the first thing that does not fit."""
    first = error.errors()[0]
    if first["type"] == "value_error":
        return f"“{first['input']}” {first['ctx']['error']}."
    return _TOO_MUCH


@router.post("/brand")
def change(  # noqa: PLR0917 - the framework calls it by name
    request: Request,
    known: Known,
    store: Store,
    name: Text = "",
    voice: Text = "friendly",
    avoid: Text = "",
    colour: Text = "",
    seen: Annotated[str | None, Form(max_length=100)] = None,
) -> Response:
    """Say anew who this workspace is, or be told why not; what was written stays in the fields."""
    words = [word for word in (part.strip() for part in re.split(r"[,\n]", avoid)) if word]
    written = {"name": name, "voice": voice, "avoid": words, "colour": colour.strip() or None}
    now = service.locked(store, known.workspace_id)
    try:
        refuse_stale(seen, now)
        brand = Brand.model_validate(written)
        service.keep(store, known.workspace_id, brand)
    except ValidationError as error:
        return _screen(request, known, written, seen or "", 422, words=_why(error))
    except Problem as problem:
        words_then = (
            f"{problem.detail} What you wrote stands below; saving once more replaces what others said."
        )
        return _screen(request, known, written, version_of(now), problem.status, words=words_then)
    return _screen(request, known, brand.model_dump(), version_of(brand), done=_SAVED)
