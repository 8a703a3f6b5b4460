"""A domain of an owner's own, by API."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from support.drivers.reference.asking import Api
from support.records import NameRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.seat import Seat


def beginning_at(seat: Seat, host: str) -> str:
    """Return the address at which a site begins that is live at a domain: where all live sites answer."""
    live = urlsplit(seat.world.run.target.addresses["sites"].format(slug="x"))
    return f"{live.scheme}://{host}:{live.port}/" if live.port else f"{live.scheme}://{host}/"


class ApiNaming(Api):
    """A domain of an owner's own, for a site."""

    def bring(self, site: str, host: str) -> None:
        """Put the name, on the version that was read before."""
        path = self._path(site)
        self.call("PUT", path, {"host": host}, headers={"If-Match": self.version(path)})

    def look_again(self, site: str) -> None:
        """Ask for a look."""
        self.call("POST", f"{self._path(site)}/look")

    def take_away(self, site: str) -> None:
        """Delete it."""
        self.call("DELETE", self._path(site))

    def told(self, site: str) -> str:
        """Return all that is shown of it."""
        return json.dumps(self.call("GET", self._path(site)), ensure_ascii=False)

    def to_set(self, site: str) -> Sequence[NameRecord]:
        """Return both records."""
        shown = self.call("GET", self._path(site))
        both = (shown["proof"], shown["lead"])
        return [NameRecord(one["name"], one["kind"], one["value"]) for one in both]

    def address(self, site: str) -> str:
        """Return where it leads."""
        return str(self.call("GET", self._path(site))["address"])

    def _path(self, site: str) -> str:
        return f"/api/sites/{self.seat.world.addresses.identifier(site)}/domain"
