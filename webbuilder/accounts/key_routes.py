"""Keys of partners over HTTP: make one, see which there are, withdraw one."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.accounts import keys
from webbuilder.accounts.roles import Scope, asks
from webbuilder.accounts.tables import ApiKey
from webbuilder.asking import Known, Store
from webbuilder.conventions.bounded import Bounded
from webbuilder.problems import refused

router = APIRouter(prefix="/api/keys", tags=["accounts"], route_class=Bounded)
_OWNERS = asks(role="owner")


class NewKey(BaseModel):
    """What a key is called by its owner, and what it is for."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"name": "Till", "scopes": ["sites:read"]}]}
    )
    name: str = Field(min_length=1, max_length=120, pattern=r"\S")
    scopes: list[Scope] = Field(min_length=1, max_length=20)


class KeyView(BaseModel):
    """A key, without its secret."""

    id: str
    name: str
    scopes: list[Scope]
    created_at: datetime


class KeyMade(KeyView):
    """A key with its secret, which is told this once: `Authorization: Bearer <secret>`."""

    secret: str


class KeyList(BaseModel):
    """The keys of a workspace, the newest first."""

    items: list[KeyView]


def view(key: ApiKey) -> KeyView:
    """Return what is shown of a key."""
    return KeyView.model_validate(key, from_attributes=True)


@router.get("", openapi_extra=_OWNERS)
def all_keys(known: Known, store: Store) -> KeyList:
    """List the keys of this workspace."""
    return KeyList(items=[view(key) for key in store.scalars(keys.of_workspace(known.workspace_id))])


@router.post("", status_code=201, responses=refused(409), openapi_extra=_OWNERS)
def make_key(wanted: NewKey, known: Known, store: Store) -> KeyMade:
    """Make a key; its secret is in this answer alone."""
    key, secret = keys.make(store, known, wanted.name, wanted.scopes)
    return KeyMade(**view(key).model_dump(), secret=secret)


@router.delete("/{key_id}", status_code=204, openapi_extra=_OWNERS)
def withdraw_key(key_id: str, known: Known, store: Store) -> None:
    """Let a key open nothing any more, from now on."""
    keys.withdraw(store, known.workspace_id, key_id)
