"""The screen of likely duplicates among contacts, where somebody says that two are one person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from webbuilder.asking import Known, Store
from webbuilder.crm import merging, routes, service as crm
from webbuilder.screens.application import page, told

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=200)]


def _all(request: Request, known: Caller, store: Store, status: int = 200, **said: str) -> Response:
    groups = [
        (one.why, [routes.view(store, contact) for contact in one.contacts])
        for one in merging.likely(store, known.workspace_id)
    ]
    return page(request, "duplicates.html", status, here="/contacts", known=known, groups=groups, **said)


@router.get("/duplicates")
def duplicates_page(request: Request, known: Known, store: Store) -> Response:
    """Show contacts that may be one person."""
    return _all(request, known, store)


@router.post("/duplicates")
def merge(request: Request, known: Known, store: Store, kept: Text = "", other: Text = "") -> Response:
    """Let a contact take another one in, or say why not."""

    def act() -> str:
        one = crm.one(store, known.workspace_id, kept)
        merging.merge(store, known, one, crm.one(store, known.workspace_id, other))
        return f"{one.email} has the history of both."

    return told(store, act, partial(_all, request, known, store))
