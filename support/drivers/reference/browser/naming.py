"""A domain of an owner's own, on the card that stands among the releases of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen
from support.records import NameRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

_CARD, _DONE = Place("region", "An address of your own"), Place("status")
_RECORDS = """() => [...document.querySelectorAll('.record')].map(
  one => [one.dataset.name, one.dataset.kind, one.dataset.value])"""
_ADDRESS = "() => document.querySelector('[data-own-address]')?.getAttribute('href') ?? ''"


class BrowserNaming(Screen):
    """A domain of an owner's own, for a site."""

    def bring(self, site: str, host: str) -> None:
        """Write the name, and use it."""
        self._open(site)
        self.page.fill(Place("textbox", "Your domain"), host)
        self._press("Use this domain", site)

    def look_again(self, site: str) -> None:
        """Press what looks again."""
        self._open(site)
        self._press("Look again", site)

    def take_away(self, site: str) -> None:
        """Press what takes it away."""
        self._open(site)
        self._press("Take the domain away", site)

    def told(self, site: str) -> str:
        """Read the card."""
        self._open(site)
        return self.page.text(_CARD)

    def to_set(self, site: str) -> Sequence[NameRecord]:
        """Read both records."""
        self._open(site)
        return [NameRecord(*one) for one in self.page.evaluate(_RECORDS)]

    def address(self, site: str) -> str:
        """Read where the link of the card leads."""
        self._open(site)
        return str(self.page.evaluate(_ADDRESS))

    def _open(self, site: str) -> None:
        self.go(f"/sites/{self.seat.world.addresses.identifier(site)}/releases")
        self.page.find(_CARD)

    def _press(self, button: str, site: str) -> None:
        self.page.press(Place("button", button))
        self.answered(_DONE, f"the domain of {site} should be seen to, or it be told why not")
