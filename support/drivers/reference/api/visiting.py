"""Publishing by API, and visiting without a browser: the served page is read and its form is sent as it was served."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from support.drivers.ports import Refused
from support.drivers.reference.asking import Api, PlatformFailed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.drivers.session import Answer

_SEEN, _SEE_OTHER = 200, 303
_SILENT = {"style", "script", "title", "head"}


class ApiPublishing(Api):
    """Letting visitors have a site."""

    def publish(self, site: str) -> None:
        """Publish the draft; refused where there is something to look at first."""
        self._publish(site, despite_warnings=False)

    def publish_anyway(self, site: str) -> None:
        """Publish the draft, warnings or not."""
        self._publish(site, despite_warnings=True)

    def _publish(self, site: str, *, despite_warnings: bool) -> None:
        path = f"/api/sites/{self.site(site)['id']}/releases"
        released = self.call("POST", path, {"despite_warnings": despite_warnings})
        self.seat.world.addresses.tell(site, live=released["address"])


class LivePage(HTMLParser):
    """The words of a served page, and its first form with the fields it was served with."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.action: str | None = None
        self.fields: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note forms and their fields."""
        given = dict(attrs)
        if tag == "form":
            self.action = given.get("action")
        elif tag == "input" and given.get("name"):
            self.fields[str(given["name"])] = given.get("value") or ""
        if tag not in {"input", "meta", "link", "img", "br"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Note the words that a visitor sees."""
        if data.strip() and not _SILENT & set(self._open):
            self.words.append(" ".join(data.split()))


class ApiVisiting(Api):
    """A stranger on a live site."""

    def _visit(self, site: str) -> LivePage:
        answer = self.seat.session.send("GET", self.seat.world.addresses.live(site))
        return self._seen(answer, site)

    @staticmethod
    def _seen(answer: Answer, site: str) -> LivePage:
        page = LivePage(answer.text)
        if answer.status >= 500:
            message = f"visiting {site} was answered {answer.status}"
            raise PlatformFailed(message)
        if answer.status != _SEEN:
            raise Refused(" ".join(page.words))
        return page

    def read(self, site: str) -> Sequence[str]:
        """Return the words of the live page."""
        return self._visit(site).words

    def sign_up(self, site: str, name: str, email: str) -> None:
        """Fill the sign-up form and send it."""
        self._send(site, self._visit(site), name, email)

    def sign_up_twice(self, site: str, name: str, email: str) -> None:
        """Fill the sign-up form and send it twice as it was served."""
        page = self._visit(site)
        self._send(site, page, name, email)
        self._send(site, page, name, email)

    def without_scripts(self) -> None:
        """Nothing to do: no script runs here anyway."""

    def _send(self, site: str, page: LivePage, name: str, email: str) -> None:
        if page.action is None:
            message = f"the live page of {site} has no form"
            raise LookupError(message)
        address = urljoin(self.seat.world.addresses.live(site), page.action)
        answer = self.seat.session.send("POST", address, form={**page.fields, "name": name, "email": email})
        if answer.status != _SEE_OTHER:
            self._seen(answer, site)
            message = f"sending the form of {site} was answered {answer.status}, which thanks nobody"
            raise PlatformFailed(message)
