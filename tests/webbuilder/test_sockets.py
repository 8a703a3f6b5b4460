"""Sockets that parts answer on: what is written to them goes out at once."""

from __future__ import annotations

import asyncio
import socket

from webbuilder.parts.sockets import HOST, listen, port_of


def test_an_answer_in_pieces_does_not_wait_for_the_other_side() -> None:
    async def is_sent_at_once() -> bool:
        answered: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            line = writer.get_extra_info("socket")
            answered.set_result(bool(line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
            writer.close()

        listener = listen(0, "a test")
        async with await asyncio.start_server(answer, sock=listener):
            _, writer = await asyncio.open_connection(HOST, port_of(listener))
            writer.close()
            return await answered

    assert asyncio.run(is_sent_at_once())
