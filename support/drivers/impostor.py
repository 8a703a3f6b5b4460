"""A copywriter that behaves as none should: a server on loopback that takes the place of the real one.

It speaks as the real one does (OpenAI's API, streamed); what it says is as strange as it was told to be.
"""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from support.drivers.loopback import Loopback

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_LINK = "https://offers.evil.example/rye"
_SCRIPT = "<script>alert('rye')</script>"
_LONG = "rye " * 5000
_ELSEWHERE = "/elsewhere"
_DROP = 0.2  # s between two pieces of an answer that never ends
_REFUSED: Mapping[str, tuple[int, Mapping[str, str]]] = {
    "refuses its key": (401, {}),
    "is over its limit": (429, {"Retry-After": "30"}),
    "sends one elsewhere": (307, {"Location": _ELSEWHERE}),
    "fails": (500, {}),
}


def _reply(component: str, words: Mapping[str, str]) -> str:
    return json.dumps({"changes": [{"component": component, "set": words}], "reason": "Because."})


def _to_each(task: Mapping[str, Any], said: str, reason: str = "Because.") -> str:
    may_change: Mapping[str, Sequence[str]] = task["schema"]
    changes = [{"component": one, "set": dict.fromkeys(names, said)} for one, names in may_change.items()]
    return json.dumps({"changes": changes, "reason": reason})


def _for_another(_task: Mapping[str, Any]) -> str:
    return _reply("c_elsewhere", {"text": "Rye"})


def _another_property(task: Mapping[str, Any]) -> str:
    return _reply(next(iter(task["schema"])), {"address": _LINK})


def _obeyed(task: Mapping[str, Any]) -> str:
    """Do what a text of the page asks for: put what it says into the last component."""
    texts = [str(one["properties"].get("text", "")) for one in (task["component"], *task["children"])]
    named = next((text.partition("write ")[2] for text in texts if "write " in text), "nothing was asked for")
    return _reply(list(task["schema"])[-1], {"text": named})


_ANSWERS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "talks about something else": lambda task: f"Certainly! {task['brief']['business']} is a lovely name.",
    "answers half of it": lambda task: _to_each(task, "Rye")[:-20],
    "writes for another component": _for_another,
    "changes what it was not asked about": _another_property,
    "brings a script": lambda task: _to_each(task, f"Rye {_SCRIPT}"),
    "brings a link": lambda task: _to_each(task, f"Rye at {_LINK}"),
    "explains itself with a link": lambda task: _to_each(task, "Rye", f"Your plan ran out: {_LINK}"),
    "brings a link in brackets": lambda task: _to_each(task, f"Rye, order [here]({_LINK})"),
    "brings an address for mail": lambda task: _to_each(task, "Write to rye@evil.example"),
    "praises what is cheap": lambda task: _to_each(task, "Rye, and cheap at that"),
    "writes far too much": lambda task: _to_each(task, _LONG),
    "says nothing": lambda task: _to_each(task, "  "),
    "obeys what it reads": _obeyed,
    "pauses in the middle": lambda task: _to_each(task, "Rye, and more of it"),
    "talks of rye": lambda task: _to_each(task, "Rye"),
    "knows no schemas": lambda task: _to_each(task, "Rye, from Maya's Sourdough"),
    "breaks off": lambda task: _to_each(task, "Rye"),
    "never comes to an end": lambda task: _to_each(task, "Rye"),
}
WAYS = frozenset({*_REFUSED, *_ANSWERS})


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.way, self.left = "fails", 0
        self.over = threading.Event()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - as socketserver has it
        """Know that a caller has hung up: that is what one does whom this bores."""
        self.left += 1


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer a question in the way that was asked for."""
        asked = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))))
        way = self.server.way if self.path != _ELSEWHERE else "talks of rye"
        if way in _REFUSED:
            self._refuse(*_REFUSED[way])
            return
        if way == "knows no schemas" and asked["response_format"]["type"] == "json_schema":
            self._refuse(400, {})
            return
        task = json.loads(asked["messages"][-1]["content"])
        self._begin()
        answer = _ANSWERS[way](task)
        half = len(answer) // 2
        self._piece({"choices": [{"index": 0, "delta": {"role": "assistant", "content": answer[:half]}}]})
        while way == "pauses in the middle" == self.server.way and not self.server.over.wait(_DROP):
            self._chunk(": still here\n\n")
        while way == "never comes to an end" and not self.server.over.wait(_DROP):
            self._piece({"choices": [{"index": 0, "delta": {"content": " "}}]})
        if way in {"breaks off", "never comes to an end"}:
            self.close_connection = True
            return
        self._piece({"choices": [{"index": 0, "delta": {"content": answer[half:]}}]})
        self._piece({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        self._chunk("data: [DONE]\n\n")
        self._chunk("")

    def _refuse(self, status: int, headers: Mapping[str, str]) -> None:
        error = {"message": "no", "type": "invalid_request_error", "code": None}
        body = json.dumps({"error": error}).encode()
        self.send_response(status)
        for name, words in headers.items():
            self.send_header(name, words)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _begin(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()

    def _piece(self, said: Mapping[str, Any]) -> None:
        head = {"id": "chatcmpl-0", "object": "chat.completion.chunk", "created": 0, "model": "impostor"}
        self._chunk(f"data: {json.dumps({**head, **said})}\n\n")

    def _chunk(self, text: str) -> None:
        body = text.encode()
        self.wfile.write(f"{len(body):x}\r\n".encode() + body + b"\r\n")
        self.wfile.flush()

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - as http.server has it
        """Say nothing."""


class Impostor(Loopback):
    """The server, and how it behaves."""

    def __init__(self) -> None:
        self._server = _Server()
        super().__init__(self._server)

    def behave(self, way: str) -> None:
        """Answer so from now on; LookupError for a way that nobody has thought of."""
        if way not in WAYS:
            message = f"no copywriter {way!r} here; one {', or '.join(sorted(WAYS))}"
            raise LookupError(message)
        self._server.way = way

    def left(self) -> int:
        """Return how many have hung up in the middle of an answer."""
        return self._server.left

    def close(self) -> None:
        """End it; whoever still waits for an answer gets none."""
        self._server.over.set()
        super().close()
