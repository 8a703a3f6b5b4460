"""Accounts over HTTP: sign in, who am I, sign out, another password."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Cookie, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.accounts import service
from webbuilder.accounts.roles import Role, asks
from webbuilder.asking import COOKIE, Known, Store, by_tls, database_of, refuse_foreign_pages
from webbuilder.conventions.bounded import Bounded
from webbuilder.problems import refused

router = APIRouter(prefix="/api", tags=["accounts"], route_class=Bounded)
Password = Annotated[str, Field(max_length=1000)]
_FOR_ONESELF = asks(role="viewer")


class Credentials(BaseModel):
    """An address and its password."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"email": "maya@example.org", "password": "rye at five"}]},
    )
    email: str = Field(max_length=254)
    password: Password


class SignedIn(BaseModel):
    """What signing in came to; the session itself is in a cookie."""

    state: Literal["signed in"] = "signed in"


class Me(BaseModel):
    """Who is signed in, where, and in which role."""

    person: str
    name: str
    email: str
    workspace: str
    role: Role


class NewPassword(BaseModel):
    """The password as it is, and as it shall be."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"old": "rye at five", "new": "spelt at six"}]}
    )
    old: Password
    new: Password


def remember(request: Request, response: Response, token: str) -> None:
    """Put the session token into a cookie that scripts cannot read and other sites' pages do not send."""
    lasts, secure = int(service.SESSION_LASTS.total_seconds()), by_tls(request)
    response.set_cookie(COOKIE, token, httponly=True, secure=secure, samesite="lax", max_age=lasts)


@router.post(
    "/sessions", status_code=201, responses=refused(401, 429), dependencies=[Depends(refuse_foreign_pages)]
)
def sign_in(credentials: Credentials, response: Response, request: Request) -> SignedIn:
    """Sign in; the answer sets the session cookie."""
    database = database_of(request)
    remember(request, response, service.sign_in(database, credentials.email, credentials.password))
    return SignedIn()


@router.get("/me")
def who_am_i(known: Known) -> Me:
    """Say who is signed in."""
    return Me(
        person=known.person_id,
        name=known.name,
        email=known.email,
        workspace=known.workspace,
        role=known.role,  # type: ignore[arg-type]  # what is stored is a role
    )


@router.put("/me/password", status_code=204, responses=refused(429), openapi_extra=_FOR_ONESELF)
def change_password(
    wanted: NewPassword, known: Known, request: Request, mm_session: Annotated[str, Cookie()]
) -> None:
    """Choose another password; every other session of the person ends."""
    database = database_of(request)
    service.change_password(database, known, wanted.old, wanted.new, mm_session)


@router.delete("/sessions/current", status_code=204, openapi_extra=_FOR_ONESELF)
def sign_out(
    known: Known,  # noqa: ARG001 - lets nobody else in
    response: Response,
    store: Store,
    mm_session: Annotated[str, Cookie()],
) -> None:
    """Sign out."""
    service.sign_out(store, mm_session)
    response.delete_cookie(COOKIE)


@router.delete("/sessions", status_code=204, openapi_extra=_FOR_ONESELF)
def sign_out_everywhere(known: Known, response: Response, store: Store) -> None:
    """Sign out on every machine, this one included."""
    service.sign_out_everywhere(store, known.person_id)
    response.delete_cookie(COOKIE)
