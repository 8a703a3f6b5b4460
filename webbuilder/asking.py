"""What every route asks for: a session on the database, and who is calling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Depends, Request
from sqlalchemy.orm import Session

from webbuilder.accounts.service import Caller, caller_with
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webbuilder.database import Database
    from webbuilder.settings import Settings

COOKIE = "mm_session"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def settings_of(request: Request) -> Settings:
    """Return what this platform was told when it started."""
    settings: Settings = request.app.state.settings
    return settings


def transaction(request: Request) -> Iterator[Session]:
    """Give a session that commits before the answer leaves: what was acknowledged is stored."""
    database: Database = request.app.state.database
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


def caller(request: Request, mm_session: Annotated[str | None, Cookie()] = None) -> Caller:
    """Return who is calling, by the session cookie; asked in a transaction of its own, which ends here."""
    refuse_foreign_pages(request)
    database: Database = request.app.state.database
    with database.transaction() as session:
        return caller_with(session, mm_session)


Known = Annotated[Caller, Depends(caller)]
