"""An HTTP server that says when it answers; small parts share it."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from webbuilder.parts.sockets import QUEUE


class Answering(uvicorn.Server):
    """A server on sockets that are bound already; `ready` is called once it answers there."""

    def __init__(self, app: ASGIApp, ready: Callable[[], None]) -> None:
        """Serve quietly: only warnings are logged."""
        super().__init__(
            uvicorn.Config(
                app,
                lifespan="off",
                log_level="warning",
                access_log=False,
                timeout_graceful_shutdown=1,
                # Longer than people think between two edits: a line closed just as the next comes loses it.
                timeout_keep_alive=75,
                # One at a time, so that processes which share a socket share those who come.
                backlog=1,
            )
        )
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen, then say so."""
        await super().startup(sockets=sockets)
        for listener in sockets or ():
            listener.listen(QUEUE)  # as many may wait as before: how many are taken at once is another thing
        self._ready()
