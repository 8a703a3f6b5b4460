"""Looks at a rate: timed from when they should have begun, each over a connection of its own; and a null."""

from __future__ import annotations

import asyncio

import pytest

from support.bench.null_server import answer_of, null_server
from support.bench.rate import ask, at_a_rate, length_of, page_asked

ASKED = page_asked("rye", "spring.localhost:8001", "bench 1")


@pytest.mark.parametrize("size", [60, 999, 1000, 12_345])
def test_a_null_answers_with_as_many_bytes_as_are_wanted(size: int) -> None:
    head, _, body = answer_of(size).partition(b"\r\n\r\n")
    assert len(answer_of(size)) == size
    assert length_of(head) == len(body)


def test_an_answer_that_does_not_say_how_long_it_is_is_refused() -> None:
    with pytest.raises(ValueError, match="how long"):
        length_of(b"HTTP/1.1 200 OK\r\n")


def test_a_page_is_asked_for_as_a_person_does() -> None:
    assert ASKED.startswith(b"GET /rye HTTP/1.1\r\nHost: spring.localhost:8001\r\n")
    assert b"Mozilla/5.0 (bench 1)" in ASKED
    assert ASKED.endswith(b"\r\n\r\n")


def test_each_request_has_its_time() -> None:
    with null_server(500) as port:
        took = asyncio.run(at_a_rate(port, [ASKED] * 20, 1000))
        assert asyncio.run(ask(port, ASKED)) == 500
    assert len(took) == 20
    assert all(one > 0 for one in took)


def test_nobody_waits_until_somebody_slow_was_answered() -> None:
    async def measured() -> list[float]:
        together = asyncio.Barrier(4)  # each is answered once all of them have asked

        async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            await together.wait()
            writer.write(answer_of(60))

        server = await asyncio.start_server(slow, "127.0.0.1", 0)
        async with server:
            return await at_a_rate(server.sockets[0].getsockname()[1], [ASKED] * 4, 100)

    took = asyncio.run(asyncio.wait_for(measured(), 10))
    assert took[0] > took[-1]
    assert took[0] > 0.03  # three came after it, a hundredth of a second apart


def test_what_is_no_page_ends_the_measuring() -> None:
    async def refusing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n")

    async def measured() -> None:
        server = await asyncio.start_server(refusing, "127.0.0.1", 0)
        async with server:
            await at_a_rate(server.sockets[0].getsockname()[1], [ASKED], 1000)

    with pytest.raises(RuntimeError, match="404"):
        asyncio.run(measured())
