"""Looks at a rate: timed from when they should have begun, over connections that are kept, beside a null."""

from __future__ import annotations

import asyncio

import pytest

from support.bench.null_server import answer_of, null_server
from support.bench.rate import at_a_rate, length_of, page_asked, size_of_answer

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


def test_each_request_has_its_time_though_there_are_fewer_connections() -> None:
    with null_server(500) as port:
        took = asyncio.run(at_a_rate(port, [ASKED] * 20, 1000, 2))
        assert asyncio.run(size_of_answer(port, ASKED)) == 500
    assert len(took) == 20
    assert all(one > 0 for one in took)


def test_whoever_waits_behind_somebody_slow_is_timed_from_when_they_should_have_begun() -> None:
    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.readline():
            await reader.readuntil(b"\r\n\r\n")
            asyncio.get_running_loop().call_later(0.05, writer.write, answer_of(60))

    async def measured() -> list[float]:
        server = await asyncio.start_server(slow, "127.0.0.1", 0)
        async with server:
            return await at_a_rate(server.sockets[0].getsockname()[1], [ASKED] * 4, 1000, 1)

    took = asyncio.run(measured())
    assert took[-1] > 3 * 0.05  # three were answered before it


def test_what_is_no_page_ends_the_measuring() -> None:
    async def refusing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n")

    async def measured() -> None:
        server = await asyncio.start_server(refusing, "127.0.0.1", 0)
        async with server:
            await at_a_rate(server.sockets[0].getsockname()[1], [ASKED], 1000, 1)

    with pytest.raises(RuntimeError, match="404"):
        asyncio.run(measured())
