"""What can be done at a path, all of it: the framework names the methods of one of its routes alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Match, Mount

if TYPE_CHECKING:
    from starlette.requests import Request


def allowed(request: Request) -> str:
    """Return the methods that a path takes, as `Allow` says them (RFC 9110 §10.2.1)."""
    ways = [route for route in request.app.routes if not isinstance(route, Mount)]

    def taken(method: str) -> bool:
        return any(way.matches({**request.scope, "method": method})[0] is Match.FULL for way in ways)

    return ", ".join(filter(taken, ("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT")))
