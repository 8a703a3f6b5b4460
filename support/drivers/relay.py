"""The one way in which a network is broken here: a relay on loopback between two parts."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE = 65536
_PORTION_S = 0.05  # seconds that one portion takes on a slow line
_ANSWER = b"HTTP/"  # how an answer begins (RFC 9112 §4)
Mode = Literal["open", "cut", "stalled"]


class Relay:
    """Listens on a free port of 127.0.0.1 and leads to an address.

    It is open, cut (nobody is reached), stalled (nothing passes), or holds answers (only questions pass).
    What passes may be delayed, or pass no faster than a line would let it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open = threading.Event()
        self._open.set()
        self._answers = threading.Event()
        self._answers.set()
        self._heard = bytearray()
        self._held = self._calls = 0
        self._mode: Mode = "open"
        self._target: tuple[str, int] | None = None
        self._connections: set[socket.socket] = set()
        self._callers: set[socket.socket] = set()
        self._reset: set[socket.socket] = set()
        self._closed = threading.Event()
        self._delay_s, self._bytes_a_second = 0.0, 0.0
        self._listener = self._listen(0)
        self.port: int = self._listener.getsockname()[1]

    @property
    def address(self) -> str:
        """Where the relay is reached, as HTTP."""
        return f"http://127.0.0.1:{self.port}"

    def lead_to(self, address: str) -> None:
        """Name the address that connections are led to."""
        parts = urlsplit(address)
        self._target = (parts.hostname or "127.0.0.1", parts.port or 80)

    @property
    def leads_to(self) -> str:
        """The address that connections are led to; empty before one was named."""
        return "http://{}:{}".format(*self._target) if self._target else ""

    def cut(self) -> None:
        """Refuse new connections and end those that there are."""
        with self._lock:
            self._mode = "cut"
            _shut(self._listener)
            self._end_connections()

    def stall(self) -> None:
        """Take connections and bytes, and pass nothing on."""
        with self._lock:
            self._mode, self._calls = "stalled", 0
            self._open.clear()
            self._end_connections()

    def delay(self, seconds: float) -> None:
        """Let each piece of what is said, either way, arrive so much later."""
        self._delay_s = seconds

    def slow_down(self, bytes_a_second: float) -> None:
        """Let bytes pass no faster than this, either way."""
        self._bytes_a_second = bytes_a_second

    def reset(self) -> None:
        """End the connections that there are as a machine does that knows nothing of them (RST, RFC 9293)."""
        with self._lock:
            self._reset |= self._callers
            for caller in self._callers:
                with contextlib.suppress(OSError):  # it may be shut already
                    caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    caller.shutdown(socket.SHUT_RD)  # whoever listens to it wakes up, and closes it

    def half_close(self) -> None:
        """Tell callers that nothing more comes (FIN), and let what they still say through."""
        with self._lock:
            for caller in self._callers:
                with contextlib.suppress(OSError):  # it may be shut already
                    caller.shutdown(socket.SHUT_WR)

    def hold_answers(self) -> None:
        """Let questions through and keep the answers until they are released; no question is lost.

        Somebody who hangs up meanwhile is still answered, as by a platform that had begun to work.
        """
        self._answers.clear()
        with self._lock:
            self._held = 0

    def release_answers(self) -> None:
        """Let answers through again."""
        self._answers.set()

    def heard(self, words: bytes) -> int:
        """Return how often `words` went through as part of a question."""
        with self._lock:
            return self._heard.count(words)

    def calls(self) -> int:
        """Return how many have called since the relay was stalled."""
        with self._lock:
            return self._calls

    def held(self) -> int:
        """Return how many answers have been kept since they are held."""
        with self._lock:
            return self._held

    def mend(self) -> None:
        """Let everything through again; connections from before stay broken."""
        self.release_answers()
        self._delay_s = self._bytes_a_second = 0.0
        with self._lock:
            if self._mode == "cut":
                self._listener = self._listen(self.port)
            self._mode = "open"
            self._end_connections()
            self._open.set()

    def close(self) -> None:
        """End the relay."""
        self._closed.set()
        with self._lock:
            self._mode = "cut"
            _shut(self._listener)
            self._end_connections()
            self._open.set()
            self._answers.set()

    def _listen(self, port: int) -> socket.socket:
        listener = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
        return listener

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                caller, _ = listener.accept()
            except OSError:
                return  # the listener was closed: that is how it ends
            threading.Thread(target=self._carry, args=(caller,), daemon=True).start()

    def _carry(self, caller: socket.socket) -> None:
        with self._lock:
            self._connections.add(caller)
            self._callers.add(caller)
            self._calls += 1
        self._open.wait()
        if self._mode != "open" or self._target is None:
            _shut(caller)
            return
        try:
            answerer = socket.create_connection(self._target)
        except OSError:
            _shut(caller)
            return
        with self._lock:
            self._connections.add(answerer)
        ways = ((caller, answerer, self._listen_in), (answerer, caller, self._wait_for_release))
        for way in ways:
            threading.Thread(target=self._pump, args=way, daemon=True).start()

    def _listen_in(self, piece: bytes) -> None:
        with self._lock:
            self._heard += piece

    def _wait_for_release(self, piece: bytes) -> None:
        if not self._answers.is_set() and piece.startswith(_ANSWER):
            with self._lock:
                self._held += 1
        self._answers.wait()

    def _pump(self, source: socket.socket, sink: socket.socket, before: Callable[[bytes], None]) -> None:
        with contextlib.suppress(OSError):  # either end may go at any time: then both go
            while piece := source.recv(_PIECE):
                self._open.wait()
                before(piece)
                self._pass(piece, sink)
        self._answers.wait()
        for end in (source, sink):
            if end in self._reset:
                end.close()  # nothing is said before, so it is an error to whoever listens
            else:
                _shut(end)
        with self._lock:
            self._connections -= {source, sink}
            self._callers -= {source, sink}
            self._reset -= {source, sink}

    def _pass(self, piece: bytes, sink: socket.socket) -> None:
        """Hand on a piece, late where it is delayed, in portions where the line is slow."""
        self._closed.wait(self._delay_s)
        portion = max(1, int(self._bytes_a_second * _PORTION_S)) if self._bytes_a_second else len(piece)
        for start in range(0, len(piece), portion):
            part = piece[start : start + portion]
            sink.sendall(part)
            self._closed.wait(len(part) / self._bytes_a_second if self._bytes_a_second else 0.0)

    def _end_connections(self) -> None:
        for connection in self._connections:
            _shut(connection)
        self._connections.clear()
        self._callers.clear()


def _shut(end: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it may be shut already
        end.shutdown(socket.SHUT_RDWR)
    end.close()
