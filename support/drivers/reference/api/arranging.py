"""Arranging by API: what stands on a page is laid out; hands belong to a browser."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NoReturn

from support.drivers.reference.api.building import ApiBuilding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records import Spot


class ApiArranging(ApiBuilding):
    """Putting what a page is made of where it belongs."""

    def lay_out(self, site: str, section: str, words: Sequence[str]) -> None:
        """Insert a section behind the last one, and its headings."""
        found = self.site(site)
        page = self.page(found)
        made = _new()
        operations = [
            _inserted("section", made, page["id"], page["children"][-1]["id"], {"label": section}),
        ]
        before = None
        for text in words:
            heading = _new()
            operations.append(_inserted("heading", heading, made, before, {"text": text, "level": 3}))
            before = heading
        self.call("POST", f"/api/sites/{found['id']}/operations", {"operations": operations})

    def drag(self, site: str, words: str, spot: Spot) -> None:
        """Not by API."""
        _no_hands(site, words, spot)

    def throw(self, site: str, words: str, spot: Spot) -> None:
        """Not by API."""
        _no_hands(site, words, spot)

    def drag_new_heading(self, site: str, spot: Spot) -> None:
        """Not by API."""
        _no_hands(site, spot)

    def shift(self, site: str, words: str, places: int, hand: str) -> None:
        """Not by API."""
        _no_hands(site, words, places, hand)

    def rewrite(self, site: str, words: str, other: str, hand: str) -> None:
        """Not by API."""
        _no_hands(site, words, other, hand)

    def copy_over(self, site: str, words: str, other: str) -> None:
        """Not by API."""
        _no_hands(site, words, other)


def _new() -> str:
    return f"c-{secrets.token_hex(8)}"


def _inserted(
    kind: str, identifier: str, parent: str, after: str | None, properties: dict[str, object]
) -> dict[str, object]:
    place = {"parent": parent, "after": after}
    return {"kind": "insert", "id": identifier, "type": kind, **place, "properties": properties}


def _no_hands(*asked: object) -> NoReturn:
    raise NotImplementedError(f"there are no hands by API {asked}: tag the scenario @browser")
