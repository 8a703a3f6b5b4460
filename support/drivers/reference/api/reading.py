"""What somebody does with a mail, as a mail program and a browser would ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from support.drivers.reference.api.served_page import LivePage
from support.drivers.reference.asking import Api, understood
from support.drivers.reference.letters import button_of, picture_of

if TYPE_CHECKING:
    from support.drivers.session import Answer

_PAGE = "address of the page that a mail led to"
_AS_BROWSER = {"sec-fetch-dest": "document", "sec-fetch-mode": "navigate"}
_AS_PROGRAM = {"user-agent": "Mozilla/5.0 (Windows NT 10.0) Mail/1.0"}
_AS_MACHINE = {"user-agent": "LinkScanner/1.0", "purpose": "prefetch"}


class ApiReading(Api):
    """Mails in an inbox."""

    def open(self, subject: str) -> None:
        """Ask for the picture of a mail."""
        self._get(picture_of(self.seat, subject), _AS_PROGRAM)

    def press(self, subject: str) -> None:
        """Ask for what the button leads to, and follow it."""
        address = button_of(self.seat, subject)
        led = self._get(address, _AS_BROWSER)
        self._show(urljoin(address, led.headers["location"]))

    def scan(self, subject: str) -> None:
        """Ask for all of it, as a machine."""
        address = button_of(self.seat, subject)
        led = self._get(address, _AS_MACHINE)
        self._get(urljoin(address, led.headers["location"]), _AS_MACHINE)
        self._get(picture_of(self.seat, subject), _AS_MACHINE)

    def go_on(self, words: str) -> None:
        """Ask for what a link of the page leads to."""
        address = self.seat.kept[_PAGE]
        page = LivePage(self._get(address, _AS_BROWSER).text)
        if words not in page.links:
            raise LookupError(f"{address} has no link {words!r}, but {sorted(page.links)}")
        self._show(urljoin(address, page.links[words]))

    def _show(self, address: str) -> None:
        self.seat.kept[_PAGE] = address
        self._get(address, _AS_BROWSER)

    def _get(self, address: str, headers: dict[str, str]) -> Answer:
        return understood(self.seat.session.send("GET", address, headers=headers), address)
