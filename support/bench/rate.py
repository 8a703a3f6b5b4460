"""Many look at a page at a rate: each when it should, whether or not those before were answered."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

_LENGTH = b"content-length:"
_OK = b" 200 "


async def ask(port: int, request: bytes) -> int:
    """Send a request over a connection of its own, and return how many bytes its answer has.

    Raises:
        RuntimeError: it was answered otherwise than with a page.
    """
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if _OK not in head.partition(b"\r\n")[0]:
            raise RuntimeError(f"a page was answered {head[:200]!r}")
        length = length_of(head)
        await reader.readexactly(length)
        return len(head) + length
    finally:
        writer.close()


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


async def at_a_rate(port: int, requests: Iterable[bytes], a_second: float) -> list[float]:
    """Ask at a rate; return the seconds from when each should have begun until it was answered."""
    clock = asyncio.get_running_loop().time

    async def timed(request: bytes, intended: float) -> float:
        await ask(port, request)
        return clock() - intended

    began, asked = clock(), []
    for number, request in enumerate(requests):
        intended = began + number / a_second
        await asyncio.sleep(max(0.0, intended - clock()))  # the rate is what is measured
        asked.append(asyncio.create_task(timed(request, intended)))
    return [*await asyncio.gather(*asked)]
