"""Where platforms come from that one scenario has for itself: while more will be asked for, one waits."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from support.target.embedded import Embedded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# A database that was given from outside has one platform on it already: each brings its own along.
_ITS_OWN = {"DATABASE_URL": ""}


class Spare:
    """The platform that is taken next; none waits that nobody is expected to take: most runs need none."""

    def __init__(self, faults: Sequence[str] = (), given: Mapping[str, str] | None = None) -> None:
        self._faults, self._given = tuple(faults), {**(given or {}), **_ITS_OWN}
        self._lock = threading.Lock()
        self._next: Embedded | None = None
        self._expected = 0

    def expect(self, count: int) -> None:
        """Let a platform wait, ready but for its parts, while so many will be asked for; returns at once."""
        with self._lock:
            self._expected = count
            if count:
                self._next = self._next or self._waiting()

    def take(self) -> Embedded:
        """Return a platform that answers and that nobody else will be given.

        Raises:
            PlatformDidNotStart: it did not.
        """
        with self._lock:
            taken, self._next = self._next or self._waiting(), None
        taken.start()
        self.expect(max(self._expected - 1, 0))
        return taken

    def end(self) -> None:
        """End the platform that waits, if one does."""
        with self._lock:
            left, self._next = self._next, None
        if left:
            left.stop()

    def _waiting(self) -> Embedded:
        return Embedded(self._faults, self._given, waiting=True)
