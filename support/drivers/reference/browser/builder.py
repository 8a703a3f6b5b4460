"""The builder as a screen: its list of what is on the page, its save state, its canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from hamcrest import any_of, has_items, not_none

from support.drivers.page import NotReachable, Place
from support.drivers.reference.browser.screen import ALERT, Screen
from support.records import Draft, Refused, Section
from support.waiting import settled

if TYPE_CHECKING:
    from collections.abc import Iterable

LAYERS = Place("navigation", "On this page")
SAVE_STATE = Place("status", "Save state")
FORM_BLOCK = Place("button", "Add Sign-up form")
VIEW_ONLY, _MAY_LOOK = "View only", Place("note")
_WORDS = ("Heading: ", "Text: ", "Call to action: ")
KINDS_OF_WORDS = (*_WORDS, "Link: ", "Question: ", "Testimonial: ")
_NO_WORDS = (
    "Columns",
    *(f"Column {number}" for number in range(1, 5)),
    "Questions and answers",
    "Embed",
    "Image",
)
_FORM, _NAMED_FORM, _FIELD = "Sign-up form", "Form: ", "Field: "
_OPEN = "open in the builder"
_CANVAS = "Page canvas"
_BEGINNING = 3.0  # s that the canvas may take to take words
_DRAWING = 3.0  # s that the canvas may take to draw a page that the builder calls ready
# Where the last component of the selected section ends, in pixels of the window: the canvas is a frame.
_END_OF_SELECTED = """() => {
  const frame = document.querySelector('iframe[title="Page canvas"]')
  const section = frame.contentDocument.querySelector('.gjs-selected')
  const last = section.lastElementChild ?? section
  last.scrollIntoView({block: 'center'})
  const at = frame.getBoundingClientRect(), box = last.getBoundingClientRect()
  return {x: at.x + box.x + box.width / 2, y: at.y + box.bottom - 4}
}"""


# The words at which one writes on the canvas itself; null where one does not.
WRITING = """() => {
  const at = document.querySelector('iframe[title="Page canvas"]').contentDocument.activeElement
  return at.isContentEditable ? at.innerText.trim() : null
}"""
_STOP = """() => document.querySelector('#layers [tabindex="0"]').textContent"""
_DRAWN = """() => document.querySelector('iframe[title="Page canvas"]').contentDocument.body.innerText"""


class Builder(Screen):
    """The builder, with one site open."""

    def show(self, site: str) -> None:
        """Have a site open in the builder, and its canvas drawn."""
        if self.is_open(site):
            return
        self.go("/sites")
        self.page.press(Place("button", f"Edit {self.seat.world.real(site)}"))
        self.opened(site)

    def opened(self, site: str) -> None:
        """Wait until the builder has drawn the page, and remember which site that is."""
        self.saved(site)
        path = self.page.evaluate("() => location.pathname")
        self.seat.world.addresses.tell(site, builder=path)
        self.seat.kept[_OPEN] = site

    def is_open(self, site: str) -> bool:
        """Whether this is the site that the builder shows."""
        return self.seat.kept.get(_OPEN) == site

    def forget(self) -> None:
        """Go by the address next time, as after closing the page."""
        self.seat.kept.pop(_OPEN, None)

    def saved(self, site: str) -> None:
        """Wait until the builder says that everything is stored, or that nothing can be changed here.

        Raises:
            Refused: what was changed is refused, and the builder says why.
        """
        settled_as = any_of("Saved", "Conflict", VIEW_ONLY)
        if self.wait_for(SAVE_STATE, settled_as, f"the builder should call {site} saved") == "Conflict":
            raise Refused(self.words(ALERT))

    def lines(self) -> list[str]:
        """Return what is on the page, as the list beside the canvas names it."""
        return [line.strip() for line in self.words(LAYERS).splitlines() if line.strip()]

    def select(self, line: str) -> None:
        """Choose something in the list of what is on the page; viewers are told that it is no use."""
        if self.words(SAVE_STATE) == VIEW_ONLY:
            raise Refused(self.words(_MAY_LOOK))
        self.page.press(Place("button", line, within=LAYERS))

    def line_of(self, words: str) -> str:
        """Return the line of the first thing that says something; LookupError when nothing does."""
        lines = self.lines()
        named = {*(f"{kind}{words}" for kind in (*KINDS_OF_WORDS, _FIELD)), words}
        found = next((line for line in lines if line in named), None)
        if found is None:
            raise LookupError(f"nothing on the page says {words!r}: there are {lines}")
        return found

    def walk_to(self, line: str) -> None:
        """Select something in the list beside the canvas, by keyboard; the canvas is then entered at it.

        The list is one stop of the Tab key; from there arrows lead to the line.
        """
        lines, stop = self.lines(), self.stop()
        steps = lines.index(line) - lines.index(stop)
        self.key(Place("button", stop, within=LAYERS), "ArrowUp" if steps < 0 else "ArrowDown", abs(steps))
        self.key(Place("button", line, within=LAYERS), "Enter")

    def stop(self) -> str:
        """Return the line at which the Tab key enters the list beside the canvas."""
        stop: str = self.page.evaluate(_STOP)
        return stop

    def key(self, place: Place, key: str, times: int = 1) -> None:
        """Walk to something and press a key there; refused where the keyboard does not get there."""
        try:
            self.page.key(place, key, times)
        except NotReachable as error:
            raise Refused(str(error)) from error

    def headline_line(self) -> str:
        """Return the line of the page's first heading."""
        return next(line for line in self.lines() if line.startswith(_WORDS[0]))

    def beneath_headline(self) -> str:
        """Return the line of the first text that follows the page's first heading."""
        lines = self.lines()
        following = lines[lines.index(self.headline_line()) :]
        return next(line for line in following if line.startswith(_WORDS[1]))

    def end_of_selected(self) -> tuple[float, float]:
        """Return where the selected section's last component ends, as a point of the window."""
        point: dict[str, Any] = self.page.evaluate(_END_OF_SELECTED)
        return float(point["x"]), float(point["y"])

    def heading(self, words: str) -> Place:
        """Return where a heading stands on the canvas."""
        return Place("heading", words, frame=_CANVAS)

    def begun(self) -> None:
        """Wait until the canvas takes words; Refused when it does not."""
        within = _BEGINNING * self.seat.world.scale
        if settled(lambda: self.page.evaluate(WRITING), not_none(), within) is None:
            raise Refused("nothing can be written there")

    def shown_draft(self) -> Draft:
        """Return the page as the list beside the canvas tells it, less the words that the canvas lacks."""
        lines = self.lines()
        first = next((line for line in lines if line.startswith(_WORDS[0])), _WORDS[0])
        draft = Draft(first.removeprefix(_WORDS[0]), tuple(_sections(lines)))
        return draft.showing_only(self._drawn(draft.everything_written))

    def _drawn(self, awaited: frozenset[str]) -> frozenset[str]:
        """Return the lines that the canvas draws, once the awaited ones are among them or time is up."""
        within = _DRAWING * self.seat.world.scale
        return cast("frozenset[str]", settled(self._lines_drawn, has_items(*awaited), within))

    def _lines_drawn(self) -> frozenset[str]:
        words: str = self.page.evaluate(_DRAWN)
        return frozenset(" ".join(line.split()) for line in words.splitlines())


def _sections(lines: Iterable[str]) -> list[Section]:
    found: list[tuple[str, list[str], list[list[str]]]] = []
    for line in lines:
        prefix = next((prefix for prefix in KINDS_OF_WORDS if line.startswith(prefix)), None)
        if prefix:
            found[-1][1].append(line.removeprefix(prefix))
        elif line in _NO_WORDS or line.startswith(("Embed: ", "Image: ")):
            continue
        elif line == _FORM or line.startswith(_NAMED_FORM):
            found[-1][2].append([])
        elif line.startswith(_FIELD):
            found[-1][2][-1].append(line.removeprefix(_FIELD))
        else:
            found.append((line, [], []))
    return [Section(name, tuple(words), tuple(map(tuple, forms))) for name, words, forms in found]
