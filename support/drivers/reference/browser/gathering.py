"""Several things at once: chosen in the list beside the canvas, by pointer or along it by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.page import Place
from support.drivers.reference.browser.builder import LAYERS, Builder
from support.drivers.reference.browser.screen import ALERT
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

_WITH_THE_OTHERS = "ControlOrMeta"


class BrowserGathering(Builder):
    """What is done to all that is selected."""

    def choose(self, site: str, words: Sequence[str], hand: str) -> None:
        """Press the first in the list and the others with a key held, or walk there and on with Shift."""
        if hand == "finger":
            raise NotImplementedError(f"no finger chooses several things on {site} yet")
        self.show(site)
        first, *others = [self.line_of(one) for one in words]
        if hand == "keyboard":
            self.walk_to(first)
            self.key(_row(first), "Shift+ArrowDown", self._along(first, others[-1]))
            return
        self.page.press(_row(first))
        for line in others:
            self.page.press(_row(line), held=_WITH_THE_OTHERS)

    def _along(self, first: str, last: str) -> int:
        lines = self.lines()
        return lines.index(last) - lines.index(first)

    def shift(self, site: str, places: int) -> None:
        """Press the button beside the canvas as often."""
        for _ in range(abs(places)):
            self.page.press(Place("button", "Move up" if places < 0 else "Move down"))
        self.saved(site)

    def remove(self, site: str) -> None:
        """Press Delete where the list is; it is the key that everybody tries."""
        self.key(_row(self.stop()), "Delete")
        self.saved(site)
        if said := self.words(ALERT):
            raise Refused(said)


def _row(line: str) -> Place:
    return Place("button", line, within=LAYERS)
