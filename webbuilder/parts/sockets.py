"""Listening sockets: bound by the supervisor, so that addresses are known early and outlive a part."""

from __future__ import annotations

import errno
import random
import socket

from webbuilder.parts.refusal import CannotStartError

HOST = "127.0.0.1"
QUEUE = 1024
# Below the range that Linux and macOS hand out by themselves, so that no outgoing connection takes the port
# between our look and PostgreSQL's bind, or while PostgreSQL is restarted.
_QUIET_PORTS = range(15000, 32000)


def listen(port: int, purpose: str, option: str = "--port") -> socket.socket:
    """Return a listening socket on 127.0.0.1; port 0 takes a free one.

    Raises:
        CannotStartError: the port is in use or may not be had.
    """
    # Said to be TCP: otherwise asyncio lets an answer in pieces wait for the other side's word, 40 ms long.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # A port whose last connections are still closing may be had again; one that somebody listens on may not.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(QUEUE)
    except OSError as refused:
        listener.close()
        why = "is in use" if refused.errno == errno.EADDRINUSE else f"cannot be had ({refused.strerror})"
        message = (
            f"Port {port} of {HOST}, asked for {purpose}, {why}: "
            f"stop what uses it, or give another with {option} (0 takes a free one)."
        )
        raise CannotStartError(message) from refused
    return listener


def hear() -> socket.socket:
    """Return a socket on a free port of 127.0.0.1 at which questions come one by one (UDP)."""
    hearing = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    hearing.bind((HOST, 0))
    hearing.settimeout(0)  # asyncio waits, not the socket
    return hearing


def port_of(listener: socket.socket) -> int:
    """Return the port that a socket is bound to."""
    return int(listener.getsockname()[1])


def quiet_port() -> int:
    """Return a port that is free and that the system does not hand out, for a server that binds it itself."""
    for port in random.sample(_QUIET_PORTS, 50):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    message = (
        "No port is free for the database between 15000 and 32000: stop what uses them, then start again."
    )
    raise CannotStartError(message)
