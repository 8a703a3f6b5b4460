"""What a page is made of, on the screen: chosen in the list beside the canvas, and changed beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from support.drivers.page import Place
from support.drivers.reference.browser.builder import LAYERS, Builder
from support.drivers.reference.browser.screen import ALERT
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_TEXT = Place("textbox", "Text")
_SEEN = "seen "
# What hostile words of a scenario set where they run; a picture that is nowhere fails after theirs did.
_RAN = """async () => {
  const tried = new Image()
  await new Promise(done => { Object.assign(tried, {onerror: done, onload: done, src: '/nothing-is-here'}) })
  return String(window.ran ?? '')
}"""


class BrowserComposing(Builder):
    """What a page is made of, one by one."""

    def put(self, site: str, kind: str, words: Mapping[str, str]) -> None:
        """Not on the screen: what a scenario begins with is arranged by API."""
        raise NotImplementedError(f"a {kind} is put on {site} by API ({words})")

    def ask(self, site: str, label: str, options: Sequence[str]) -> None:
        """Not on the screen either."""
        raise NotImplementedError(f"the form of {site} is arranged by API ({label}, {options})")

    def see(self, site: str) -> None:
        """Have the builder open, and leave it so."""
        self.show(site)
        self.seat.kept[_SEEN] = site

    def write(self, site: str, words: str, other: str) -> None:
        """Choose it in the list and write other words beside the canvas."""
        self._choose(site, words)
        self.page.fill(_TEXT, other)
        self._stored(site)

    def lead(self, site: str, words: str, address: str) -> None:
        """Choose it in the list and write an address beside the canvas."""
        self._choose(site, words)
        self.page.fill(Place("textbox", "Address"), address)
        self.select(next(iter(self.lines())))  # going on with something else ends it
        if said := self.words(ALERT):
            raise Refused(said)
        self._stored(site)

    def place(self, site: str, words: str, mark: str) -> None:
        """Not here: hands are another port's."""
        _elsewhere(site, words, mark)

    def duplicate(self, site: str, words: str) -> None:
        """Choose it and duplicate it."""
        self._choose(site, words)
        self.page.press(Place("button", "Duplicate"))
        self._stored(site)

    def remove(self, site: str, words: str) -> None:
        """Choose it and remove it."""
        self._choose(site, words)
        self.page.press(Place("button", "Remove"))
        self._stored(site)

    def _choose(self, site: str, words: str) -> None:
        if self.seat.kept.get(_SEEN) != site:
            self.forget()
        self.show(site)
        self.select(self.line_of(words))
        self.page.find(Place("button", "Duplicate"))

    def _stored(self, site: str) -> None:
        """Wait until the builder has stored what was done, or says that it cannot."""
        self.saved(site)
        if said := self.words(ALERT):
            raise Refused(said)


class BrowserUndoing(BrowserComposing):
    """Taking back what one did."""

    def undo(self, site: str) -> None:
        """Press it, and wait until it is done."""
        self._look_anew(site)
        self._press(site, "Undo")

    def undo_before(self, site: str) -> None:
        """Press it once more where it is open, as the builder has just said."""
        if not self.is_open(site):
            raise LookupError(f"{site} is not open, so nobody was told to go on: a sentence is missing")
        self._press(site, "Undo")

    def redo(self, site: str) -> None:
        """Press it, and wait until it is done."""
        self._look_anew(site)
        self._press(site, "Redo")

    def _look_anew(self, site: str) -> None:
        self.forget()
        self.show(site)

    def _press(self, site: str, name: str) -> None:
        self.page.press(Place("button", name))
        self._stored(site)


class BrowserGuarding(Builder):
    """What a page lets nobody do."""

    def ran_in_builder(self, site: str) -> bool:
        """Have the builder draw the page and its list, and ask whether anything has left its mark."""
        self.show(site)
        self.page.find(LAYERS)
        return bool(self.page.evaluate(_RAN))

    def ran_live(self, site: str) -> bool:
        """Open the live page as a stranger, and ask whether anything has left its mark."""
        page = self.seat.page("visit")
        page.open(self.seat.world.addresses.live(site))
        return bool(page.evaluate(_RAN))


def _elsewhere(*asked: object) -> NoReturn:
    raise NotImplementedError(f"things are moved by hand in a browser {asked}: say drags, or tag it @api")
