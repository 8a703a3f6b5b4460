"""Keeping order among sites on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen
from support.drivers.reference.browser.signing_in import SITES
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

_DONE = Place("status")
_IN_USE = "() => [...document.querySelectorAll('.cards h2')].map(title => title.textContent)"
_AWAY = """() => [...document.querySelectorAll('[aria-labelledby="put-away"] tbody tr')].map(
  row => row.cells[0].textContent)"""


class BrowserSites(Screen):
    """Keeping order among sites."""

    def copy(self, site: str, name: str) -> None:
        """Open a site's settings, write a name and copy it."""
        self._open(site)
        self.page.fill(Place("textbox", "Name of the copy"), self.seat.world.real(name))
        self.page.press(Place("button", "Copy"))
        self.answered(_DONE, f"{site} is told to be copied")

    def put_away(self, site: str) -> None:
        """Put a site away."""
        self._open(site)
        self.page.press(Place("button", "Put away"))
        self.answered(_DONE, f"{site} is told to be put away")

    def bring_back(self, site: str) -> None:
        """Bring a site back."""
        self._looking()
        self.page.press(Place("button", f"Bring {self.seat.world.real(site)} back"))
        self.answered(_DONE, f"{site} is told to be back")

    def throw_away(self, site: str) -> None:
        """Throw a site away; one in use is not offered for that."""
        self._looking()
        button = Place("button", f"Throw {self.seat.world.real(site)} away")
        if not self.page.state(button).there:
            raise Refused(self.words(Place("note")))
        self.page.press(button)
        self.answered(_DONE, f"{site} is told to be thrown away")

    def take_address_of(self, other: str, site: str) -> None:
        """Write the address of another site, and move there."""
        self._open(site)
        slug = (urlsplit(self.seat.world.addresses.live(other)).hostname or "").partition(".")[0]
        self.page.fill(Place("textbox", "Address of the site"), slug)
        self.page.press(Place("button", "Change the address"))
        self.answered(_DONE, f"the new address of {site} is told")

    def names(self) -> Sequence[str]:
        """Return the names on the cards."""
        self._looking()
        return [str(name) for name in self.page.evaluate(_IN_USE)]

    def put_away_names(self) -> Sequence[str]:
        """Return the names in the list of what was put away."""
        self._looking()
        return [str(name) for name in self.page.evaluate(_AWAY)]

    def _looking(self) -> None:
        self.go("/sites")
        self.answered(SITES, f"{self.seat.person.name} sees the sites")

    def _open(self, site: str) -> None:
        self._looking()
        real = self.seat.world.real(site)
        self.page.press(Place("button", f"Settings of {real}"))
        self.answered(Place("heading", f"Settings of {real}"), f"{site} has its settings shown")
