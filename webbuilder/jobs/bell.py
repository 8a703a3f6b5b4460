"""What wakes a worker: an event that was committed, a place that came free, or a signal."""

from __future__ import annotations

import os
import select
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psycopg import Connection


class Bell:
    """A bell that any thread rings, and that is heard beside what the database says."""

    def __init__(self) -> None:
        """Hang it up; rung before anybody waits, it is heard by who comes next."""
        self._heard, self._rung = os.pipe()
        os.set_blocking(self._heard, False)
        os.set_blocking(self._rung, False)

    def ring(self) -> None:
        """Wake whoever waits."""
        try:
            os.write(self._rung, b"1")
        except BlockingIOError:
            return  # it has been rung so often that nobody can miss it

    def wait(self, line: Connection, limit: float) -> None:
        """Wait until it is rung or the database says something, for so many seconds at most."""
        readable, _, _ = select.select([line.fileno(), self._heard], [], [], limit)
        if self._heard in readable:
            os.read(self._heard, 4096)


def listened(line: Connection) -> None:
    """Take note of all that the database has said, so that only what it says later wakes anybody."""
    for _ in line.notifies(timeout=0):
        pass
