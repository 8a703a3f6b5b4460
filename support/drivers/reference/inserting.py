"""How a component is put onto a page by API: an operation with an id that its client makes."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS = (
    {"name": "name", "label": "Your name", "kind": "text", "required": True},
    {"name": "email", "label": "E-mail address", "kind": "email", "required": True},
)


def inserted(kind: str, parent: str, after: str | None, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what puts a new component of a type below a parent, right behind a child of it or first."""
    identifier = f"c-{secrets.token_hex(8)}"
    place = {"id": identifier, "type": kind, "parent": parent, "after": after}
    return {"kind": "insert", **place, "properties": dict(said)}


def form_at(parent: str, after: str | None) -> list[dict[str, Any]]:
    """Return what puts a sign-up form below a parent, right behind a child of it or first."""
    form = inserted("form", parent, after, {})
    operations, last = [form], None
    for field in _FIELDS:
        operations.append(inserted("field", form["id"], last, field))
        last = operations[-1]["id"]
    return operations


def end_of(page: dict[str, Any]) -> tuple[str, str | None]:
    """Return the place at the end of a page's last section: what holds it, and what stands before it."""
    section = [one for one in page["children"] if one["type"] == "section"][-1]
    return section["id"], section["children"][-1]["id"] if section["children"] else None
