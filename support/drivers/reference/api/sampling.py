"""Trying out by API what visitors would get."""

from __future__ import annotations

from support.drivers.reference.asking import Api


class ApiSampling(Api):
    """Samples."""

    def try_out(self, site: str) -> None:
        """Ask for a sample."""
        found = self.site(site)
        self.call("POST", f"/api/sites/{found['id']}/components/{self.form(found)}/connection/sample")
