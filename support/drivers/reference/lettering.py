"""A letter to many on the reference platform, outside of scenarios: written, let go, and looked after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx


@dataclass(frozen=True, slots=True)
class Letter:
    """A broadcast to everybody, by its path."""

    owner: httpx.Client
    path: str

    @property
    def told(self) -> dict[str, Any]:
        """How it stands."""
        told: dict[str, Any] = self.owner.get(self.path).raise_for_status().json()
        return told

    @property
    def done(self) -> int:
        """How many of its mails are not due any more, and not on their way."""
        mails = self.told["mails"]
        return sum(many for state, many in mails.items() if state not in {"due", "handed over"})


def let_go(owner: httpx.Client, subject: str) -> Letter:
    """Write a letter to everybody, and let it go out to as many as are counted."""
    site = owner.post("/api/sites", json={"name": subject, "template": "bakery"}).raise_for_status().json()
    said = {"site": site["id"], "subject": subject, "paragraphs": ["Hello {name}.", "The rye is back."]}
    made = owner.post("/api/broadcasts", json=said).raise_for_status().json()
    path = f"/api/broadcasts/{made['id']}"
    readers = owner.get(f"{path}/size").raise_for_status().json()["readers"]
    owner.post(f"{path}/sending", json={"readers": readers}).raise_for_status()
    return Letter(owner, path)
