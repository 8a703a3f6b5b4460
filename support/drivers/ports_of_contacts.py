"""How contacts are found again, and come from files; ports like those of `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from support.records_of_files import FileTold
    from support.records_of_workflows import JobTold


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


class Importing(Protocol):
    """Contacts that come from files and go into files; a file is known by its name."""

    def try_out(self, file: str, content: bytes) -> None:
        """Bring a file and see what importing it would do; refused where it is none of contacts."""

    def told(self, file: str) -> FileTold:
        """Return what importing a file would do, or has done."""

    def begin(self, file: str) -> None:
        """Have a file that was tried out imported, in the background; refused where that was said before."""

    def stands(self, file: str) -> JobTold:
        """Return how the importing of a file stands."""

    def cancel(self, file: str) -> None:
        """Have no more of it imported; refused where that has ended."""

    def to_mend(self, file: str) -> bytes:
        """Return the file of what was refused."""

    def export(self) -> bytes:
        """Return all contacts as a file."""
