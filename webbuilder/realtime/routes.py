"""The line to a site, as a WebSocket: `/api/sites/{site_id}/live`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, WebSocket
from fastapi.concurrency import run_in_threadpool

from webbuilder.accounts import keys, service as accounts
from webbuilder.accounts.roles import refuse_scope
from webbuilder.asking import COOKIE
from webbuilder.problems import Problem
from webbuilder.realtime import presence
from webbuilder.realtime.line import Line
from webbuilder.realtime.messages import GARBLED, GONE, SIGNED_OUT, Welcome
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller
    from webbuilder.database import Database
    from webbuilder.realtime.hub import Hub

router = APIRouter()
_CLIENT = re.compile(r"[A-Za-z0-9-]{1,64}")
_SCOPE = "sites:read"
_NEWEST = 2**31 - 1


@router.websocket("/api/sites/{site_id}/live")
async def live(
    socket: WebSocket, site_id: str, client: str = "", since: Annotated[int, Query(ge=0, le=_NEWEST)] = 0
) -> None:
    """Tell who has a site open what happens there from a revision on; who may not is told so by the close."""
    await socket.accept()
    database: Database = socket.app.state.database
    hub: Hub = socket.app.state.hub
    if not _CLIENT.fullmatch(client):
        await socket.close(GARBLED, "Name this machine by `client`: letters, digits and hyphens, 64 at most.")
        return
    try:
        who, welcome = await run_in_threadpool(_let_in, socket, database, site_id)
    except Problem as problem:
        await socket.close(_code_of(problem), problem.detail)
        return
    line = Line(socket, client, site_id, who, since, lambda: _ask_again(socket, database, site_id))
    line.tell(welcome)
    try:
        await hub.join(line)
        await line.hold(database, hub.go_on)
    finally:
        await hub.leave(line)


def _code_of(problem: Problem) -> int:
    return GONE if problem.status == 404 else SIGNED_OUT  # noqa: PLR2004 - HTTP's number


def _let_in(socket: WebSocket, database: Database, site_id: str) -> tuple[Caller, Welcome]:
    origin = socket.headers.get("origin")
    if origin and origin != str(socket.base_url).rstrip("/").replace("ws", "http", 1):
        raise Problem(403, "foreign-page", "This line was asked for by a page of another site.")
    with database.transaction() as session:
        who = caller(socket, session)
        site = sites.one(session, who.workspace_id, site_id)
        return who, Welcome(
            revision=site.revision, people=presence.people(session, site_id, who.workspace_id)
        )


def caller(socket: WebSocket, session: object) -> Caller:
    """Return who asks for a line, by a key for reading sites or else the session cookie.

    Raises:
        Problem: nobody is known by this, or the key was made for something else.
    """
    kind, _, secret = socket.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        known = keys.caller_with(session, secret.strip())  # type: ignore[arg-type]  # a session, as everywhere
        if known.scopes is not None:
            refuse_scope(known.scopes, _SCOPE)
        return known
    return accounts.caller_with(session, socket.cookies.get(COOKIE))  # type: ignore[arg-type]  # as above


def _ask_again(socket: WebSocket, database: Database, site_id: str) -> None:
    with database.transaction() as session:
        sites.one(session, caller(socket, session).workspace_id, site_id)
