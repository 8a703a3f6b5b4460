"""What becomes of an edit, seen in a builder whose line can be cut."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hamcrest import contains_string, greater_than

from support.drivers.page import Place
from support.drivers.reference.browser.builder import LAYERS, SAVE_STATE, Builder
from support.drivers.reference.browser.screen import ALERT

if TYPE_CHECKING:
    from collections.abc import Callable

_SLOW_S = 1.0  # that each piece of what is said takes on a slow line, either way
_STORES = b"/operations HTTP/1.1"
_ASKS = "() => !dispatchEvent(new Event('beforeunload', {cancelable: true}))"


class BrowserSaving(Builder):
    """An edit between the last key and the store."""

    def write_headline(self, site: str, words: str) -> None:
        """Choose the headline in the list and write another one; whether it is stored is not waited for."""
        self.show(site)
        self._write(self.headline_line(), words)

    def write_headline_in_vain(self, site: str, words: str) -> None:
        """Write another headline, and wait until the builder has called the platform, or cannot."""
        before = self._tries()
        self.write_headline(site, words)
        reason = f"the builder should have tried to store the headline of {site}"
        self.seat.world.wait_until(self._tries, greater_than(before), reason)

    def _tries(self) -> int:
        """Return how often the platform was called or asked; of what was cut off the builder tells."""
        line = self.seat.line
        return line.calls() + line.heard(_STORES) + (self.words(SAVE_STATE) == "Offline")

    def write_beneath_headline(self, site: str, words: str) -> None:
        """Choose the text that follows the headline in the list, and write another one in the same way."""
        self.show(site)
        self._write(self.beneath_headline(), words)

    def lose_connection(self, site: str, how: str) -> None:
        """Open the builder through a relay, and let the relay pass nothing more, or end what it passes."""
        self.seat.have_line()
        self.show(site)
        line = self.seat.line
        slow = partial(line.delay, _SLOW_S)
        breaks: dict[str, Callable[[], None]] = {
            "lost": line.stall,
            "cut": line.cut,
            "deaf": line.hold_answers,
            "slow": slow,
        }
        breaks[how]()

    def regain_connection(self) -> None:
        """Let the relay pass everything again."""
        self.seat.line.mend()

    def told(self) -> str:
        """Return what stands in the alert."""
        return self.words(ALERT)

    def called(self, site: str) -> str:
        """Return the save state of the builder, as it is open."""
        return self.words(SAVE_STATE) if self.is_open(site) else f"{site} is not open"

    def holds_back(self, site: str) -> bool:
        """Ask the page as a closing window asks it: whether it cancels `beforeunload` (HTML §7.4.2.4)."""
        if not self.is_open(site):
            raise LookupError(f"{site} is not open, so nobody can leave it")
        return bool(self.page.evaluate(_ASKS))

    def _write(self, line: str, words: str) -> None:
        self.select(line)
        self.page.fill(Place("textbox", "Text"), words)
        self.wait_for(LAYERS, contains_string(words), "the list of what is on the page should name it")
