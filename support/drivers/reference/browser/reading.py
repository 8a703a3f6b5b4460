"""What somebody does with a mail, its links followed in a browser."""

from __future__ import annotations

from support.drivers.page import Place
from support.drivers.reference.api.reading import ApiReading
from support.drivers.reference.browser.visiting import BrowserVisiting
from support.drivers.reference.letters import button_of


class BrowserReading(BrowserVisiting):
    """Mails in an inbox."""

    def open(self, subject: str) -> None:
        """Look at a mail as a mail program shows it, which no page of ours is."""
        ApiReading(self.seat).open(subject)

    def press(self, subject: str) -> None:
        """Open in the browser what the button leads to."""
        self.page.open(button_of(self.seat, subject))
        self.page.find(Place("main"))

    def scan(self, subject: str) -> None:
        """Let a machine look at it, which has no browser."""
        ApiReading(self.seat).scan(subject)

    def go_on(self, words: str) -> None:
        """Press a link of the page."""
        self.page.press(Place("link", words))
        self.page.find(Place("main"))
