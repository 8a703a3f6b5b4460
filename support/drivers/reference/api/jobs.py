"""Work in the background, and what was sent and started nothing, by API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.drivers.reference.api.webhooks import delivery
from support.drivers.reference.asking import Api
from support.records_of_workflows import BacklogTold, JobTold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.webhooks import Delivery


class ApiSifting(Api):
    """What visitors sent to a site, and has started nothing."""

    def _sent(self, site: str) -> str:
        return f"/api/sites/{self.site(site)['id']}/submissions"

    def held_back(self, site: str) -> Sequence[str]:
        """Ask what was sent, and by whom."""
        sent = self.call("GET", self._sent(site))["items"]
        return [one["fields"]["email"] for one in sent if one["state"] == "held"]

    def let_through(self, site: str, email: str) -> None:
        """Ask for its release."""
        sent = self.call("GET", self._sent(site))["items"]
        wanted = next(one["id"] for one in sent if one["fields"]["email"] == email)
        self.call("POST", f"{self._sent(site)}/{wanted}/release")

    def start_late(self, site: str) -> None:
        """Ask for late starts."""
        self.call("POST", f"{self._sent(site)}/late-starts")


class ApiJobs(Api):
    """Work in the background."""

    def _job(self, kind: str) -> dict[str, Any]:
        wanted = kind.replace(" ", "_")
        found: dict[str, Any] = next(
            one for one in self.call("GET", "/api/jobs")["items"] if one["kind"] == wanted
        )
        return found

    def told(self, kind: str, site: str) -> JobTold:
        """Ask for the newest of a kind: a workspace here has one site for which there are any."""
        self.site(site)
        job = self._job(kind)
        return JobTold(job["state"], f"{job['done']} of {job['of']}")

    def cancel(self, kind: str, site: str) -> None:
        """Ask for its end."""
        self.site(site)
        self.call("POST", f"/api/jobs/{self._job(kind)['id']}/cancellation")

    def again(self, kind: str, site: str) -> None:
        """Ask for the rest of it."""
        self.site(site)
        self.call("POST", f"/api/jobs/{self._job(kind)['id']}/retry")

    def backlog(self) -> BacklogTold:
        """Ask for the figures."""
        told = self.call("GET", "/api/backlog")
        return BacklogTold(told["waiting"], told["late"])

    def given_up(self) -> Sequence[Delivery]:
        """Ask for them."""
        return [delivery(one) for one in self.call("GET", "/api/given-up")["items"]]

    def send_again(self, kind: str) -> None:
        """Ask for another attempt."""
        left = self.call("GET", "/api/given-up")["items"]
        wanted = next(one["id"] for one in left if one["type"] == kind)
        self.call("POST", f"/api/given-up/{wanted}/retry")
