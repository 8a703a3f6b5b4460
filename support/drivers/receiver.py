"""Where partners' messages arrive: one server on loopback, with a letterbox at each path that is opened.

Whoever opened a letterbox says how it answers (PUT), and reads what came (GET), from whatever process.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

from support.drivers.loopback import Loopback
from support.drivers.session import trust

_STATUS = {"taken": 204, "away": 500, "gone": 410, "elsewhere": 307}
_PATIENCE = 10.0  # seconds for a question about a letterbox
_LONGEST = 1024 * 1024  # bytes of a message


@dataclass(slots=True)
class _Box:
    """How a letterbox answers now, what came, and what ends the silence of those who wait for an answer."""

    how: str = "taken"
    came: list[dict[str, Any]] = field(default_factory=list)
    changed: threading.Event = field(default_factory=threading.Event)


class _Boxes(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.boxes: dict[str, _Box] = {}
        self.lock = threading.Lock()

    def change(self, path: str, how: str | None) -> None:
        """Let a letterbox answer otherwise from now on, or be closed; whoever waits there is let go."""
        with self.lock:
            before = self.boxes.pop(path, _Box())
            before.changed.set()
            if how is not None:
                self.boxes[path] = _Box(how, before.came)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a caller go who hangs up: that is what one with little patience does."""


class _Handler(BaseHTTPRequestHandler):
    server: _Boxes
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Take a message, or whatever the letterbox does with one."""
        body = self._body()
        with self.server.lock:
            box = self.server.boxes.get(self.path)
            if box:
                told = {name.lower(): value for name, value in self.headers.items()}
                box.came.append({"headers": told, "body": body.decode("utf-8", "replace"), "how": box.how})
        if box is None:
            self._say(404)
        elif box.how in _STATUS:
            self._say(_STATUS[box.how])
        else:
            box.changed.wait()
            self.close_connection = True

    def do_PUT(self) -> None:
        """Open a letterbox, or let it answer otherwise."""
        self.server.change(self.path, json.loads(self._body())["how"])
        self._say(204)

    def do_DELETE(self) -> None:
        """Close a letterbox."""
        self.server.change(self.path, None)
        self._say(204)

    def do_GET(self) -> None:
        """Say what came."""
        with self.server.lock:
            box = self.server.boxes.get(self.path, _Box())
            found = json.dumps(box.came).encode()
        self._say(200, found)

    def _body(self) -> bytes:
        return self.rfile.read(min(int(self.headers.get("content-length", 0)), _LONGEST))

    def _say(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        if status == _STATUS["elsewhere"]:
            self.send_header("location", "/elsewhere")  # nobody has opened it, so whoever follows is told
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - as http.server has it
        """Say nothing: what came is read by whoever opened the letterbox."""


class Receiver(Loopback):
    """The server with the letterboxes; its place is what a platform is told that it may send to."""

    def __init__(self) -> None:
        self._server = _Boxes()
        super().__init__(self._server)

    def close(self) -> None:
        """End it; whoever still waits for an answer gets none."""
        for path in list(self._server.boxes):
            self._server.change(path, None)
        super().close()


class Letterbox:
    """One path of a receiver, as whoever opened it sees it."""

    def __init__(self, receiver: str, name: str) -> None:
        self.address = f"{receiver}/{name}"

    def answer(self, how: str) -> None:
        """Answer so from now on: taken, away, gone, elsewhere, or else not at all."""
        self._ask("PUT", {"how": how})

    def came(self) -> list[dict[str, Any]]:
        """Return each message that came: its `headers` in lower case, `body`, and `how` it was answered."""
        found: list[dict[str, Any]] = self._ask("GET").json()
        return found

    def close(self) -> None:
        """Take nothing any more."""
        self._ask("DELETE")

    def _ask(self, method: str, body: object = None) -> httpx.Response:
        return httpx.request(
            method, self.address, json=body, timeout=_PATIENCE, trust_env=False, verify=trust()
        ).raise_for_status()
