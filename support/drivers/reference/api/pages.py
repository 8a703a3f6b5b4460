"""The pages of a site, by API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.drivers.reference.api.building import ApiBuilding, headlines_on
from support.drivers.reference.inserting import end_of, form_at

if TYPE_CHECKING:
    from collections.abc import Sequence


class ApiPages(ApiBuilding):
    """The pages of a site."""

    def add(self, site: str, page: str) -> None:
        """Ask for a page by its title, and remember its path."""
        self.call("POST", f"{self._path(site)}/pages", {"title": page})
        self._line(site, page)

    def write_headline(self, site: str, page: str, words: str) -> None:
        """Set the words of a page's heading of level 1."""
        headline = self._headline(site, page)
        self._operate(site, {"kind": "set", "id": headline["id"], "properties": {"text": words}})

    def add_form(self, site: str, page: str) -> None:
        """Insert a form with its fields at the end of a page's last section."""
        self._operate(site, *form_at(*end_of(self._tree(site, page))))

    def take_address_of(self, other: str, site: str, page: str) -> None:
        """Set the path of a page to that of another."""
        said = {"path": self._line(site, other)["path"]}
        self._operate(site, {"kind": "set", "id": self._line(site, page)["id"], "properties": said})

    def put_before(self, site: str, page: str, other: str) -> None:
        """Move a page behind the one before the other."""
        order = [line["id"] for line in self._lines(site)]
        place = order.index(self._line(site, other)["id"])
        after = order[place - 1] if place else None
        moved = self._line(site, page)["id"]
        self._operate(site, {"kind": "move", "id": moved, "parent": None, "after": after})

    def remove(self, site: str, page: str) -> None:
        """Remove a page."""
        self._operate(site, {"kind": "remove", "id": self._line(site, page)["id"]})

    def titles(self, site: str) -> Sequence[str]:
        """Return the titles in order."""
        return [str(line["title"]) for line in self._lines(site)]

    def headline(self, site: str, page: str) -> str:
        """Return the words of a page's heading of level 1."""
        return str(self._headline(site, page)["properties"]["text"])

    def _headline(self, site: str, page: str) -> dict[str, Any]:
        return next(headlines_on(self._tree(site, page)))

    def _tree(self, site: str, page: str) -> dict[str, Any]:
        wanted = f"{self._path(site)}/components?page={self._line(site, page)['id']}"
        tree: dict[str, Any] = self.call("GET", wanted)["page"]
        return tree

    def _lines(self, site: str) -> list[dict[str, Any]]:
        lines: list[dict[str, Any]] = self.call("GET", f"{self._path(site)}/components")["pages"]
        return lines

    def id_of(self, site: str, page: str) -> str:
        """Return a page's id."""
        return str(self._line(site, page)["id"])

    def _line(self, site: str, page: str) -> dict[str, Any]:
        title = self.seat.world.real(site) if page == site else page
        for line in self._lines(site):
            if line["title"] == title:
                self.seat.world.addresses.tell_page(site, page, line["path"])
                return line
        message = f"{site} has no page {page!r}: a sentence that adds it is missing"
        raise LookupError(message)

    def _path(self, site: str) -> str:
        return f"/api/sites/{self.site(site)['id']}"

    def _operate(self, site: str, *operations: dict[str, Any]) -> None:
        self.call("POST", f"{self._path(site)}/operations", {"operations": list(operations)})
