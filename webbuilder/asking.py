"""What every route asks for: a session on the database, and who is calling, if they may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Depends, Header, Request
from sqlalchemy.orm import Session

from webbuilder.accounts import keys
from webbuilder.accounts.roles import demand, refuse_role, refuse_scope
from webbuilder.accounts.service import Caller, caller_with
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi.routing import APIRoute

    from webbuilder.database import Database
    from webbuilder.settings import Settings

COOKIE = "mm_session"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def settings_of(request: Request) -> Settings:
    """Return what this platform was told when it started."""
    settings: Settings = request.app.state.settings
    return settings


def by_tls(request: Request) -> bool:
    """Whether people reach this platform by TLS, so that cookies need go no other way."""
    return settings_of(request).where.app.startswith("https:")


def database_of(request: Request) -> Database:
    """Return the database, for who needs more than one transaction."""
    database: Database = request.app.state.database
    return database


def transaction(request: Request) -> Iterator[Session]:
    """Give a session that commits before the answer leaves: what was acknowledged is stored."""
    database = database_of(request)
    with database.transaction() as session:
        yield session


Store = Annotated[Session, Depends(transaction, scope="function")]


def refuse_foreign_pages(request: Request) -> None:
    """Refuse a change that another origin's page asks for with this person's cookie (OWASP: check Origin)."""
    origin = request.headers.get("origin")
    if request.method not in _SAFE and origin and origin != str(request.base_url).rstrip("/"):
        raise Problem(
            403,
            "foreign-page",
            "This change was asked for by a page of another site. Make it in the builder itself.",
        )


def caller(
    request: Request,
    mm_session: Annotated[str | None, Cookie()] = None,
    authorization: Annotated[str, Header(include_in_schema=False)] = "",
) -> Caller:
    """Return who is calling, by a key or else the session cookie, once they may do what they ask for.

    Asked in a transaction of its own, which ends here.

    Raises:
        Problem: nobody is known by this, or their role or the scopes of their key do not allow it.
    """
    refuse_foreign_pages(request)
    route: APIRoute = request.scope["route"]
    asked = demand(route.methods, route.tags, route.openapi_extra)
    kind, _, secret = authorization.partition(" ")
    database = database_of(request)
    with database.transaction() as session:
        if kind.lower() == "bearer":
            known = keys.caller_with(session, secret.strip())
        else:
            known = caller_with(session, mm_session)
    if known.scopes is None:
        refuse_role(known.role, asked.role, known.workspace)
    else:
        refuse_scope(known.scopes, asked.scope)
    return known


Known = Annotated[Caller, Depends(caller)]
