"""Contacts that may be one person, by API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.reference.api.connecting import ApiContacts
from support.drivers.reference.asking import Api

if TYPE_CHECKING:
    from collections.abc import Sequence


class ApiMerging(Api):
    """Likely duplicates."""

    def likely(self) -> Sequence[frozenset[str]]:
        """Return the addresses of each group."""
        groups = self.call("GET", "/api/duplicates")["items"]
        return [frozenset(contact["email"] for contact in group["contacts"]) for group in groups]

    def merge(self, kept: str, other: str) -> None:
        """Ask for both, and let one take in the other."""
        contacts = ApiContacts(self.seat)
        path = f"/api/contacts/{contacts.page_of(kept)}/merges"
        self.call("POST", path, {"other": contacts.page_of(other)})
