"""Earlier releases, and being off the net, by API."""

from __future__ import annotations

from support.drivers.reference.asking import Api

_SEEN_LIVE = "version of what is live of "


class ApiReleasing(Api):
    """What visitors had before."""

    def look_at_releases(self, site: str) -> None:
        """Keep the version of what is live."""
        self.seat.kept[_SEEN_LIVE + site] = self.version(self._live(site))

    def bring_back(self, site: str) -> None:
        """Switch to the last release but one."""
        listed = self.call("GET", f"{self._site(site)}/releases")["items"]
        self._switch(site, listed[1]["number"])

    def take_off(self, site: str) -> None:
        """Switch to none."""
        self._switch(site, None)

    def releases(self, site: str) -> tuple[int, int | None]:
        """Count them, and say which is live."""
        listed = self.call("GET", f"{self._site(site)}/releases")["items"]
        live = [one["number"] for one in listed if one["live"]]
        return len(listed), live[0] if live else None

    def _switch(self, site: str, number: int | None) -> None:
        seen = self.seat.kept.get(_SEEN_LIVE + site) or self.version(self._live(site))
        self.call("PUT", self._live(site), {"release": number}, headers={"If-Match": seen})

    def _live(self, site: str) -> str:
        return f"{self._site(site)}/live-release"

    def _site(self, site: str) -> str:
        return f"/api/sites/{self.seat.world.addresses.identifier(site)}"
