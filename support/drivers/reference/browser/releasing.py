"""Earlier releases, and being off the net, on the screen."""

from __future__ import annotations

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen

_RELEASES, _AT = Place("table", "Releases"), "site whose releases are looked at"
_SECOND = """() => document.querySelectorAll('table[aria-label=Releases] tbody tr')[1]
  .querySelector('button').getAttribute('aria-label')"""
_TOLD = """() => {
  const rows = [...document.querySelectorAll('table[aria-label=Releases] tbody tr')]
  const live = rows.find(row => row.querySelector('.live'))
  return [rows.length, live ? Number(live.dataset.number) : null]
}"""


class BrowserReleasing(Screen):
    """What visitors had before."""

    def look_at_releases(self, site: str) -> None:
        """Open the list of releases, and stay there."""
        self.go(f"/sites/{self.seat.world.addresses.identifier(site)}/releases")
        self.page.find(_RELEASES)
        self.seat.kept[_AT] = site

    def bring_back(self, site: str) -> None:
        """Press what brings back the second of the list."""
        self._look(site)
        self.page.press(Place("button", self.page.evaluate(_SECOND)))
        self._switched(site)

    def take_off(self, site: str) -> None:
        """Press what takes the site off the net."""
        self._look(site)
        self.page.press(Place("button", "Take it off the net"))
        self._switched(site)

    def releases(self, site: str) -> tuple[int, int | None]:
        """Count the lines, and say which is live."""
        self.look_at_releases(site)
        many, live = self.page.evaluate(_TOLD)
        return many, live

    def _look(self, site: str) -> None:
        if self.seat.kept.get(_AT) != site:
            self.look_at_releases(site)

    def _switched(self, site: str) -> None:
        self.seat.kept.pop(_AT, None)
        self.answered(
            Place("status"), f"visitors of {site} should have another release, or it be told why not"
        )
