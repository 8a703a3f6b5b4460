"""Requests no longer than any change can be: what is longer is refused before it is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.responses import Response

from webbuilder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

MOST_BYTES = 2 * 1024 * 1024
# So much of what is too long is taken in and dropped, so that its sender hears why.
_MOST_DROPPED = 64 * 1024 * 1024


async def read(
    request: Request, most: int = MOST_BYTES, advice: str = "Send your changes in several parts."
) -> bytes:
    """Return a request's body.

    Raises:
        Problem: it is longer than it may be; `advice` says what to do.
    """
    pieces, length = [], 0
    async for piece in request.stream():
        length += len(piece)
        if length <= most:
            pieces.append(piece)
        elif length > _MOST_DROPPED:
            break
    if length > most:
        words = f"This is more than {most // 1024 // 1024} MB at once. {advice}"
        raise Problem(413, "too-long", words)
    return b"".join(pieces)


class Bounded(APIRoute):
    """A route whose requests have a limit, and what it advises beyond that."""

    most_bytes: ClassVar[int] = MOST_BYTES
    advice: ClassVar[str] = "Send your changes in several parts."

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, which reads no more than the limit."""
        handle = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            body = await read(request, self.most_bytes, self.advice)

            async def receive() -> dict[str, Any]:
                return {"type": "http.request", "body": body, "more_body": False}

            return await handle(Request(request.scope, receive))

        return bounded
