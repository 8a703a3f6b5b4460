"""Arranging by API: what stands on a page is laid out; hands belong to a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from support.drivers.reference.api.building import ApiBuilding
from support.drivers.reference.inserting import inserted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records import Spot


class ApiArranging(ApiBuilding):
    """Putting what a page is made of where it belongs."""

    def lay_out(self, site: str, section: str, words: Sequence[str]) -> None:
        """Insert a section behind the last one, and its headings."""
        found = self.site(site)
        page = self.page(found)
        last = page["children"][-1]["id"] if page["children"] else None
        made = inserted("section", page["id"], last, {"label": section})
        operations, before = [made], None
        for text in words:
            operations.append(inserted("heading", made["id"], before, {"text": text, "level": 3}))
            before = operations[-1]["id"]
        self.call("POST", f"/api/sites/{found['id']}/operations", {"operations": operations})

    def drag(self, site: str, words: str, spot: Spot) -> None:
        """Not by API."""
        _no_hands(site, words, spot)

    def throw(self, site: str, words: str, spot: Spot) -> None:
        """Not by API."""
        _no_hands(site, words, spot)

    def shift(self, site: str, words: str, places: int, hand: str) -> None:
        """Not by API."""
        _no_hands(site, words, places, hand)

    def rewrite(self, site: str, words: str, other: str, hand: str) -> None:
        """Not by API."""
        _no_hands(site, words, other, hand)

    def write_behind(self, site: str, words: str, parts: Sequence[str]) -> None:
        """Not by API."""
        _no_hands(site, words, *parts)

    def copy_over(self, site: str, words: str, other: str) -> None:
        """Not by API."""
        _no_hands(site, words, other)

    def heard(self) -> str:
        """Not by API."""
        _no_hands()


class ApiGathering(ApiBuilding):
    """Nothing is chosen by API: each operation says what it means."""

    def choose(self, site: str, words: Sequence[str], hand: str) -> None:
        """Not by API."""
        _no_hands(site, *words, hand)

    def shift(self, site: str, places: int) -> None:
        """Not by API."""
        _no_hands(site, places)

    def remove(self, site: str) -> None:
        """Not by API."""
        _no_hands(site)


class ApiAdding(ApiBuilding):
    """There is no palette by API."""

    def look_for(self, site: str, words: str) -> None:
        """Not by API."""
        _no_hands(site, words)

    def offered(self) -> Sequence[str]:
        """Not by API."""
        _no_hands()

    def drag_new(self, site: str, kind: str, spot: Spot) -> None:
        """Not by API."""
        _no_hands(site, kind, spot)

    def add_by_keyboard(self, site: str, kind: str) -> None:
        """Not by API."""
        _no_hands(site, kind)


def _no_hands(*asked: object) -> NoReturn:
    raise NotImplementedError(f"there are no hands by API {asked}: tag the scenario @browser")
