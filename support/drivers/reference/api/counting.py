"""What came of a site, by API, and those who come to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from support.drivers.reference.api.visiting import ApiVisiting
from support.drivers.reference.asking import Api, understood
from support.drivers.reference.totals import added_up
from support.records_of_insights import FiguresTold
from support.whences import WHENCES

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "file of what came of "
_BEGUN = re.compile(r'url\("(/began/[^"]+)"\)')
_TOKEN, _FORGED = re.compile(r"(/began/[^/]+/)[^\"]+"), rf"\g<1>{'0' * 32}.{'0' * 32}"
_SEARCH_ENGINE = {
    "user-agent": "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36 (compatible; Findbot/2.1)"
}


class ApiCounting(Api):
    """Figures of a site."""

    def look(self, site: str) -> None:
        """Ask for them."""
        self._figures(site)

    def told(self, site: str) -> FiguresTold:
        """Return them."""
        told = self._figures(site)
        return FiguresTold(
            told["views"],
            told["visitors"],
            told["sent"],
            told["conversion"],
            tuple(day["views"] for day in told["days"] if day["views"]),
            tuple((one["path"], one["views"]) for one in told["pages"]),
            tuple((one["source"], one["visitors"]) for one in told["sources"]),
            tuple((one["why"], one["many"]) for one in told["apart"]),
            told["began"],
            tuple((one["stage"], one["many"]) for one in told["funnel"]),
            tuple((one["name"], one["many"]) for one in told["events"]),
        )

    def save(self, site: str) -> None:
        """Ask for the file."""
        address = f"{self.seat.world.run.target.addresses['app']}{self._path(site)}.csv"
        self.seat.kept[_FILE + site] = understood(self.seat.session.send("GET", address), address).text

    def saved(self, site: str) -> tuple[int, int, int]:
        """Add up its lines."""
        return added_up(self.seat.kept[_FILE + site])

    def tell(self, site: str, told: Mapping[str, str]) -> None:
        """Tell of something that happened elsewhere."""
        self.call("POST", f"/api/sites/{self.seat.world.addresses.identifier(site)}/events", told)

    def _figures(self, site: str) -> dict[str, Any]:
        told: dict[str, Any] = self.call("GET", self._path(site))
        return told

    def _path(self, site: str) -> str:
        identifier = self.seat.world.addresses.identifier(site)
        return f"/api/sites/{identifier}/insights"


class ApiComing(ApiVisiting):
    """Those who come to a live site."""

    def come_by(self, site: str, whence: str) -> None:
        """Ask for a page with what its link says, and what led there."""
        words, led = WHENCES[whence]
        live = self.seat.world.addresses.live(site)
        self._ask(site, {"referer": led.format(live=live.rstrip("/"))} if led else {}, words)

    def come_unfollowed(self, site: str) -> None:
        """Ask for a page, and not to be followed."""
        self._ask(site, {"dnt": "1"})

    def read_as_search_engine(self, site: str) -> None:
        """Ask for a page as a machine that calls itself one."""
        self._ask(site, _SEARCH_ENGINE)

    def fetch_ahead(self, site: str) -> None:
        """Ask for a page as browsers do before anybody asks for it."""
        self._ask(site, {"sec-purpose": "prefetch"})

    def begin(self, site: str) -> None:
        """Ask for a page, and for what a browser asks as somebody goes into its form."""
        self._ask_as_begun(site, self._html(site))

    def look_as_own(self, site: str) -> None:
        """Ask for a page by the address that is told to those who work on the site."""
        own = self.call("GET", f"/api/sites/{self.seat.world.addresses.identifier(site)}")["own_address"]
        self._seen(self.seat.session.send("GET", own, headers=self.browser), site)

    def begin_by_forgery(self, site: str) -> None:
        """Ask for what tells of a begun form, with a token of one's own making."""
        self._ask_as_begun(site, _TOKEN.sub(_FORGED, self._html(site)))

    def _html(self, site: str) -> str:
        address = self.seat.world.addresses.live(site)
        return understood(self.seat.session.send("GET", address, headers=self.browser), address).text

    def _ask_as_begun(self, site: str, html: str) -> None:
        found = _BEGUN.search(html)
        if found is None:
            message = f"no form of {site} tells that it was begun"
            raise LookupError(message)
        address = f"{self.seat.world.addresses.live(site)}{found[1]}"
        understood(self.seat.session.send("GET", address, headers=self.browser), address)

    def _ask(self, site: str, headers: dict[str, str], words: str = "") -> None:
        address = f"{self.seat.world.addresses.live(site)}{words}"
        self._seen(self.seat.session.send("GET", address, headers={**self.browser, **headers}), site)
