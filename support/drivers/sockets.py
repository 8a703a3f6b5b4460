"""A line to a platform that speaks by itself (a WebSocket): what was said, and why it ended."""

from __future__ import annotations

import json
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_OPENS_WITHIN, _CLOSES_WITHIN = 10.0, 2.0  # s


class Socket:
    """A line that is listened to from the first moment on; `heard` is given each message as it comes."""

    def __init__(self, address: str, headers: Mapping[str, str], heard: Callable[[str], None]) -> None:
        self._held = ExitStack()
        opened = connect(
            address,
            additional_headers=dict(headers),
            open_timeout=_OPENS_WITHIN,
            close_timeout=_CLOSES_WITHIN,
            proxy=None,
        )
        self._line = self._held.enter_context(opened)
        self._heard = heard
        self._said: list[dict[str, Any]] = []
        self._ended: str | None = None
        self._failed: BaseException | None = None
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def said(self) -> list[dict[str, Any]]:
        """Return the messages until now, the oldest first; raises what went wrong while listening."""
        if self._failed is not None:
            raise self._failed
        return list(self._said)

    def ended(self) -> str | None:
        """Return the reason that was told as the other side ended the line; None while it is open."""
        return self._ended

    def say(self, text: str) -> None:
        """Say something; a line that has ended takes nothing, and `ended` tells why."""
        try:
            self._line.send(text)
        except ConnectionClosed:
            self._listener.join(_CLOSES_WITHIN)

    def close(self) -> None:
        """Hang up."""
        self._held.close()
        self._listener.join(_CLOSES_WITHIN)

    def _listen(self) -> None:
        try:
            for text in self._line:
                self._heard(str(text))
                self._said.append(json.loads(text))
        except ConnectionClosed as closed:
            self._ended = closed.rcvd.reason if closed.rcvd else ""
        except Exception as failed:  # noqa: BLE001 - whatever it is, whoever asks next is told
            self._failed = failed
        else:
            self._ended = self._line.close_reason or ""
