"""Answers whatever is asked with as many bytes, in a process of its own: what asking costs by itself."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_END = b"\r\n\r\n"


def answer_of(size: int) -> bytes:
    """Return an answer of so many bytes, head and body together; never less than a head has."""
    length = max(0, size - len(_head(0)))
    return _head(length) + b"x" * length


def _head(length: int) -> bytes:
    return b"HTTP/1.1 200 OK\r\ncontent-length: %07d%b" % (length, _END)  # as long whatever it says


class _Null(asyncio.Protocol):
    def __init__(self, answer: bytes) -> None:
        self._answer = answer
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note where to answer."""
        assert isinstance(transport, asyncio.WriteTransport)  # noqa: S101 - sockets are
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each request that ends here."""
        if self._transport is not None:
            self._transport.write(self._answer * data.count(_END))


async def _serve(size: int) -> None:
    answer = answer_of(size)
    server = await asyncio.get_running_loop().create_server(lambda: _Null(answer), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def null_server(size: int) -> Iterator[int]:
    """Give the port at which each request is answered with so many bytes."""
    asked = [sys.executable, "-m", "support.bench.null_server", str(size)]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None  # noqa: S101 - it was asked for above
            yield int(process.stdout.readline())
        finally:
            process.terminate()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
