"""Many look at a page at a rate: each when it should, whether or not those before were answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

_LENGTH = b"content-length:"
_OK = b" 200 "


class Line:
    """A connection that is kept open, on which one request is under way at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def ask(self, request: bytes) -> int:
        """Send a request, and return how many bytes its answer has.

        Raises:
            RuntimeError: it was answered otherwise than with a page.
        """
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        if _OK not in head.partition(b"\r\n")[0]:
            raise RuntimeError(f"a page was answered {head[:200]!r}")
        length = length_of(head)
        await self._reader.readexactly(length)
        return len(head) + length

    def close(self) -> None:
        """End it."""
        self._writer.close()


def length_of(head: bytes) -> int:
    """Return how long the body behind the head of an answer is.

    Raises:
        ValueError: the head does not say so.
    """
    for line in head.lower().split(b"\r\n"):
        if line.startswith(_LENGTH):
            return int(line.removeprefix(_LENGTH))
    raise ValueError(f"an answer does not say how long it is: {head[:200]!r}")


def page_asked(path: str, host: str, browser: str) -> bytes:
    """Return a request for a page, as a person's browser sends it."""
    lines = (
        f"GET /{path} HTTP/1.1",
        f"Host: {host}",
        f"User-Agent: Mozilla/5.0 ({browser})",
        "Accept: text/html",
        "Sec-Fetch-Dest: document",
    )
    return "\r\n".join((*lines, "", "")).encode()


@asynccontextmanager
async def _lines(port: int, many: int) -> AsyncIterator[asyncio.Queue[Line]]:
    """Hold so many connections open; whoever asks takes one that nobody uses, and puts it back."""
    free: asyncio.Queue[Line] = asyncio.Queue()
    opened = [Line(*await asyncio.open_connection("127.0.0.1", port)) for _ in range(many)]
    for line in opened:
        free.put_nowait(line)
    try:
        yield free
    finally:
        for line in opened:
            line.close()


async def at_a_rate(port: int, requests: Iterable[bytes], a_second: float, connections: int) -> list[float]:
    """Ask at a rate; return the seconds from when each should have begun until it was answered."""
    clock = asyncio.get_running_loop().time
    async with _lines(port, connections) as free:

        async def ask(request: bytes, intended: float) -> float:
            line = await free.get()
            await line.ask(request)
            free.put_nowait(line)
            return clock() - intended

        began, asked = clock(), []
        for number, request in enumerate(requests):
            intended = began + number / a_second
            await asyncio.sleep(max(0.0, intended - clock()))  # the rate is what is measured
            asked.append(asyncio.create_task(ask(request, intended)))
        return [*await asyncio.gather(*asked)]


async def size_of_answer(port: int, request: bytes) -> int:
    """Return how many bytes the answer to a request has, head and body."""
    async with _lines(port, 1) as free:
        return await (await free.get()).ask(request)
