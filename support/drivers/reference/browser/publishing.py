"""Publishing on the screen."""

from __future__ import annotations

from hamcrest import contains_string

from support.drivers.page import Place
from support.drivers.reference.browser.builder import Builder
from support.records import Refused

_PANEL = Place("region", "Publishing")
_WARNINGS = Place("list", "Warnings", within=_PANEL)
_LIVE = "Your site is live"
_RELEASES, _AT = Place("table", "Releases"), "site whose releases are looked at"
_SECOND = """() => document.querySelectorAll('table[aria-label=Releases] tbody tr')[1]
  .querySelector('button').getAttribute('aria-label')"""
_TOLD = """() => {
  const rows = [...document.querySelectorAll('table[aria-label=Releases] tbody tr')]
  const live = rows.find(row => row.querySelector('.live'))
  return [rows.length, live ? Number(live.dataset.number) : null]
}"""


class BrowserPublishing(Builder):
    """Letting visitors have a site."""

    def publish(self, site: str) -> None:
        """Publish and learn the address; refused where the builder shows something to look at first."""
        if _LIVE not in self._ask(site):
            raise Refused(self.page.text(_WARNINGS))
        self._learn_address(site)

    def publish_anyway(self, site: str) -> None:
        """Publish, and once more where the builder shows something to look at first."""
        if _LIVE not in self._ask(site):
            self.page.press(Place("button", "Publish anyway", within=_PANEL))
            self.wait_for(_PANEL, contains_string(_LIVE), f"{site} should be live")
        self._learn_address(site)

    def publish_in_background(self, site: str) -> None:
        """Not on the screen: whoever sits there waits for it."""
        raise NotImplementedError(f"{site} is published in the background by API: tag the scenario @api")

    def came_of_it(self, site: str) -> str:
        """Not on the screen either."""
        raise NotImplementedError(f"what became of publishing {site} is told by API: tag the scenario @api")

    def look_at_releases(self, site: str) -> None:
        """Open the list of releases, and stay there."""
        self.go(f"/sites/{self.seat.world.addresses.builder(site).split('/')[2]}/releases")
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

    def _ask(self, site: str) -> str:
        self.show(site)
        self.page.press(Place("button", "Publish"))
        return self.answered(_PANEL, f"the builder should say what became of publishing {site}")

    def _learn_address(self, site: str) -> None:
        address = self.page.evaluate("() => document.querySelector('#publishing a').href")
        self.seat.world.addresses.tell(site, live=address)
