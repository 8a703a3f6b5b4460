"""What starts workflows, by API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.drivers.reference.api.connecting import ApiConnecting
from support.drivers.reference.step_sayings import DEEDS, FIELDS

if TYPE_CHECKING:
    from datetime import datetime


class ApiStarting(ApiConnecting):
    """What starts a workflow."""

    def by_deed(self, site: str, workflow: str, deed: str, of: str) -> None:
        """Store the draft with another trigger."""
        kind = DEEDS[deed]
        self._store(site, workflow, {"kind": kind, FIELDS[kind]: of})

    def by_day(self, site: str, workflow: str, called: str, at: datetime) -> None:
        """Store the draft with another trigger."""
        day = {"day": f"{at:%Y-%m-%d}", "time": f"{at:%H:%M}"}
        self._store(site, workflow, {"kind": "day", "list": called, **day})

    def by_message(self, site: str, workflow: str) -> None:
        """Store the draft with another trigger."""
        self._store(site, workflow, {"kind": "called"})

    def each_time(self, site: str, workflow: str) -> None:
        """Store the draft with a trigger that takes somebody again."""
        self._store(site, workflow, {"again": True})

    def once_only(self, site: str, workflow: str) -> None:
        """Store the draft with a trigger that takes nobody again."""
        self._store(site, workflow, {"again": False})

    def go_by(self, site: str, zone: str) -> None:
        """Change the site's time zone, as it was read."""
        path = f"/api/sites/{self.site(site)['id']}"
        self.call("PATCH", path, {"zone": zone}, headers={"If-Match": self.version(path)})

    def remove(self, site: str, workflow: str) -> None:
        """Delete the workflow as it was read."""
        path = f"/api/workflows/{self.workflow_id(site, workflow)}"
        self.call("DELETE", path, headers={"If-Match": self.version(path)})

    def _store(self, site: str, workflow: str, said: dict[str, Any]) -> None:
        path = f"/api/workflows/{self.workflow_id(site, workflow)}"
        drawn = self.call("GET", path)
        wanted = {name: drawn[name] for name in ("name", "steps")}
        wanted["trigger"] = {**drawn["trigger"], **said}
        self.call("PUT", path, wanted, headers={"If-Match": self.version(path)})
