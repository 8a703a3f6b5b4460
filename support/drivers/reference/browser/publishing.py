"""Publishing on the screen."""

from __future__ import annotations

from hamcrest import contains_string

from support.drivers.page import Place
from support.drivers.reference.browser.builder import Builder
from support.records import Refused

_PANEL = Place("region", "Publishing")
_WARNINGS = Place("list", "Warnings", within=_PANEL)
_LIVE = "Your site is live"


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

    def _ask(self, site: str) -> str:
        self.show(site)
        self.page.press(Place("button", "Publish"))
        return self.answered(_PANEL, f"the builder should say what became of publishing {site}")

    def _learn_address(self, site: str) -> None:
        address = self.page.evaluate("() => document.querySelector('#publishing a').innerText")
        self.seat.world.addresses.tell(site, live=address)
