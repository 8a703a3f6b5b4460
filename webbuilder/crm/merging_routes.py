"""Likely duplicates among contacts, and two that become one, over HTTP."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.asking import Known, Store
from webbuilder.conventions.kept import Keeping
from webbuilder.crm import merging, service
from webbuilder.crm.routes import ContactView, view
from webbuilder.problems import names, refused

router = APIRouter(prefix="/api", tags=["contacts"], route_class=Keeping)


class LikelyView(BaseModel):
    """Contacts that may be one person, the one known for longest first, and why that is likely."""

    why: Literal["same address", "same name"]
    contacts: list[ContactView]


class LikelyList(BaseModel):
    """Contacts that may be one person each."""

    items: list[LikelyView]


class Other(BaseModel):
    """The contact that is taken in."""

    model_config = ConfigDict(extra="forbid")
    other: str = Field(json_schema_extra=names("contact_id"))


@router.get("/duplicates")
def likely(known: Known, store: Store) -> LikelyList:
    """List contacts that may be one person; nothing is done before somebody says so."""
    found = merging.likely(store, known.workspace_id)
    items = [
        LikelyView(why=one.why, contacts=[view(store, contact) for contact in one.contacts])  # type: ignore[arg-type]
        for one in found
    ]
    return LikelyList(items=items)


@router.post("/contacts/{contact_id}/merges", responses=refused(409))
def merge(contact_id: str, wanted: Other, known: Known, store: Store) -> ContactView:
    """Let a contact take another one in, with its history; both addresses and both ids lead to it."""
    kept = service.one(store, known.workspace_id, contact_id)
    other = service.one(store, known.workspace_id, wanted.other)
    merging.merge(store, known, kept, other)
    return view(store, kept)
