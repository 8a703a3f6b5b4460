"""What is written down of contacts, by API."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from support.drivers.reference.api.connecting import ApiContacts
from support.drivers.reference.asking import Api

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEEN = "version of what is written down of "


class ApiKnowing(Api):
    """Contacts, by hand."""

    def add(self, email: str, name: str) -> None:
        """Make a contact."""
        self.call("POST", "/api/contacts", {"email": email, "name": name})

    def see(self, email: str) -> None:
        """Ask for what is written down, and keep its version."""
        self.seat.kept[_SEEN + email] = self.version(self._written(email))

    def tag(self, email: str, tag: str) -> None:
        """Write down one tag more."""
        written = self.call("GET", self._written(email))
        self._write(email, {**written, "tags": [*written["tags"], tag]})

    def put_on(self, email: str, lists: Sequence[str]) -> None:
        """Write down some lists more."""
        written = self.call("GET", self._written(email))
        self._write(email, {**written, "lists": [*written["lists"], *lists]})

    def write(self, email: str, detail: str, value: str) -> None:
        """Write down one detail more."""
        written = self.call("GET", self._written(email))
        self._write(email, {**written, "details": {**written["details"], detail: value}})

    def note(self, email: str, words: str) -> None:
        """Send the note."""
        self.call("POST", f"{self._contact(email)}/notes", {"words": words})

    def copy(self, email: str) -> str:
        """Return the copy as it is."""
        return json.dumps(self.call("GET", f"{self._contact(email)}/copy"), ensure_ascii=False)

    def forget(self, email: str) -> None:
        """Forget the contact."""
        self.call("DELETE", self._contact(email))

    def _contact(self, email: str) -> str:
        return f"/api/contacts/{ApiContacts(self.seat).page_of(email)}"

    def _written(self, email: str) -> str:
        return f"{self._contact(email)}/written"

    def _write(self, email: str, written: dict[str, Any]) -> None:
        path = self._written(email)
        seen = self.seat.kept.pop(_SEEN + email, None) or self.version(path)
        self.call("PUT", path, written, headers={"If-Match": seen})
