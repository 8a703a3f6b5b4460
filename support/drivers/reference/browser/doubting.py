"""Letters of which nobody knows whether they came, on the screen of their broadcast."""

from __future__ import annotations

from support.drivers.page import Place
from support.drivers.reference.browser.broadcasting import BrowserBroadcasting

_DONE = Place("status")


class BrowserDoubting(BrowserBroadcasting):
    """Uncertain letters."""

    def send_again(self, subject: str, email: str) -> None:
        """Press what sends it once more."""
        self._say(subject, f"Send it again to {email}")

    def has_come(self, subject: str, email: str) -> None:
        """Press what says that it has come."""
        self._say(subject, f"It has come to {email}")

    def _say(self, subject: str, called: str) -> None:
        self.show(subject)
        self.page.press(Place("button", called))
        self.answered(_DONE, f"{called} should be done, or it be said why not")
