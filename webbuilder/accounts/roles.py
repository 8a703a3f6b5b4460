"""Who may do what: the roles of people, the scopes of keys, and what an operation asks of either."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from webbuilder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from enum import Enum

Role = Literal["viewer", "editor", "owner"]
Scope = Literal[
    "sites:read",
    "sites:write",
    "workflows:read",
    "workflows:write",
    "events:write",
    "contacts:read",
    "contacts:write",
    "webhooks:read",
    "webhooks:write",
]
ROLES: tuple[Role, ...] = get_args(Role)  # each may do what those before it may
SCOPES: tuple[Scope, ...] = get_args(Scope)
LEAST_ROLE, SCOPE = "x-least-role", "x-scope"

_LOOKS = frozenset({"GET", "HEAD"})
# Which scope opens the operations of a room; those of accounts are for people alone.
_AREAS = {
    **dict.fromkeys(
        (
            "sites",
            "components",
            "templates",
            "customising",
            "brands",
            "publishing",
            "images",
            "jobs",
            "insights",
        ),
        "sites",
    ),
    **dict.fromkeys(("connector", "workflows"), "workflows"),
    "contacts": "contacts",
    "webhooks": "webhooks",
}


@dataclass(frozen=True, slots=True)
class Demand:
    """What an operation asks of its caller: a role at least, and of a key a scope; None is for no key."""

    role: Role
    scope: str | None


def asks(*, role: Role | None = None, scope: Scope | None = None) -> dict[str, Any]:
    """Return what a route says where it asks for another role or scope than its method and room tell."""
    return {**({LEAST_ROLE: role} if role else {}), **({SCOPE: scope} if scope else {})}


def demand(
    methods: Iterable[str] | None, tags: Sequence[str | Enum], said: Mapping[str, Any] | None
) -> Demand:
    """Return what an operation asks for: to look, a viewer; to change, an editor; or what it says itself."""
    own, looks = said or {}, not {method.upper() for method in methods or ()} - _LOOKS
    area = _AREAS.get(str(tags[0])) if tags else None
    told = f"{area}:{'read' if looks else 'write'}" if area else None
    return Demand(own.get(LEAST_ROLE, "viewer" if looks else "editor"), own.get(SCOPE, told))


def refuse_role(role: str, least: Role, workspace: str) -> None:
    """Refuse a role that is not enough.

    Raises:
        Problem: it is not.
    """
    if ROLES.index(role) >= ROLES.index(least):
        return
    words = {
        "owner": f"Only an owner of {workspace} may do this. Ask one of them.",
        "editor": f"Who is a viewer at {workspace} may look at it, and not change it. Ask an owner.",
    }
    raise Problem(403, "role-is-not-enough", words[least], least_role=least)


def refuse_scope(scopes: frozenset[str], wanted: str | None) -> None:
    """Refuse a key that was not made for this.

    Raises:
        Problem: it was not.
    """
    if wanted is None:
        raise Problem(403, "not-for-keys", "This is for people who sign in, and no key opens it.")
    if wanted not in scopes:
        made_for = ", ".join(sorted(scopes))
        raise Problem(
            403,
            "scope-is-not-enough",
            f"This key was made for {made_for}, and this needs {wanted}. Make another key.",
            scope=wanted,
        )
