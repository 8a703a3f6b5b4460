"""What becomes of an edit, seen in a builder whose line can be cut."""

from __future__ import annotations

from hamcrest import contains_string, greater_than

from support.drivers.page import Place
from support.drivers.reference.browser.builder import LAYERS, SAVE_STATE, Builder
from support.drivers.reference.browser.screen import ALERT


class BrowserSaving(Builder):
    """An edit between the last key and the store."""

    def write_headline(self, site: str, words: str) -> None:
        """Choose the headline in the list and write another one; whether it is stored is not waited for."""
        self.show(site)
        self._write(self.headline_line(), words)

    def write_headline_in_vain(self, site: str, words: str) -> None:
        """Write another headline, and wait until the builder has called the platform about it."""
        before = self.seat.line.calls()
        self.write_headline(site, words)
        reason = f"the builder should have tried to store the headline of {site}"
        self.seat.world.wait_until(self.seat.line.calls, greater_than(before), reason)

    def write_beneath_headline(self, site: str, words: str) -> None:
        """Choose the text that follows the headline in the list, and write another one in the same way."""
        self.show(site)
        self._write(self.beneath_headline(), words)

    def lose_connection(self, site: str) -> None:
        """Open the builder through a relay, and let the relay pass nothing more."""
        self.seat.lose_line()
        self.show(site)
        self.seat.line.stall()

    def regain_connection(self) -> None:
        """Let the relay pass everything again."""
        self.seat.line.mend()

    def told(self) -> str:
        """Return what stands in the alert."""
        return self.words(ALERT)

    def called_saved(self, site: str) -> bool:
        """Whether the save state of the builder, as it is open, says so."""
        return self.words(SAVE_STATE) == "Saved" and self.is_open(site)

    def _write(self, line: str, words: str) -> None:
        self.select(line)
        self.page.fill(Place("textbox", "Text"), words)
        self.wait_for(LAYERS, contains_string(words), "the list of what is on the page should name it")
