"""Customising by API."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from support.drivers.reference.api.building import section_of
from support.drivers.reference.asking import Api

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records import Brief

_SUGGESTION, _WORDS, SUGGESTED_FOR = "suggestion", "suggested words", "site that the suggestion is for"


class ApiCustomising(Api):
    """Words from the copywriter; the seat remembers which suggestion is looked at."""

    def ask(self, site: str, section: str, brief: Brief) -> None:
        """Ask for a section in other words; the page stays as it is."""
        found = self.site(site)
        component = section_of(self.page(found), section)["id"]
        made = self.call(
            "POST", f"/api/sites/{found['id']}/suggestions", {"component": component, "brief": asdict(brief)}
        )
        self.seat.kept[SUGGESTED_FOR] = site
        self.seat.kept[_SUGGESTION] = made["id"]
        self.seat.kept[_WORDS] = json.dumps([wording["after"] for wording in made["wordings"]])

    def shown(self) -> Sequence[str]:
        """Return the proposed words."""
        words: list[str] = json.loads(self._kept(_WORDS))
        return words

    def accept(self) -> None:
        """Put the proposed words onto the page."""
        self.call("POST", f"/api/suggestions/{self._kept(_SUGGESTION)}/acceptance")

    def refuse(self) -> None:
        """Put the proposed words away."""
        self.call("POST", f"/api/suggestions/{self._kept(_SUGGESTION)}/refusal")

    def waiting(self) -> bool:
        """Whether the suggestion still waits for a decision."""
        return bool(self.call("GET", f"/api/suggestions/{self._kept(_SUGGESTION)}")["state"] == "open")

    def _kept(self, name: str) -> str:
        if name not in self.seat.kept:
            message = f"{self.seat.person.name} has no suggestion: a sentence that asks for one is missing"
            raise LookupError(message)
        return self.seat.kept[name]
