"""What asking the copywriter comes to, by API."""

from __future__ import annotations

from support.drivers.reference.asking import Api

_SPENT = "/api/copywriter"


class ApiSpending(Api):
    """How often a workspace has asked, and what that has cost."""

    def asked(self, site: str) -> tuple[int, int]:
        """Return it as it is told of the workspace; the site does not matter here."""
        self.site(site)
        told = self.call("GET", _SPENT)
        return told["asked"], told["allowance"]

    def tokens(self) -> int:
        """Return it as it is told."""
        return int(self.call("GET", _SPENT)["tokens"])
