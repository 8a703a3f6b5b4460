"""A server of the specifications: on loopback, in a thread of its own, until it is closed."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socketserver import TCPServer

_LOOK = 0.05  # s between two looks at whether it is to end
_PATIENCE = 10.0  # s until a server that was ended must be gone


class Loopback:
    """A server that listens until it is closed."""

    def __init__(self, server: TCPServer) -> None:
        self._listening = server
        self._thread = threading.Thread(target=server.serve_forever, args=(_LOOK,), daemon=True)
        self._thread.start()

    @property
    def place(self) -> str:
        """Its host and port."""
        return f"127.0.0.1:{self._listening.server_address[1]}"

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://{self.place}"

    def close(self) -> None:
        """End it."""
        self._listening.shutdown()
        self._listening.server_close()
        self._thread.join(_PATIENCE)


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
