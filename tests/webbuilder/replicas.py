"""Clients that know a site's pages by operations alone, and nothing of how the server keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

Logged = dict[str, Any]


@dataclass
class Replica:
    """Pages as one client has them: what stands in what, in which order, and what each thing says.

    The pages stand in None.
    """

    revision: int = 0
    children: dict[str | None, list[str]] = field(default_factory=lambda: {None: []})
    says: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)

    def catch_up(self, log: Sequence[Logged]) -> None:
        """Take in, in order, what was logged after this client's revision."""
        for operation in log:
            assert operation["revision"] == self.revision + 1, "the log has a gap"
            self.revision = operation["revision"]
            getattr(self, f"_{operation['kind']}")(operation)

    def _insert(self, one: Logged) -> None:
        assert one["id"] not in self.children, "an id was given twice"
        self.children[one["id"]] = []
        self.says[one["id"]] = (one["type"], dict(one["properties"]))
        self._put(one)

    def _move(self, one: Logged) -> None:
        self._take_out(one["id"])
        self._put(one)

    def _set(self, one: Logged) -> None:
        self.says[one["id"]][1].update(one["properties"])

    def _remove(self, one: Logged) -> None:
        gone = list(self.below(one["id"]))
        self._take_out(one["id"])
        for each in gone:
            del self.children[each], self.says[each]

    def _put(self, one: Logged) -> None:
        siblings = self.children[one["parent"]]
        siblings.insert(siblings.index(one["after"]) + 1 if one["after"] else 0, one["id"])

    def _take_out(self, identifier: str) -> None:
        next(siblings for siblings in self.children.values() if identifier in siblings).remove(identifier)

    def below(self, identifier: str) -> Iterator[str]:
        """Go through something and everything in it."""
        yield identifier
        for child in self.children[identifier]:
            yield from self.below(child)
