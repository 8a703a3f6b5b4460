"""Small servers on loopback that a test fills with answers; each ends with its `with`."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it arrived; header names in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered: a text, or bytes as they are."""

    status: int = 200
    text: str | bytes = ""
    headers: dict[str, str] = field(default_factory=dict)


@contextmanager
def http_server(answer: Callable[[Asked], Reply]) -> Iterator[str]:
    """Serve HTTP; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.0"
        timeout: ClassVar[float] = 5.0

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = answer(Asked(self.command, self.path, headers, body))
            content = reply.text.encode() if isinstance(reply.text, str) else reply.text
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(content)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = _answer  # noqa: N815 - http.server calls them by these names

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def echo_server() -> Iterator[str]:
    """Answer every piece with `heard <piece>`; gives the address."""

    def talk(caller: socket.socket) -> None:
        with caller:
            while piece := caller.recv(1024):
                caller.sendall(b"heard " + piece)

    def accept(listener: socket.socket) -> None:
        while True:
            try:
                caller, _ = listener.accept()
            except OSError:
                return  # the listener was shut: that is how it ends
            threading.Thread(target=talk, args=(caller,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=accept, args=(listener,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


def closed_port() -> int:
    """A port of 127.0.0.1 on which nobody listens right now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
