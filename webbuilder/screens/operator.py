"""The operator's place: who shows the operator's key sees what people met, and settles it."""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from typing import Annotated

from fastapi import APIRouter, Cookie, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from webbuilder.asking import Store, by_tls, refuse_foreign_pages, settings_of
from webbuilder.control.routes import is_operators_key, whoever_operates
from webbuilder.conventions.lists import MOST
from webbuilder.errors import service
from webbuilder.problems import Problem
from webbuilder.screens.application import page, told

COOKIE = "mm_operator"
_HOME, _ERRORS = "/operator", "/operator/errors"
_LASTS = 12 * 3600  # seconds
_MOMENT = re.compile(r"[0-9]{1,12}")
_SETTLED = "Settled. It is open again as soon as it comes back."
router = APIRouter(
    prefix=_HOME,
    include_in_schema=False,
    dependencies=[Depends(refuse_foreign_pages), Depends(whoever_operates)],
)
Shown = Annotated[str, Cookie(alias=COOKIE)]
Typed = Annotated[str, Form(max_length=200)]


def _sealed(key: str, until: int) -> str:
    """Return what shows until a moment that somebody knew the key; the key cannot be told from it."""
    seal = hmac.new(key.encode(), f"operator until {until}".encode(), hashlib.sha256).hexdigest()
    return f"{until}.{seal}"


def shows_key(request: Request, shown: str) -> bool:
    """Whether a cookie was given to somebody who knew the operator's key, and is not too old."""
    until = shown.partition(".")[0]
    if not _MOMENT.fullmatch(until) or int(until) < time.time():
        return False
    sealed = _sealed(settings_of(request).operator_key or "", int(until))
    return hmac.compare_digest(shown.encode(), sealed.encode())


def operator(request: Request, shown: Shown = "") -> None:
    """Let only those in who have shown the key.

    Raises:
        Problem: nobody did, or too long ago.
    """
    if not shows_key(request, shown):
        raise Problem(401, "not-the-operator", "This is for the operator. Open /operator, and show the key.")


@router.get("")
def door(request: Request, shown: Shown = "") -> Response:
    """Ask for the key, or lead on whoever has shown it."""
    if shows_key(request, shown):
        return RedirectResponse(_ERRORS, 303)
    return page(request, "operator.html")


@router.post("")
def enter(request: Request, key: Typed = "") -> Response:
    """Let somebody in who knows the key."""
    if not is_operators_key(request, key):
        words = "This is not the operator's key. It is the one that the platform was started with."
        return page(request, "operator.html", 401, words=words)
    answer = RedirectResponse(_ERRORS, 303)
    sealed = _sealed(key, int(time.time()) + _LASTS)
    answer.set_cookie(
        *(COOKIE, sealed, _LASTS),
        path=_HOME,
        secure=by_tls(request),
        httponly=True,
        samesite="strict",
    )
    return answer


@router.post("/end", dependencies=[Depends(operator)])
def leave() -> Response:
    """Forget that the key was shown here."""
    answer = RedirectResponse(_HOME, 303)
    answer.delete_cookie(COOKIE, path=_HOME)
    return answer


def _listed(request: Request, store: Store, status: int = 200, **said: str) -> Response:
    groups = store.scalars(service.groups().limit(MOST)).all()
    still = [one for one in groups if one.settled_at is None]
    settled = [one for one in groups if one.settled_at is not None]
    return page(request, "errors.html", status, open=still, settled=settled, **said)


@router.get("/errors", dependencies=[Depends(operator)])
def errors_page(
    request: Request, store: Store, number: Annotated[str, Query(max_length=100)] = ""
) -> Response:
    """Show the groups, or what a number finds."""
    if not number.strip():
        return _listed(request, store)
    try:
        found = service.find(store, settings_of(request).data, number.strip().lower())
    except Problem as nothing:
        return _listed(request, store, nothing.status, words=nothing.detail, number=number)
    return page(request, "error.html", found=found)


@router.post("/errors/{group_id}/settlement", dependencies=[Depends(operator)])
def settle(request: Request, store: Store, group_id: str) -> Response:
    """Call a group settled, and show how all stand."""

    def act() -> str:
        service.settle(store, group_id)
        return _SETTLED

    def show(status: int = 200, done: str = "", words: str = "") -> Response:
        return _listed(request, store, status, done=done, words=words)

    return told(store, act, show)
