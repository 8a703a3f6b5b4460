"""What there is to start from, by API."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from support.drivers.reference.asking import Api

if TYPE_CHECKING:
    from collections.abc import Sequence

_FOUND = "templates that were found"


class ApiOffering(Api):
    """The list of templates."""

    def look_for(self, words: str) -> None:
        """Ask for those that say it."""
        self._ask(q=words)

    def look_among(self, kind: str) -> None:
        """Ask for those of a kind."""
        self._ask(category=kind)

    def look_at(self, template: str) -> None:
        """Not by API: it is looked at on a screen."""
        raise NotImplementedError(f"{template} is looked at on a screen: tag the scenario @browser")

    def found(self) -> Sequence[str]:
        """Return the names that were answered."""
        names: list[str] = json.loads(self.seat.kept[_FOUND])
        return names

    def reads(self, words: str) -> bool:
        """Not by API."""
        raise NotImplementedError(f"{words!r} is read on a screen: tag the scenario @browser")

    def shows(self, words: str) -> bool:
        """Not by API either."""
        raise NotImplementedError(f"{words!r} is seen on a screen: tag the scenario @browser")

    def _ask(self, **wanted: str) -> None:
        found = self.call("GET", f"/api/templates?{urlencode(wanted)}")["items"]
        self.seat.kept[_FOUND] = json.dumps([one["name"] for one in found])


class ApiTemplating(Api):
    """Templates that one makes oneself."""

    def save(self, site: str, template: str) -> None:
        """Make one of a site."""
        self.call("POST", "/api/templates", {"site": self.site(site)["id"], "name": template})

    def renew(self, site: str, template: str) -> None:
        """Put the site in the place of what it was made of."""
        path = self._path(template)
        seen = {"If-Match": self.version(path)}
        self.call("PUT", path, {"site": self.site(site)["id"]}, headers=seen)

    def remove(self, template: str) -> None:
        """Delete it."""
        path = self._path(template)
        self.call("DELETE", path, headers={"If-Match": self.version(path)})

    def _path(self, template: str) -> str:
        offered = self.call("GET", "/api/templates")["items"]
        found = next(one["id"] for one in offered if one["name"] == template)
        return f"/api/templates/{found}"

    def version_of(self, site: str) -> int:
        """Return what is told of the site."""
        return int(self.site(site)["template_version"])
