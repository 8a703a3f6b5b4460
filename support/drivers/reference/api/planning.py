"""Suggested workflows by API."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from support.drivers.reference.api.building import everything_on
from support.drivers.reference.asking import Api

if TYPE_CHECKING:
    from collections.abc import Sequence

_SUITED = "workflows that were suggested"


class ApiPlanning(Api):
    """Which workflows would suit a form."""

    def look(self, site: str) -> None:
        """Ask which would suit the site's form."""
        found = self.site(site)
        path = f"/api/sites/{found['id']}/components/{self.form(found)}/workflow-suggestions"
        self.seat.kept[_SUITED] = json.dumps(self.call("GET", path)["items"])

    def suited(self) -> Sequence[tuple[str, str]]:
        """Return names and reasons as they were answered."""
        return [(one["name"], one["reason"]) for one in self._suited()]

    def take(self, site: str, workflow: str) -> None:
        """Make one of those that are suggested."""
        self.look(site)
        plan = next(one["plan"] for one in self._suited() if one["name"] == workflow)
        self.call("POST", f"/api/sites/{self.site(site)['id']}/workflows", {"plan": plan})

    def workflows(self, site: str) -> Sequence[str]:
        """Return the names of the site's workflows."""
        found = self.call("GET", f"/api/sites/{self.site(site)['id']}/workflows")["items"]
        return [one["name"] for one in found]

    def ask_no_more(self, site: str, label: str) -> None:
        """Remove the field with a label."""
        found = self.site(site)
        asked = next(
            one for one in everything_on(self.page(found)) if one["properties"].get("label") == label
        )
        removal = {"operations": [{"kind": "remove", "id": asked["id"]}]}
        self.call("POST", f"/api/sites/{found['id']}/operations", removal)

    def _suited(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.seat.kept[_SUITED])
        return found
