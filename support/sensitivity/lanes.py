"""The other end of a lane: asks its process, and ends it when it takes too long."""

from __future__ import annotations

from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from support.sensitivity.lane import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from support.case import Channel

    Serve = Callable[[Connection, Channel | None], None]

LIMIT = 90.0  # s that one scenario may take: longer than the longest deadline of a sentence, 60 s


class LaneLost(Exception):
    """The lane's process ended, or was ended at its limit; the message says which."""


class LaneHandle:
    """A lane that can be asked; after it was lost it has a new process."""

    def __init__(self, channel: Channel | None, limit: float = LIMIT, serve: Serve = serve) -> None:
        self._channel, self.limit, self._serve = channel, limit, serve
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=self._serve, args=(theirs, self._channel), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, verb: str, *words: object) -> Any:
        """Return what the lane answers.

        Raises:
            LaneLost: it did not answer within the limit, or its process ended.
        """
        try:
            self._connection.send((verb, words))
            if self._connection.poll(self.limit):
                return self._connection.recv()
            why = f"it did not end by itself, and was ended at its limit of {self.limit:g} s"
        except (EOFError, OSError) as error:
            why = f"its process ended ({type(error).__name__})"
        self._process.kill()
        self._process.join()
        self._connection.close()
        self._start()
        raise LaneLost(why)

    def close(self) -> None:
        """End the lane's process, and with it its platform and browser."""
        self._connection.close()
        self._process.join(self.limit)
        if self._process.is_alive():
            self._process.kill()
