"""What somebody does with a mail, as a mail program and a browser would ask for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from support.drivers.reference.api.served_page import LivePage
from support.drivers.reference.asking import Api, understood
from support.drivers.reference.letters import (
    ONE_GO,
    button_of,
    letter_of,
    one_go_of,
    picture_of,
    unsubscribing_of,
)
from support.links import links_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.drivers.session import Answer

_OFFERED = re.compile(r'<form method="post" action="([^"]+)"')
_TAGS = re.compile(r"<[^>]*>")
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
        for address in links_of(letter_of(self.seat, subject)):
            led = self._get(address, _AS_MACHINE).headers.get("location")
            if led:
                self._get(urljoin(address, led), _AS_MACHINE)

    def go_on(self, words: str) -> None:
        """Ask for what a link of the page leads to."""
        address = self.seat.kept[_PAGE]
        page = LivePage(self._get(address, _AS_BROWSER).text)
        if words not in page.links:
            raise LookupError(f"{address} has no link {words!r}, but {sorted(page.links)}")
        self._show(urljoin(address, page.links[words]))

    def unsubscribe(self, subject: str) -> None:
        """Ask for the page and send what it offers."""
        self._send(unsubscribing_of(self.seat, subject), "/unsubscribe/")

    def unsubscribe_in_one_go(self, subject: str) -> None:
        """Send what RFC 8058 says, and nothing that would tell who sends it."""
        named, _, value = ONE_GO.partition("=")
        address = one_go_of(self.seat, subject)
        understood(self.seat.session.send("POST", address, form={named: value}, headers=_AS_PROGRAM), address)

    def subscribe_again(self, subject: str) -> None:
        """Ask for the page and send what it offers to whoever has unsubscribed."""
        self._send(unsubscribing_of(self.seat, subject), "/subscribe/")

    def confirm(self, subject: str) -> Sequence[str]:
        """Ask for where the button leads, and send what that page offers."""
        address = button_of(self.seat, subject)
        led = self._get(address, _AS_BROWSER)
        said = self._send(urljoin(address, led.headers["location"]), "/confirm/")
        return [_TAGS.sub("", line).strip() for line in said.text.splitlines()]

    def _send(self, address: str, offered: str) -> Answer:
        found = _OFFERED.search(self._get(address, _AS_BROWSER).text)
        if found is None or offered not in found[1]:
            raise LookupError(f"{address} offers {found[1] if found else 'nothing'}, and not {offered}")
        to = urljoin(address, found[1])
        return understood(
            self.seat.session.send("POST", to, form={"asked": offered}, headers=_AS_BROWSER), to
        )

    def _show(self, address: str) -> None:
        self.seat.kept[_PAGE] = address
        self._get(address, _AS_BROWSER)

    def _get(self, address: str, headers: dict[str, str]) -> Answer:
        return understood(self.seat.session.send("GET", address, headers=headers), address)
