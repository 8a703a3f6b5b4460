"""Requests no longer than any change can be: what is longer is refused before it is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.responses import Response

from webbuilder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

MOST_BYTES = 2 * 1024 * 1024
# So much of what is too long is taken in and dropped, so that its sender hears why.
_MOST_DROPPED = 64 * 1024 * 1024


async def read(request: Request) -> bytes:
    """Return a request's body.

    Raises:
        Problem: it is longer than any change may be.
    """
    pieces, length = [], 0
    async for piece in request.stream():
        length += len(piece)
        if length <= MOST_BYTES:
            pieces.append(piece)
        elif length > _MOST_DROPPED:
            break
    if length > MOST_BYTES:
        raise Problem(
            413,
            "too-long",
            f"This is more than {MOST_BYTES // 1024 // 1024} MB at once. Send your changes in several parts.",
        )
    return b"".join(pieces)


class Bounded(APIRoute):
    """A route whose requests have a limit."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, which reads no more than the limit."""
        handle = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            body = await read(request)

            async def receive() -> dict[str, Any]:
                return {"type": "http.request", "body": body, "more_body": False}

            return await handle(Request(request.scope, receive))

        return bounded
