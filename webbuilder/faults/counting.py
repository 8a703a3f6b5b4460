"""How often each fault fired, counted in memory that all parts share, crashes included."""

from __future__ import annotations

import fcntl
import mmap
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

_CELL = 8  # bytes


class Counts(Mapping[str, int]):
    """A counter for each id, made before the parts are forked.

    A part may die at any moment: the lock between parts is one that the kernel lets go of with its process.
    """

    def __init__(self, ids: Sequence[str]) -> None:
        """Make a counter for each id, all at zero."""
        self._places = {each: place * _CELL for place, each in enumerate(dict.fromkeys(ids))}
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it is the memory: open as long as there are parts
        self._file.truncate(max(1, len(self._places)) * _CELL)
        self._memory = mmap.mmap(self._file.fileno(), 0)
        self._threads = threading.Lock()

    def __getitem__(self, key: str) -> int:
        place = self._places[key]
        return int.from_bytes(self._memory[place : place + _CELL], "little")

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def firing(self, identifier: str) -> Firing:
        """Return what counts one fault."""
        return Firing(self, identifier)

    def add(self, key: str, at_most: int | None = None) -> bool:
        """Count once more, unless that would be more than `at_most`; return whether it was counted."""
        with self._alone():
            now, place = self[key] + 1, self._places[key]
            if at_most is not None and now > at_most:
                return False
            self._memory[place : place + _CELL] = now.to_bytes(_CELL, "little")
            return True

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._threads:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)


@dataclass(frozen=True, slots=True)
class Firing:
    """Counts one fault, from whichever part."""

    counts: Counts
    id: str

    def count(self) -> None:
        """Count that the fault fired."""
        self.counts.add(self.id)

    def is_first(self) -> bool:
        """Count that it fired, unless it did before, in any part; return whether this was the first time."""
        return self.counts.add(self.id, at_most=1)
