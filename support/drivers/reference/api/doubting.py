"""Letters of which nobody knows whether they came, by API."""

from __future__ import annotations

from support.drivers.reference.api.broadcasting import ApiBroadcasting


class ApiDoubting(ApiBroadcasting):
    """Uncertain letters."""

    def send_again(self, subject: str, email: str) -> None:
        """Send it once more."""
        self._say(subject, email, "send again")

    def has_come(self, subject: str, email: str) -> None:
        """Say that it has come."""
        self._say(subject, email, "has come")

    def _say(self, subject: str, email: str, act: str) -> None:
        self.call("POST", f"{self.path(subject)}/uncertain", {"reader": email, "act": act})
