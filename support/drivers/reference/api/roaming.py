"""How a site is found, shown and timed, by API; and those who come by old or shared addresses."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from support.drivers.reference.api.naming import beginning_at
from support.drivers.reference.api.pages import ApiPages
from support.drivers.reference.api.visiting import ApiVisiting
from support.drivers.reference.asking import Api, understood
from support.drivers.reference.inserting import end_of, inserted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from support.drivers.session import Answer

_MOVED, _HOPS = 301, 3
_FOR_MACHINES = {"map": "/sitemap.xml", "word to robots": "/robots.txt"}  # sitemaps.org; RFC 9309
_LINK = "link to the draft of "
_SAYS = re.compile(r'<meta property="og:description" content="([^"]*)">')
_LOCATIONS = re.compile(r"<loc>([^<]*)</loc>")
_MAP = re.compile(r"^Sitemap: (.*)$", re.MULTILINE)


class ApiMoving(ApiPages):
    """An owner who lets pages and sites be found."""

    def move_page(self, site: str, page: str) -> None:
        """Set another path."""
        line = self._line(site, page)
        self._set(site, line, path=f"{line['path']}-moved")
        self.seat.world.addresses.move_page(site, page, f"{line['path']}-moved")

    def move_site(self, site: str, to: str | None = None) -> None:
        """Set another label, on the version that was read before."""
        path = self._path(site)
        slug = to or f"{self.call('GET', path)['slug']}-moved"
        moved = self.call("PATCH", path, {"slug": slug}, headers={"If-Match": self.version(path)})
        self.seat.world.addresses.move(site, moved["address"])

    def describe(self, site: str, page: str, words: str) -> None:
        """Set what a page is about."""
        self._set(site, self._line(site, page), description=words)

    def clear(self, site: str, page: str) -> None:
        """Remove each section of a page, with what is in it."""
        for section in self._tree(site, page)["children"]:
            self._operate(site, {"kind": "remove", "id": section["id"]})

    def fill(self, site: str, words: str, times: int) -> None:
        """Insert so many paragraphs into the first section, each at its beginning."""
        section = self._tree(site, site)["children"][0]["id"]
        for _ in range(times):
            self._operate(site, inserted("text", section, None, {"text": words}))

    def hang(self, site: str, name: str) -> None:
        """Insert an image at the end of the page, with an address and nothing else."""
        image = next(one for one in self.call("GET", "/api/images")["items"] if one["name"] == name)
        place = end_of(self._tree(site, site))
        self._operate(site, inserted("image", *place, {"address": image["address"]}))

    def _set(self, site: str, line: dict[str, Any], **properties: str) -> None:
        self._operate(site, {"kind": "set", "id": line["id"], "properties": properties})


class ApiRoaming(ApiVisiting):
    """Those who come by old or shared addresses."""

    def go_to_former(self, site: str, page: str | None = None) -> Sequence[str]:
        """Ask for the page, and go where one is led."""
        return self._seen(self._led(self.seat.world.addresses.former(site, page)), site).words

    def go_astray(self, site: str) -> None:
        """Ask for a page by a name that nobody gives."""
        self._seen(self._led(f"{self.seat.world.addresses.live(site)}/never-there"), site)

    def mapped(self, site: str) -> Sequence[str]:
        """Read the map where machines are told to find it."""
        return _LOCATIONS.findall(self._ask(self.map_named(site)).text)

    def map_named(self, site: str) -> str:
        """Read what machines are told."""
        found = _MAP.search(self._ask(f"{self.seat.world.addresses.live(site)}/robots.txt").text)
        return found[1].strip() if found else ""

    def ask_as_machine(self, site: str, what: str) -> None:
        """Ask where machines find it."""
        self._seen(self._ask(f"{self.seat.world.addresses.live(site)}{_FOR_MACHINES[what]}"), site)

    def card(self, site: str, page: str) -> str:
        """Read what the head of the page says."""
        address = self.seat.world.addresses.live(site, None if page == site else page)
        found = _SAYS.search(self._ask(address).text)
        return found[1] if found else ""

    def led_from(self, site: str, page: str, asked: str) -> str:
        """Ask for the page, and go nowhere."""
        address = f"{self.seat.world.addresses.live(site, page)}?{asked}"
        return self.seat.session.send("GET", address, headers=self.browser).headers.get("location", "")

    def read_at(self, host: str) -> Sequence[str]:
        """Ask for the first page, where live sites are."""
        return self._seen(self._led(beginning_at(self.seat, host)), host).words

    def _ask(self, address: str) -> Answer:
        return understood(self.seat.session.send("GET", address, headers=self.browser), address)

    def _led(self, address: str) -> Answer:
        for _ in range(_HOPS):
            answer = self.seat.session.send("GET", address, headers=self.browser)
            if answer.status != _MOVED:
                return answer
            address = urljoin(address, answer.headers["location"])
        message = f"{address} leads on and on"
        raise AssertionError(message)


class ApiLending(ApiVisiting):
    """Drafts that are shown by a link."""

    def lend(self, site: str) -> None:
        """Make a link, and give it to whoever wants to look."""
        made = self.call("POST", self._links(site))
        self.seat.kept[_LINK + site] = made["id"]
        self.seat.world.addresses.lend(site, made["address"])

    def take_back(self, site: str) -> None:
        """Delete the link."""
        self.call("DELETE", f"{self._links(site)}/{self.seat.kept[_LINK + site]}")

    def look(self, site: str, page: str | None = None) -> Sequence[str]:
        """Ask for what the link leads to."""
        below = self.seat.world.addresses.path(site, page) if page else ""
        return self._seen(self._shown(f"{self.seat.world.addresses.lent(site)}{below}"), site).words

    def look_astray(self, site: str) -> None:
        """Ask for a page by the link, which no page has for its address."""
        self._seen(self._shown(f"{self.seat.world.addresses.lent(site)}/nowhere-at-all"), site)

    def look_at_other(self, other: str, site: str) -> None:
        """Ask another site for what the link leads to."""
        token = self.seat.world.addresses.lent(other).rstrip("/").rpartition("/")[2]
        self._seen(self._shown(f"{self.seat.world.addresses.live(site)}/preview/{token}"), site)

    def guess(self, site: str) -> None:
        """Ask with a token of one's own making."""
        self._seen(self._shown(f"{self.seat.world.addresses.live(site)}/preview/{'x' * 43}"), site)

    def told_to_machines(self, site: str) -> str:
        """Read the header that machines obey."""
        return self._shown(self.seat.world.addresses.lent(site)).headers.get("x-robots-tag", "")

    def _shown(self, address: str) -> Answer:
        return self.seat.session.send("GET", address, headers=self.browser)

    def _links(self, site: str) -> str:
        return f"/api/sites/{self.seat.world.addresses.identifier(site)}/preview-links"


class ApiTiming(Api):
    """Sites that go live and off the net by themselves."""

    def let_go_live(
        self, site: str, live_in: timedelta | None = None, off_in: timedelta | None = None
    ) -> None:
        """Keep the times, on the version that was read before."""
        self._keep(site, {"live_at": _in(live_in), "off_at": _in(off_in)})

    def let_go_live_anyway(self, site: str, live_in: timedelta) -> None:
        """Keep the time, and say that warnings may stand."""
        self._keep(site, {"live_at": _in(live_in), "despite_warnings": True})

    def _keep(self, site: str, times: dict[str, Any]) -> None:
        path = f"/api/sites/{self.seat.world.addresses.identifier(site)}/timetable"
        self.call("PUT", path, times, headers={"If-Match": self.version(path)})


def _in(ahead: timedelta | None) -> str | None:
    return (datetime.now(UTC) + ahead).isoformat() if ahead else None
