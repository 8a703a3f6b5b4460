"""A mail server that takes no mail, or hangs up on it: it takes the place of the real one (RFC 5321)."""

from __future__ import annotations

from socketserver import StreamRequestHandler, ThreadingTCPServer

from support.drivers.loopback import Loopback

HANGS_UP = "hangs up once it has the mail"  # whoever gave it cannot know that it has
BABBLES = "speaks no language of mail"
SILENT = "takes the line and says nothing"
# What is said to whoever names a recipient: 4yz is for now, 5yz for good (RFC 5321 §4.2.1).
_WAYS = {
    "is busy": b"451 4.3.2 come back later\r\n",
    "has no room": b"452 4.3.1 the disk is full\r\n",
    "knows no such mailbox": b"550 5.1.1 there is no such mailbox here\r\n",
    "refuses every mail": b"554 5.7.1 we take nothing from you\r\n",
    HANGS_UP: b"250 2.1.5 ok\r\n",
    BABBLES: b"",
    SILENT: b"",
}
_END = b".\r\n"  # how a mail ends (RFC 5321 §4.1.1.4)
_SAID = {b"RCPT": b"", b"QUIT": b"221 2.0.0 goodbye\r\n", b"DATA": b"503 5.5.1 nobody is to have it\r\n"}


class _Server(ThreadingTCPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.way, self.turned_away = "is busy", 0


class _Handler(StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        """Hold the conversation until the other side says goodbye or hangs up, or this one does."""
        if self.server.way == BABBLES:
            self.server.turned_away += 1
            self.wfile.write(b"<!doctype html><title>It works!</title>\r\n")
            return
        if self.server.way == SILENT:
            self.server.turned_away += 1
            self.rfile.read()  # until the other side hangs up
            return
        self.wfile.write(b"220 impostor ready\r\n")
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"DATA" and self.server.way == HANGS_UP:
                self._take_and_hang_up()
                return
            if verb == b"RCPT" and self.server.way != HANGS_UP:
                self.server.turned_away += 1
            self.wfile.write(_SAID.get(verb, b"250 2.0.0 ok\r\n") or _WAYS[self.server.way])
            if verb == b"QUIT":
                return

    def _take_and_hang_up(self) -> None:
        self.wfile.write(b"354 go on\r\n")
        for line in self.rfile:
            if line == _END:
                break
        self.server.turned_away += 1


class RefusingMailServer(Loopback):
    """The server, and why it takes nothing."""

    def __init__(self) -> None:
        self._server = _Server()
        super().__init__(self._server)

    def behave(self, way: str) -> None:
        """Refuse so from now on; LookupError for a way that nobody has thought of."""
        if way not in _WAYS:
            message = f"no mail server {way!r} here; one that {', or '.join(_WAYS)}"
            raise LookupError(message)
        self._server.way, self._server.turned_away = way, 0

    def left(self) -> int:
        """Return how many mails it turned away, or hung up on, since it behaves so."""
        return self._server.turned_away
