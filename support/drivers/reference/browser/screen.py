"""What every screen of the reference platform has: an address, words to wait for, and a way to say no."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from hamcrest import any_of, anything, contains_exactly, equal_to, is_not

from support.drivers.page import Place
from support.records import Refused
from support.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hamcrest.core.matcher import Matcher

    from support.drivers.page import Page
    from support.seat import Seat

ALERT = Place("alert")
# What a link saves is read from where it leads: no browser tells what it has saved.
_SAVED = """async words => {
  const link = [...document.querySelectorAll('a[download]')].find(one => one.innerText.trim() === words)
  const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer())
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}"""


class Screen:
    """One person's page on the platform."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

    @property
    def page(self) -> Page:
        """The person's page."""
        return self.seat.page()

    def go(self, path: str) -> None:
        """Open a screen by its path."""
        self.page.open(self.seat.app + path)

    def saved_by(self, words: str) -> bytes:
        """Return what the link of these words saves."""
        return base64.b64decode(self.page.evaluate(_SAVED, words))

    def words(self, place: Place) -> str:
        """Return the words at a place right now; none while it is not there."""
        return self.page.text(place).strip() if self.page.state(place).visible else ""

    def wait_for(self, place: Place, words: Matcher[str], reason: str, limit: float | None = None) -> str:
        """Wait until a place holds fitting words and return them."""
        scaled = limit * self.seat.world.scale if limit else None
        return eventually(
            lambda: self.words(place), words, reason, within=scaled, scale=self.seat.world.scale
        )

    def _no_and_yes(self, place: Place) -> Sequence[str]:
        """Return what the platform refuses, and what stands at a place.

        The place is looked at first: as something is refused, what stood there before may come back.
        """
        yes = self.words(place)
        return [self.words(ALERT), yes]

    def answered(
        self, place: Place, reason: str, limit: float | None = None, words: Matcher[str] | None = None
    ) -> str:
        """Wait until a place has words, any or fitting ones, or the platform says no; return the words.

        Raises:
            Refused: it said no.
        """
        scaled = limit * self.seat.world.scale if limit else None
        said: Matcher[str] = is_not(equal_to(""))
        fitting = words or said
        either: Matcher[Sequence[str]] = any_of(
            contains_exactly(said, anything()), contains_exactly(anything(), fitting)
        )
        no, yes = eventually(
            lambda: self._no_and_yes(place),
            either,
            reason,
            within=scaled,
            scale=self.seat.world.scale,
        )
        if no:
            raise Refused(no)
        return yes
