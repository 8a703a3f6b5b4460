"""Overseeing the runs of workflows by API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.drivers.reference.api.connecting import ApiConnecting
from support.records_of_workflows import NO_RUN, RunTold, StepTold

if TYPE_CHECKING:
    from collections.abc import Sequence


class ApiOverseeing(ApiConnecting):
    """What a workflow does for somebody."""

    def _path(self, site: str, workflow: str, email: str) -> str | None:
        runs = self.call("GET", self._runs(site, workflow))["items"]
        return next((f"/api/runs/{run['id']}" for run in runs if run["email"] == email), None)

    def see(self, site: str, workflow: str, email: str) -> None:
        """Ask for a run."""
        self.told(site, workflow, email)

    def told(self, site: str, workflow: str, email: str) -> RunTold:
        """Ask for a run, step by step."""
        path = self._path(site, workflow, email)
        if path is None:
            return NO_RUN
        run = self.call("GET", path)
        steps = tuple(_step(one) for one in run["history"])
        return RunTold(run["state"], run["reason"] or "", steps, run["sample"])

    def pause(self, site: str, workflow: str, email: str) -> None:
        """Ask for a pause."""
        self._act(site, workflow, email, "pause")

    def resume(self, site: str, workflow: str, email: str) -> None:
        """Ask to go on."""
        self._act(site, workflow, email, "resume")

    def cancel(self, site: str, workflow: str, email: str) -> None:
        """Ask for an end."""
        self._act(site, workflow, email, "cancel")

    def retry(self, site: str, workflow: str, email: str) -> None:
        """Ask for another attempt."""
        self._act(site, workflow, email, "retry")

    def to_all(self, site: str, workflow: str, act: str) -> None:
        """Ask for an act on all."""
        self.call("POST", f"{self._runs(site, workflow)}/acts", {"act": act})

    def standing(self, site: str, workflow: str, state: str) -> Sequence[str]:
        """Ask for the runs of one state."""
        runs = self.call("GET", f"{self._runs(site, workflow)}?state={state}")["items"]
        return [run["email"] or "" for run in runs]

    def _runs(self, site: str, workflow: str) -> str:
        return f"/api/workflows/{self.workflow_id(site, workflow)}/runs"

    def _act(self, site: str, workflow: str, email: str, act: str) -> None:
        path = self._path(site, workflow, email)
        if path is None:
            message = f"{workflow} has no run for {email}: a sentence that waits for one is missing"
            raise LookupError(message)
        self.call("POST", f"{path}/acts", {"act": act})


def _step(told: dict[str, Any]) -> StepTold:
    given = "\n".join(f"{name}: {_plain(value)}" for name, value in sorted(told["given"].items()))
    return StepTold(told["words"], told["state"], told["did"], given, told["attempts"], told["error"] or "")


def _plain(value: Any) -> str:
    return " · ".join(value) if isinstance(value, list) else str(value)
