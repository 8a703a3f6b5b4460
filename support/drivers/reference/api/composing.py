"""What a page is made of, by API: components are found by their words and asked for by their ids."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

from support.drivers.reference.api.building import ApiBuilding, everything_on
from support.drivers.reference.inserting import end_of, inserted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORDS = ("text", "label", "title", "alternative")
_SEEN = "seen "
# what a scenario calls things, and what they are called here
_NAMES = {"answer": "answer", "author": "author", "words": "text", "title": "title", "address": "address"}
_PICTURE = "/bread.jpg"


class ApiComposing(ApiBuilding):
    """What a page is made of, one by one."""

    def put(self, site: str, kind: str, words: Mapping[str, str]) -> None:
        """Insert a component at the end of the last section; questions are held by something."""
        found = self.site(site)
        operations: list[dict[str, Any]] = []
        parent, after = end_of(self.page(found))
        if kind == "question":
            operations.append(inserted("faq", parent, after, {}))
            parent, after = operations[-1]["id"], None
        said = {_NAMES[name]: value for name, value in words.items()}
        if kind == "image":
            said = {"alternative": words["words"], "address": _PICTURE}
        operations.append(inserted(kind.replace(" ", "_"), parent, after, said))
        if kind == "columns":
            operations += [inserted("column", operations[0]["id"], None, {}) for _ in range(2)]
        self._operate(site, *operations)

    def ask(self, site: str, label: str, options: Sequence[str]) -> None:
        """Insert a field at the end of the page's first form."""
        form = next(one for one in everything_on(self._seen(site)) if one["type"] == "form")
        sort = {"kind": "choice", "options": list(options)} if options else {"kind": "consent"}
        said = {"name": "asked_for", "label": label, "required": False, **sort}
        self._operate(site, inserted("field", form["id"], form["children"][-1]["id"], said))

    def see(self, site: str) -> None:
        """Keep the tree as it is now."""
        self.seat.kept[_SEEN + site] = json.dumps(self.page(self.site(site)))

    def write(self, site: str, words: str, other: str) -> None:
        """Set the words of a component."""
        component = self.named(site, words)
        name = next(name for name in _WORDS if name in component["properties"])
        self._operate(site, {"kind": "set", "id": component["id"], "properties": {name: other}})

    def lead(self, site: str, words: str, address: str) -> None:
        """Set the address of a component."""
        identifier = self.named(site, words)["id"]
        self._operate(site, {"kind": "set", "id": identifier, "properties": {"address": address}})

    def place(self, site: str, words: str, mark: str) -> None:
        """Move a component."""
        parent = next(
            one for one in everything_on(self._seen(site)) if self.named(site, mark) in one["children"]
        )
        place = {"parent": parent["id"], "after": self.named(site, mark)["id"]}
        self._operate(site, {"kind": "move", "id": self.named(site, words)["id"], **place})

    def duplicate(self, site: str, words: str) -> None:
        """Ask for a copy."""
        path = f"/api/sites/{self.site(site)['id']}/components/{self.named(site, words)['id']}/copies"
        self.call("POST", path)

    def remove(self, site: str, words: str) -> None:
        """Remove a component."""
        self._operate(site, {"kind": "remove", "id": self.named(site, words)["id"]})

    def named(self, site: str, words: str) -> dict[str, Any]:
        """Return the first component that says exactly this; LookupError when none does."""
        for component in everything_on(self._seen(site)):
            if words in {component["properties"].get(name) for name in _WORDS}:
                return component
        message = f"nothing on {site} says {words!r}"
        raise LookupError(message)

    def _seen(self, site: str) -> dict[str, Any]:
        kept = self.seat.kept.get(_SEEN + site)
        page: dict[str, Any] = json.loads(kept) if kept else self.page(self.site(site))
        return page

    def _operate(self, site: str, *operations: dict[str, Any]) -> None:
        self.call("POST", f"/api/sites/{self.site(site)['id']}/operations", {"operations": list(operations)})


class ApiUndoing(ApiBuilding):
    """Taking back what one did."""

    def undo(self, site: str) -> None:
        """Ask for it."""
        self.call("POST", f"/api/sites/{self.site(site)['id']}/undo")

    def undo_before(self, site: str) -> None:
        """Not by API: a builder remembers what it was told."""
        raise NotImplementedError(f"going on to undo {site} is offered on a screen: tag it @browser")

    def redo(self, site: str) -> None:
        """Ask for it."""
        self.call("POST", f"/api/sites/{self.site(site)['id']}/redo")


class ApiGuarding(ApiBuilding):
    """Programs run in browsers only."""

    def ran_in_builder(self, site: str) -> bool:
        """Not by API."""
        _nothing_runs(site)

    def ran_live(self, site: str) -> bool:
        """Not by API."""
        _nothing_runs(site)


def _nothing_runs(site: str) -> NoReturn:
    raise NotImplementedError(f"nothing of {site} runs by API: tag the scenario @browser")
