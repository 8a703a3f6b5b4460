"""Segments on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from hamcrest import contains_string, is_not

from support.drivers.page import Place
from support.drivers.reference.browser.drawing import WorkflowScreens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NAME, _SAVE = Place("textbox", "Name"), "Save the segment"
_ASKS = Place("combobox", "The contact")
_SAYS = Place("textbox", "Which one"), Place("textbox", "What it says")
_MATCHES = {"all": "fits all conditions", "any": "fits any condition"}
_FURTHER, _LIST = Place("link", "Further contacts"), Place("main")
_MANY = "() => document.querySelectorAll('.asks').length"
_SIZES = """() => [...document.querySelectorAll('tbody tr')].map(
  row => [row.querySelector('a').innerText.trim(), Number(row.cells[1].innerText)])"""
_ADDRESSES = "() => [...document.querySelectorAll('tbody tr')].map(row => row.cells[1].innerText.trim())"


class BrowserSegmenting(WorkflowScreens):
    """Filters of contacts that have a name."""

    def make(self, segment: str, match: str, conditions: Sequence[tuple[str, ...]]) -> None:
        """Fill in the form of a new one, and save."""
        self._all_of_them()
        self.page.press(Place("button", "Make a segment"))
        self.page.find(Place("heading", "New segment"))
        self.page.fill(_NAME, segment)
        self._fill(match, conditions)
        self._do(_SAVE, f"{segment} should be saved")

    def see(self, segment: str) -> None:
        """Have it on the screen."""
        self._come_to(segment)

    def ask(self, segment: str, match: str, conditions: Sequence[tuple[str, ...]]) -> None:
        """Fill in other conditions, and save."""
        self._come_to(segment)
        self._fill(match, conditions)
        self._do(_SAVE, f"{segment} should be saved")

    def name(self, segment: str, name: str) -> None:
        """Write another name, and save."""
        self._come_to(segment)
        self.page.fill(_NAME, name)
        self._do(_SAVE, f"{segment} should be saved as {name}")

    def remove(self, segment: str) -> None:
        """Press what removes it."""
        self._come_to(segment)
        self._do("Remove the segment", f"{segment} should be gone")

    def members(self, segment: str) -> Sequence[str]:
        """Load it anew, and read who fits it to the end."""
        self.forget()
        self._all_of_them()
        self._come_to(segment)
        return list(self._parts())

    def sizes(self) -> Mapping[str, int]:
        """Return what the list of segments says."""
        self.forget()
        self._all_of_them()
        return dict(self.page.evaluate(_SIZES))

    def read_on(self, words: str) -> Sequence[str]:
        """Look for contacts, and follow what leads to further ones."""
        self.forget()
        self.go(f"/contacts?search={quote(words)}")
        self.page.find(Place("heading", "Contacts"))
        return list(self._parts())

    def _parts(self) -> Iterator[str]:
        yield from self.page.evaluate(_ADDRESSES)
        while self.page.state(_FURTHER).there:
            before = self.page.evaluate(_ADDRESSES)
            self.page.press(_FURTHER)
            self.wait_for(_LIST, is_not(contains_string(before[-1])), "further contacts should come")
            yield from self.page.evaluate(_ADDRESSES)

    def _all_of_them(self) -> None:
        self.go("/segments")
        self.page.find(Place("heading", "Segments"))

    def _come_to(self, segment: str) -> None:
        """Come to a segment from the list of all, unless it is before one already."""
        heading = Place("heading", f"Segment “{segment}”")
        if self.page.state(heading).there:
            return
        self._all_of_them()
        self.page.press(Place("link", segment))
        self.page.find(heading)

    def _fill(self, match: str, conditions: Sequence[tuple[str, ...]]) -> None:
        """Have as many conditions as are wanted, and say what they ask."""
        self.page.choose(Place("combobox", "Whoever fits it"), _MATCHES[match])
        for number in range(self.page.evaluate(_MANY), len(conditions), -1):
            self.page.press(Place("button", f"Remove condition {number}"))
        for number, (asks, *says) in enumerate(conditions, start=1):
            there = Place("group", f"Condition {number}")
            if not self.page.state(there).there:
                self.page.press(Place("button", "Add a condition"))
                self.page.find(there)
            self.page.choose(replace(_ASKS, within=there), asks)
            for place, words in zip(_SAYS, says, strict=False):
                if words:
                    self.page.fill(replace(place, within=there), words)
