"""Segments by API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from support.drivers.reference.asking import Api
from support.drivers.reference.condition_sayings import as_programs_have

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SEGMENTS, _A_PART, _SEEN = "/api/segments", 20, "version seen of "


class ApiSegmenting(Api):
    """Filters of contacts that have a name."""

    def make(self, segment: str, match: str, conditions: Sequence[tuple[str, ...]]) -> None:
        """Ask for a segment."""
        wanted = {"name": segment, "match": match, "conditions": as_programs_have(conditions)}
        self.call("POST", _SEGMENTS, wanted)

    def path(self, segment: str) -> str:
        """Return where a segment is."""
        there = self.call("GET", _SEGMENTS)["items"]
        for one in there:
            if one["segment"]["name"] == segment:
                return f"{_SEGMENTS}/{one['segment']['id']}"
        names = ", ".join(one["segment"]["name"] for one in there) or "none"
        raise LookupError(f"there is no segment {segment!r}; there are: {names}")

    def see(self, segment: str) -> None:
        """Read it, and keep its version."""
        path = self.path(segment)
        self.seat.kept[_SEEN + path] = self.version(path)

    def ask(self, segment: str, match: str, conditions: Sequence[tuple[str, ...]]) -> None:
        """Store it with other conditions."""
        self._change(segment, match=match, conditions=as_programs_have(conditions))

    def name(self, segment: str, name: str) -> None:
        """Store it under another name."""
        self._change(segment, name=name)

    def remove(self, segment: str) -> None:
        """Delete it as it was read."""
        path = self.path(segment)
        self.call("DELETE", path, headers={"If-Match": self.version(path)})

    def members(self, segment: str) -> Sequence[str]:
        """Read its members to the end."""
        return list(self._all(f"{self.path(segment)}/members?limit={_A_PART}"))

    def sizes(self) -> Mapping[str, int]:
        """Return what the list of segments says."""
        return {one["segment"]["name"]: one["size"] for one in self.call("GET", _SEGMENTS)["items"]}

    def read_on(self, words: str) -> Sequence[str]:
        """Read what is found to the end."""
        return list(self._all(f"/api/contacts?limit={_A_PART}&search={quote(words)}"))

    def _all(self, path: str) -> Iterator[str]:
        part: dict[str, Any] = self.call("GET", path)
        yield from (one["email"] for one in part["items"])
        while part["next_cursor"]:
            part = self.call("GET", f"{path}&cursor={quote(part['next_cursor'])}")
            yield from (one["email"] for one in part["items"])

    def _change(self, segment: str, **said: Any) -> None:
        path = self.path(segment)
        stored = self.call("GET", path)
        wanted = {name: stored[name] for name in ("name", "match", "conditions")}
        seen = self.seat.kept.get(_SEEN + path) or self.version(path)
        self.call("PUT", path, {**wanted, **said}, headers={"If-Match": seen})
