"""The control API over HTTP, for the operator's key alone: fresh workspaces, and time that moves."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request
from psycopg.errors import DeadlockDetected
from pydantic import BaseModel, Field
from sqlalchemy.exc import OperationalError

from webbuilder import clock
from webbuilder.accounts import service as accounts
from webbuilder.accounts.tables import Person, SignIn, Workspace
from webbuilder.asking import Store, database_of, settings_of
from webbuilder.problems import Problem, not_found
from webbuilder.tracing import log


def is_operators_key(request: Request, shown: str) -> bool:
    """Whether somebody shows the operator's key."""
    key = settings_of(request).operator_key or ""
    return bool(key) and hmac.compare_digest(shown.encode(), key.encode())


def operator(request: Request, authorization: Annotated[str, Header(include_in_schema=False)] = "") -> None:
    """Let only the operator in.

    Raises:
        Problem: the key is missing or wrong.
    """
    scheme, _, key = authorization.partition(" ")
    if scheme != "Bearer" or not is_operators_key(request, key):
        raise Problem(401, "not-the-operator", "This needs the operator's key: Authorization: Bearer <key>.")


def whoever_operates(request: Request) -> None:
    """Refuse all where nobody was said to operate the platform.

    Raises:
        Problem: the platform was told no key.
    """
    if not settings_of(request).operator_key:
        words = "This platform knows no operator, so nobody may do this. Start it with MM_OPERATOR_KEY."
        raise Problem(403, "no-operator", words)


# Who erases a workspace and who writes to it may wait for each other; PostgreSQL then ends one, who is
# to try again (its documentation, 13.3.4 Deadlocks).
_TRIES = 5
router = APIRouter(prefix="/control", dependencies=[Depends(operator)], include_in_schema=False)


class NewWorkspace(BaseModel):
    """A workspace to make, and its owner."""

    name: str = Field(min_length=1, max_length=120)
    owner: str = Field(min_length=1, max_length=120)
    email: str = Field(min_length=3, max_length=254)
    password: str = Field(min_length=8, max_length=200)


class Made(BaseModel):
    """A workspace's id, and a session token of its owner."""

    workspace: str
    token: str


class Allowance(BaseModel):
    """How often a workspace may ask the copywriter within a day; None is as often as usual."""

    copywriter: int | None = Field(ge=0, le=100_000)


class Forward(BaseModel):
    """How far to move a workspace's clock."""

    seconds: float = Field(gt=0, le=400 * 86400)


@router.get("")
def offered(request: Request) -> dict[str, bool]:
    """Say what an operator may do here."""
    return {"movable_clock": settings_of(request).movable_clock}


@router.post("/workspaces", status_code=201)
def make(new: NewWorkspace, store: Store) -> Made:
    """Make a fresh workspace with an owner who is signed in."""
    person = accounts.open_workspace(store, new.name, new.owner, new.email, new.password)
    return Made(workspace=person.workspace_id, token=accounts.issue(store, person))


@router.delete("/workspaces/{workspace_id}", status_code=204)
def remove(workspace_id: str, request: Request) -> None:
    """Erase a workspace with everything in it, whatever is still at work there."""
    database = database_of(request)
    for left in reversed(range(_TRIES)):
        try:
            with database.transaction() as store:
                workspace = store.get(Workspace, workspace_id)
                if workspace is None:
                    raise not_found("workspace")
                store.delete(workspace)
        except OperationalError as trouble:
            if not left or not isinstance(trouble.orig, DeadlockDetected):
                raise
            log().info("erasing again", workspace=workspace_id, left=left)
        else:
            return


@router.post("/workspaces/{workspace_id}/clock")
def forward(workspace_id: str, by: Forward, store: Store, request: Request) -> dict[str, datetime]:
    """Move a workspace's clock forward."""
    if not settings_of(request).movable_clock:
        raise Problem(
            409, "clock-fixed", "This platform's clock does not move. Start it with --movable-clock."
        )
    if store.get(Workspace, workspace_id) is None:
        raise not_found("workspace")
    return {"now": clock.advance(store, workspace_id, timedelta(seconds=by.seconds))}


@router.post("/workspaces/{workspace_id}/allowance", status_code=204)
def allow(workspace_id: str, wanted: Allowance, store: Store) -> None:
    """Say how often a workspace may ask the copywriter within a day."""
    workspace = store.get(Workspace, workspace_id)
    if workspace is None:
        raise not_found("workspace")
    workspace.ai_allowance = wanted.copywriter


@router.post("/people/{email}/expiry", status_code=204)
def expire(email: str, store: Store) -> None:
    """Let every session of a person be too old, as if two weeks had passed without a visit."""
    person: Person | None = store.scalar(accounts.person_with(email))
    if person is None:
        raise not_found("person")
    for sign_in in store.query(SignIn).where(SignIn.person_id == person.id):
        sign_in.expires_at -= accounts.SESSION_LASTS
