"""What somebody does with a mail, its links followed in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.page import Place
from support.drivers.reference.api.reading import ApiReading
from support.drivers.reference.browser.visiting import BrowserVisiting
from support.drivers.reference.letters import button_of, unsubscribing_of

if TYPE_CHECKING:
    from collections.abc import Sequence


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

    def unsubscribe(self, subject: str) -> None:
        """Open the page and press its button."""
        self.page.open(unsubscribing_of(self.seat, subject))
        self.page.press(Place("button", "Unsubscribe"))
        self.page.find(Place("heading", "You are unsubscribed"))

    def unsubscribe_in_one_go(self, subject: str) -> None:
        """Let a mail program do it, which is no browser."""
        ApiReading(self.seat).unsubscribe_in_one_go(subject)

    def subscribe_again(self, subject: str) -> None:
        """Open the page and press the button that it has for whoever has unsubscribed."""
        self.page.open(unsubscribing_of(self.seat, subject))
        self.page.press(Place("button", "Subscribe again"))
        self.page.find(Place("heading", "Subscribed again"))

    def confirm(self, subject: str) -> Sequence[str]:
        """Press the button, and that of the page which it leads to."""
        self.press(subject)
        self.page.press(Place("button", "Yes, write to me"))
        self.page.find(Place("heading", "Thank you"))
        return self._lines()

    def go_on(self, words: str) -> None:
        """Press a link of the page."""
        self.page.press(Place("link", words))
        self.page.find(Place("main"))
