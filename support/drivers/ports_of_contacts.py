"""What can be asked about contacts by the way they are found again; ports like those of `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Segmenting(Protocol):
    """Filters of contacts that have a name; a condition is what it asks, which one, and what that says."""

    def make(self, segment: str, match: str, conditions: Sequence[tuple[str, ...]]) -> None:
        """Give a filter a name: of its conditions `all` hold, or `any`."""

    def see(self, segment: str) -> None:
        """Look at a segment; what is changed from then on is changed of what was seen."""

    def ask(self, segment: str, match: str, conditions: Sequence[tuple[str, ...]]) -> None:
        """Let a segment ask for other things than it did."""

    def name(self, segment: str, name: str) -> None:
        """Give a segment another name."""

    def remove(self, segment: str) -> None:
        """Take a segment away."""

    def members(self, segment: str) -> Sequence[str]:
        """Return the addresses of those who fit a segment by now, read to the end."""

    def sizes(self) -> Mapping[str, int]:
        """Return of each segment how many fit it by now."""

    def read_on(self, words: str) -> Sequence[str]:
        """Return the addresses of all contacts whose name or address holds the words, part by part."""
