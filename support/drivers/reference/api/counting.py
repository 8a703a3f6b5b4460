"""What came of a site, by API, and those who come to it."""

from __future__ import annotations

from typing import Any

from support.drivers.reference.api.visiting import ApiVisiting
from support.drivers.reference.asking import Api, understood
from support.drivers.reference.totals import added_up
from support.records_of_insights import FiguresTold
from support.whences import WHENCES

_FILE = "file of what came of "
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
        )

    def save(self, site: str) -> None:
        """Ask for the file."""
        address = f"{self.seat.world.run.target.addresses['app']}{self._path(site)}.csv"
        self.seat.kept[_FILE + site] = understood(self.seat.session.send("GET", address), address).text

    def saved(self, site: str) -> tuple[int, int, int]:
        """Add up its lines."""
        return added_up(self.seat.kept[_FILE + site])

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

    def _ask(self, site: str, headers: dict[str, str], words: str = "") -> None:
        address = f"{self.seat.world.addresses.live(site)}{words}"
        self._seen(self.seat.session.send("GET", address, headers={**self.browser, **headers}), site)
