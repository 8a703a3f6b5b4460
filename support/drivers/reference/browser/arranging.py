"""Arranging by hand: dragging, moving and writing on the canvas itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hamcrest import contains_string, equal_to, is_not

from support.drivers.page import Box, Place
from support.drivers.reference.browser.builder import LAYERS, Builder
from support.drivers.reference.browser.screen import ALERT
from support.records import Refused
from support.waiting import settled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records import Spot

_TEXT, _HEARD = Place("textbox", "Text"), Place("status", "Done")
_LOOK_FOR, _FOUND = Place("searchbox", "Find what can be added"), Place("status", "Found")
_PALETTE = """() => [...document.querySelectorAll('#palette .gjs-block')].filter(one => one.offsetParent)
  .map(one => one.getAttribute('aria-label').replace('Add ', ''))"""
_REST = 0.15  # s that a hand rests before it lets go, when it is not in a hurry
_ACROSS = 0.3  # how far into a thing from its left the hand points
_DOWN = {"before": 0.2, "behind": 0.8, "into": 0.5}
_LANDING = 3.0  # s after which what was dropped is taken to lie where it lies
# A heading by its words and a section by being selected, both in pixels of the window, once both are in view.
_BOXES = """async ([words, mark]) => {
  const frame = document.querySelector('iframe[title="Page canvas"]'), page = frame.contentDocument
  const headings = [...page.querySelectorAll('h1, h2, h3')]
  const heading = (text) => headings.find((one) => one.textContent.trim() === text)
  const marked = mark === null ? page.querySelector('.gjs-selected') : heading(mark)
  const moved = words === null ? null : heading(words)
  await page.fonts.ready
  marked?.scrollIntoView({block: 'center', behavior: 'instant'})
  const at = frame.getBoundingClientRect()
  return [moved, marked].map((one) => {
    const box = one?.getBoundingClientRect()
    return box && {x: at.x + box.x, y: at.y + box.y, width: box.width, height: box.height}
  })
}"""
_WRITES_AT = """() => document.activeElement.closest('#properties')
  && document.querySelector('#layers [aria-pressed="true"]')?.textContent"""


class BrowserArranging(Builder):
    """Putting what a page is made of where it belongs."""

    def lay_out(self, site: str, section: str, words: Sequence[str]) -> None:
        """Not on the screen: what a scenario begins with is laid out by API."""
        raise NotImplementedError(f"laying out is arranged by API ({site}, {section}, {words})")

    def drag(self, site: str, words: str, spot: Spot) -> None:
        """Press a heading on the canvas, drag it, rest, and let go."""
        self._drag(site, words, spot, _REST)

    def throw(self, site: str, words: str, spot: Spot) -> None:
        """Press a heading on the canvas, drag it, and let go on the way."""
        self._drag(site, words, spot, 0.0)

    def _drag(self, site: str, words: str, spot: Spot, rest: float) -> None:
        self.show(site)
        moved, marked = self._boxes(words, spot)
        self._carry(moved.at(_ACROSS, 0.5), marked.at(_ACROSS, _DOWN[spot.side]), rest)
        self.saved(site)

    def shift(self, site: str, words: str, places: int, hand: str) -> None:
        """Move a heading by keys on the canvas, or by the buttons beside it."""
        if hand == "pointer":
            raise NotImplementedError(f"a pointer drags {words} on {site}: say drags or throws")
        if hand == "finger":
            self._with_no_page_open(site)
            self.seat.ways = replace(self.seat.ways, touch=True)
        self.show(site)
        if hand == "keyboard":
            self.walk_to(f"Heading: {words}")
            self.key(self.heading(words), f"Alt+Arrow{'Up' if places < 0 else 'Down'}", abs(places))
        else:
            self.select(f"Heading: {words}")
            for _ in range(abs(places)):
                self.page.press(Place("button", "Move up" if places < 0 else "Move down"))
        self.saved(site)

    def rewrite(self, site: str, words: str, other: str, hand: str) -> None:
        """Begin writing on the canvas by the Enter key or by a double click, and end by Escape."""
        if hand == "finger":
            raise NotImplementedError(f"no finger writes {words} on {site} yet")
        self.show(site)
        if hand == "keyboard":
            self.walk_to(f"Heading: {words}")
            self.key(self.heading(words), "Enter")
        else:
            self.page.press(self.heading(words), times=2)
        self.begun()
        self.page.key(self.heading(words), "ControlOrMeta+a")
        self.page.type(other)
        self.page.key(self.heading(other), "Escape")
        self.saved(site)

    def write_behind(self, site: str, words: str, parts: Sequence[str]) -> None:
        """Write in the field beside the canvas, until each part is stored; who is there already writes on."""
        self.show(site)
        self.wait_for(LAYERS, contains_string(words), "the list of what is on the page should name it")
        if self.page.evaluate(_WRITES_AT) != f"Heading: {words}":
            self.select(f"Heading: {words}")
            self.page.press(_TEXT)
            self.page.key(_TEXT, "End")
        for part in parts:
            self.page.type(part)
            self.wait_for(LAYERS, contains_string(part), "the list of what is on the page should name it")
            self.saved(site)

    def copy_over(self, site: str, words: str, other: str) -> None:
        """Copy the words in the field beside the canvas, and paste them while writing on it."""
        self.show(site)
        self.select(f"Heading: {words}")
        self.page.press(_TEXT)
        self.page.key(_TEXT, "ControlOrMeta+a")
        self.page.key(_TEXT, "ControlOrMeta+c")
        self.page.press(self.heading(other))
        self.key(self.heading(other), "Enter")
        self.begun()
        self.page.key(self.heading(other), "ControlOrMeta+a")
        self.page.key(self.heading(other), "ControlOrMeta+v")
        self.select(self.headline_line())  # going on with something else ends it
        self.saved(site)

    def heard(self) -> str:
        """Return what the live region of the builder says."""
        return self.words(_HEARD)

    def _with_no_page_open(self, site: str) -> None:
        """Refuse to call it a finger when the page was opened for a pointer already."""
        if self.seat.pages:
            raise NotImplementedError(f"{site} is open for a pointer already; a finger comes first")

    def _boxes(self, words: str | None, spot: Spot) -> tuple[Box, Box]:
        mark: str | None = spot.mark
        if spot.side == "into":
            self.select(spot.mark)
            mark = None
        found: list[dict[str, Any] | None] = self.page.evaluate(_BOXES, [words, mark])
        moved, marked = (Box(**one) if one else None for one in found)
        if marked is None or (words and moved is None):
            raise LookupError(f"the canvas shows no {words!r} to be dragged, or no {spot.mark!r}")
        return moved or marked, marked

    def _carry(self, start: tuple[float, float], end: tuple[float, float], rest: float) -> None:
        before = self.lines()
        self.page.pointer([start, end], pause=rest)
        settled(self.lines, is_not(equal_to(before)), _LANDING * self.seat.world.scale)


class BrowserAdding(BrowserArranging):
    """The palette: what it offers, dragged or chosen by key."""

    def look_for(self, site: str, words: str) -> None:
        """Write into the field above the palette."""
        self.show(site)
        self.page.fill(_LOOK_FOR, words)
        if said := self.words(_FOUND):
            raise Refused(said)

    def offered(self) -> Sequence[str]:
        """Return the names of the blocks that are to be seen."""
        offered: list[str] = self.page.evaluate(_PALETTE)
        return offered

    def drag_new(self, site: str, kind: str, spot: Spot) -> None:
        """Drag a block of the palette onto the canvas."""
        self.show(site)
        start = self.page.box(Place("button", f"Add {kind}")).at(_ACROSS, _ACROSS)
        _, marked = self._boxes(None, spot)
        self._carry(start, marked.at(_ACROSS, _DOWN[spot.side]), _REST)
        self._taken(site)

    def add_by_keyboard(self, site: str, kind: str) -> None:
        """Walk to a block of the palette and choose it."""
        self.show(site)
        self.key(Place("button", f"Add {kind}"), "Enter")
        self._taken(site)

    def _taken(self, site: str) -> None:
        self.saved(site)
        if said := self.words(ALERT):
            raise Refused(said)
