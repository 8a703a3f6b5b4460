"""What starts workflows, by API."""

from __future__ import annotations

from typing import Any

from support.drivers.reference.api.connecting import ApiConnecting


class ApiStarting(ApiConnecting):
    """What starts a workflow."""

    def by_tag(self, site: str, workflow: str, tag: str) -> None:
        """Store the draft with another trigger."""
        self._store(site, workflow, {"kind": "tagged", "tag": tag})

    def each_time(self, site: str, workflow: str) -> None:
        """Store the draft with a trigger that takes somebody again."""
        self._store(site, workflow, {"again": True})

    def once_only(self, site: str, workflow: str) -> None:
        """Store the draft with a trigger that takes nobody again."""
        self._store(site, workflow, {"again": False})

    def remove(self, site: str, workflow: str) -> None:
        """Delete the workflow as it was read."""
        path = f"/api/workflows/{self._workflow(self.site(site), workflow)['id']}"
        self.call("DELETE", path, headers={"If-Match": self.version(path)})

    def _store(self, site: str, workflow: str, said: dict[str, Any]) -> None:
        path = f"/api/workflows/{self._workflow(self.site(site), workflow)['id']}"
        drawn = self.call("GET", path)
        wanted = {name: drawn[name] for name in ("name", "steps")}
        wanted["trigger"] = {**drawn["trigger"], **said}
        self.call("PUT", path, wanted, headers={"If-Match": self.version(path)})
