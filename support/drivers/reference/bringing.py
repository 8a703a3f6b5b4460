"""Contacts brought to the reference platform, and taken from it, outside of scenarios."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

_LOOKS = 0.2  # seconds between two looks at how far it is


def tried_out(owner: httpx.Client, content: bytes) -> str:
    """Bring a file of contacts, and return by which id it is known."""
    brought = owner.post("/api/imports", content=content, headers={"Content-Type": "text/csv"})
    return str(brought.raise_for_status().json()["id"])


def imported(owner: httpx.Client, identifier: str) -> str:
    """Have a file imported, wait for the end, and return how it ended."""
    job = owner.post(f"/api/imports/{identifier}/start").raise_for_status().headers["Location"]
    while not (told := owner.get(job).raise_for_status().json())["ended_at"]:
        time.sleep(_LOOKS)  # asked without a pause it would measure the asking
    return str(told["state"])


def exported(owner: httpx.Client) -> bytes:
    """Return all contacts as a file."""
    return owner.get("/api/contacts.csv").raise_for_status().content
