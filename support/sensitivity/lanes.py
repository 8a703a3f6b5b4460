"""The other end of a lane: asks its process, and has a new one when that is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.remote import Remote, RemoteLost
from support.sensitivity.lane import serve

if TYPE_CHECKING:
    from support.case import Channel
    from support.remote import Serve

LIMIT = 90.0  # s that one scenario may take: longer than the longest deadline of a sentence, 60 s


class LaneHandle:
    """A lane that can be asked; after it was lost it has a new process."""

    def __init__(self, channel: Channel | None, limit: float = LIMIT, serve: Serve = serve) -> None:
        self._channel, self.limit, self._serve = channel, limit, serve
        self._process = Remote(serve, channel)

    def ask(self, verb: str, *words: object) -> Any:
        """Return what the lane answers.

        Raises:
            RemoteLost: it did not answer within the limit, or its process ended.
        """
        try:
            return self._process.ask(verb, *words, limit=self.limit)
        except RemoteLost:
            self._process = Remote(self._serve, self._channel)
            raise

    def close(self) -> None:
        """End the lane's process, and with it its platform and browser."""
        self._process.close()
