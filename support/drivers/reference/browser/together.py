"""Several people on one page, each with the builder on a screen of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.page import Place
from support.drivers.reference.browser.builder import KINDS_OF_WORDS, Builder
from support.drivers.reference.browser.screen import ALERT

if TYPE_CHECKING:
    from collections.abc import Mapping

_THERE = """() => {
  const at = Object.fromEntries([...document.querySelectorAll('#layers [data-here]')].flatMap(
    line => line.dataset.here.split(', ').map(name => [name, line.textContent])))
  return Object.fromEntries([...document.querySelectorAll('#people li')].map(
    one => [one.textContent, at[one.textContent] ?? '']))
}"""


class BrowserTogether(Builder):
    """Several people on one page."""

    def open(self, site: str) -> None:
        """Have the builder open, and leave it so."""
        self.show(site)

    def listen(self, site: str) -> None:
        """Not on a screen: a builder listens to what it may show."""
        raise NotImplementedError(f"a builder opens {site} first: tag the scenario @api")

    def lines_shown(self) -> list[str]:
        """Return the words in the list of what is on the page, as it stands."""
        return [_words(line) for line in self.lines()]

    def others(self) -> Mapping[str, str]:
        """Return who is named above the page, and the words of the line that is marked with their name."""
        there: dict[str, str] = self.page.evaluate(_THERE)
        return {name: _words(line) for name, line in there.items()}

    def choose(self, site: str, words: str) -> None:
        """Choose something in the list."""
        self.show(site)
        self.select(next(line for line in self.lines() if _words(line) == words))
        self.page.find(Place("button", "Duplicate"))

    def leave(self, site: str) -> None:
        """Go back to the sites."""
        self.show(site)
        self.go("/sites")
        self.forget()

    def say(self, text: str) -> None:
        """Not on a screen."""
        raise NotImplementedError(f"nobody says {text!r} on a screen: tag the scenario @api")

    def told(self) -> str:
        """Return what stands in the alert, which says why a line was ended."""
        return self.words(ALERT)


def _words(line: str) -> str:
    prefix = next((kind for kind in (*KINDS_OF_WORDS, "Image: ") if line.startswith(kind)), "")
    return line.removeprefix(prefix)
