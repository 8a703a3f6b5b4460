"""What the operator of the reference platform may do: open a workspace of somebody's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from support.drivers.session import trust

if TYPE_CHECKING:
    from support.target.embedded import Embedded

COOKIE = "mm_session"


def asked_by(key: str) -> dict[str, str]:
    """Return the header by which the control API knows the operator."""
    return {"Authorization": f"Bearer {key}"}


def workspace_of(name: str, owner: str, email: str, password: str) -> dict[str, str]:
    """Return what the control API is told of a workspace to open."""
    return {"name": name, "owner": owner, "email": email, "password": password}


def open_workspace(platform: Embedded, wanted: dict[str, str]) -> str:
    """Open a workspace on a platform of our own, outside of any scenario; return a session of its owner."""
    address = f"{platform.facts['control']}/workspaces"
    answer = httpx.post(
        address, json=wanted, headers=asked_by(platform.operator_key), verify=trust(), trust_env=False
    )
    return str(answer.raise_for_status().json()["token"])
