"""Accounts over HTTP: sign in, who am I, sign out."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Cookie, Depends, Response
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.accounts import service
from webbuilder.asking import COOKIE, Known, Store, refuse_foreign_pages
from webbuilder.problems import refused

router = APIRouter(prefix="/api", tags=["accounts"])


class Credentials(BaseModel):
    """An address and its password."""

    model_config = ConfigDict(extra="forbid")
    email: str = Field(max_length=254)
    password: str = Field(max_length=1000)


class SignedIn(BaseModel):
    """What signing in came to; the session itself is in a cookie."""

    state: Literal["signed in"] = "signed in"


class Me(BaseModel):
    """Who is signed in, and where."""

    person: str
    name: str
    email: str
    workspace: str


def remember(response: Response, token: str) -> None:
    """Put the session token into a cookie that scripts cannot read and other sites' pages do not send."""
    response.set_cookie(
        COOKIE, token, httponly=True, samesite="lax", max_age=int(service.SESSION_LASTS.total_seconds())
    )


@router.post(
    "/sessions", status_code=201, responses=refused(401), dependencies=[Depends(refuse_foreign_pages)]
)
def sign_in(credentials: Credentials, response: Response, store: Store) -> SignedIn:
    """Sign in; the answer sets the session cookie."""
    remember(response, service.sign_in(store, credentials.email, credentials.password))
    return SignedIn()


@router.get("/me")
def who_am_i(known: Known) -> Me:
    """Say who is signed in."""
    return Me(person=known.person_id, name=known.name, email=known.email, workspace=known.workspace)


@router.delete("/sessions/current", status_code=204)
def sign_out(
    known: Known,  # noqa: ARG001 - lets nobody else in
    response: Response,
    store: Store,
    mm_session: Annotated[str, Cookie()],
) -> None:
    """Sign out."""
    service.sign_out(store, mm_session)
    response.delete_cookie(COOKIE)
