"""A site of many pages on the reference platform, outside of scenarios: filled, published, visited."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from support.drivers.reference.inserting import end_of, form_at, inserted

if TYPE_CHECKING:
    from collections.abc import Sequence

    import httpx

_WISH = {"despite_warnings": True}
_PATIENCE = 60.0  # s until what was published has come
_LOOK = 0.01  # s between two looks
_WORDS = (
    "We bake at four in the morning, with flour from a mill that you can see from our door. "
    "Whatever is left at noon goes to the kindergarten across the street, so come early for the rye."
)
_CONTENT = 6  # headings, texts and calls to action of a page, each so many


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of a site: its path on the live site, and the heading that is changed."""

    path: str
    heading: str


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """A live site.

    Attributes:
        api: its path of the API.
        port: where live sites answer on this machine.
        host: the name that it is asked by.
    """

    owner: httpx.Client
    api: str
    port: int
    host: str
    pages: Sequence[SitePage]

    @property
    def identifier(self) -> str:
        """By which the platform knows it."""
        return self.api.rpartition("/")[2]

    def change(self, page: SitePage, words: str) -> None:
        """Give the heading of a page these words, in the draft."""
        said = {"kind": "set", "id": page.heading, "properties": {"text": words}}
        self.owner.post(f"{self.api}/operations", json={"operations": [said]}).raise_for_status()

    def published_after(self, visitor: httpx.Client, page: SitePage, words: str, how: str) -> float:
        """Publish as `how` says, and return after how many seconds a visitor of a page reads these words."""
        began = time.perf_counter()
        self.owner.post(f"{self.api}/{how}", json=_WISH).raise_for_status()
        while words not in self.read(visitor, page):
            if time.perf_counter() - began > _PATIENCE:
                raise RuntimeError(f"{self.host}/{page.path} did not come to read {words!r}")
            time.sleep(_LOOK)  # asked without a pause it would measure the asking
        return time.perf_counter() - began

    def read(self, visitor: httpx.Client, page: SitePage) -> str:
        """Return a live page as a visitor gets it."""
        address = f"http://127.0.0.1:{self.port}/{page.path}"
        return visitor.get(address, headers={"Host": self.host}).raise_for_status().text

    def looks(self) -> int:
        """Return how many looks of people its figures tell of."""
        return int(self.owner.get(f"{self.api}/insights").raise_for_status().json()["views"])


AT_ONCE, IN_THE_BACKGROUND = "releases", "publications"  # how a site may be published


def published_site(owner: httpx.Client, name: str, pages: int) -> PublishedSite:
    """Fill a site of so many pages with ordinary content and a form, and let visitors have it."""
    made = owner.post("/api/sites", json={"name": name, "template": "bakery"}).raise_for_status().json()
    site = f"/api/sites/{made['id']}"
    for number in range(1, pages):
        owner.post(f"{site}/pages", json={"title": f"Page {number}"}).raise_for_status()
    told = owner.get(f"{site}/components").raise_for_status().json()["pages"]
    filled = [_filled(owner, site, page) for page in told]
    released = owner.post(f"{site}/releases", json=_WISH).raise_for_status().json()
    address = urlsplit(released["address"])
    return PublishedSite(owner, site, address.port or 80, address.netloc, filled)


def _filled(owner: httpx.Client, site: str, page: dict[str, Any]) -> SitePage:
    """Add headings, texts, calls to action and a form at the end of a page, and return it."""
    asked = owner.get(f"{site}/components", params={"page": page["id"]}).raise_for_status()
    section, last = end_of(asked.json()["page"])
    heading = inserted("heading", section, last, {"text": "Fresh today"})
    operations = [heading]
    for number in range(_CONTENT):
        for kind, words in (
            ("heading", f"Bread {number}"),
            ("text", _WORDS),
            ("call_to_action", f"Order bread {number}"),
        ):
            operations.append(inserted(kind, section, operations[-1]["id"], {"text": words}))
    operations += form_at(section, operations[-1]["id"])
    owner.post(f"{site}/operations", json={"operations": operations}).raise_for_status()
    return SitePage(page["path"], heading["id"])
