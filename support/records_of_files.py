"""What drivers return of files of contacts; records like those of `records.py`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowRefused:
    """A row that is not imported: the line at which it begins, and why, in words."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class FileTold:
    """What importing a file would do, or has done, in numbers of rows, and what of it is refused."""

    new: int
    changed: int
    same: int
    refused: tuple[RowRefused, ...] = ()

    @property
    def brings(self) -> str:
        """How many rows do what, in words; what none does is left out."""
        counts = ("new", self.new), ("changed", self.changed), ("same", self.same)
        return ", ".join(f"{many} {what}" for what, many in (*counts, ("refused", len(self.refused))) if many)
