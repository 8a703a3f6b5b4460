"""Pictures of one's own, by API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import quote, urljoin

from support.drivers.reference.api.building import everything_on
from support.drivers.reference.api.served_page import LivePage
from support.drivers.reference.asking import Api, understood
from support.drivers.reference.inserting import end_of, inserted
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

_LISTED, _SEEN = "/api/images", 200


class ApiPictures(Api):
    """Pictures of one's own."""

    def bring(self, name: str, content: bytes, said: str) -> None:
        """Bring a file as a picture that is said to be of a media type."""
        address = f"{self.seat.world.run.target.addresses['app']}{_LISTED}?name={quote(name)}"
        answer = self.seat.session.send("POST", address, content=content, headers={"Content-Type": said})
        understood(answer, f"POST {_LISTED}")

    def put(self, site: str, name: str) -> None:
        """Put a picture that was brought at the end of a page's last section, with its name for words."""
        found = self.site(site)
        image = self._picture(name)
        said = {"address": image["address"], "alternative": name}
        operation = inserted("image", *end_of(self.page(found)), said)
        self.call("POST", f"/api/sites/{found['id']}/operations", {"operations": [operation]})

    def take_away(self, name: str) -> None:
        """Take a picture away, wherever it is shown."""
        self.call("DELETE", f"{_LISTED}/{self._picture(name)['id']}")

    def _picture(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = next(one for one in self.call("GET", _LISTED)["items"] if one["name"] == name)
        return found

    def choose(self, site: str, words: str, name: str, content: bytes) -> None:
        """Not by API: files are brought there, and put."""
        _no_files(site, words, name, len(content))

    def drop(self, site: str, mark: str, name: str, content: bytes) -> None:
        """Not by API either."""
        _no_files(site, mark, name, len(content))

    def shown(self, site: str, words: str) -> bytes:
        """Return what is at the address of the image that says this."""
        images = [one for one in everything_on(self.page(self.site(site))) if one["type"] == "image"]
        address = next(
            (one["properties"]["address"] for one in images if one["properties"]["alternative"] == words), ""
        )
        if not address:
            raise Refused(f"the draft of {site} shows no picture called {words}")
        return self._at(self.seat.world.run.target.addresses["app"] + address, words)

    def names(self) -> Sequence[str]:
        """Return what one's pictures are called."""
        return [str(one["name"]) for one in self.call("GET", _LISTED)["items"]]

    def seen(self, site: str, name: str) -> bytes:
        """Return the picture that a visitor of a live page sees under a name."""
        live = self.seat.world.addresses.live(site)
        page = LivePage(understood(self.seat.session.send("GET", live), f"visiting {site}").text)
        if name not in page.pictures:
            raise Refused(f"the live page of {site} shows no picture called {name}")
        return self._at(urljoin(f"{live}/", page.pictures[name]), name)

    def _at(self, address: str, name: str) -> bytes:
        answer = self.seat.session.send("GET", address)
        if answer.status != _SEEN:
            raise Refused(f"the picture {name} was answered {answer.status}")
        return answer.content


def _no_files(*asked: object) -> NoReturn:
    raise NotImplementedError(f"files are chosen and dropped on screens {asked}: tag the scenario @browser")
