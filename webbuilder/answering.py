"""What becomes a problem: refusals of the framework, values that fit nowhere, outages, failures."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, OperationalError, TimeoutError as NoneFree
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request

from webbuilder.conventions.methods import allowed
from webbuilder.problems import Problem, answer, pointer
from webbuilder.tracing import current_trace_id, log

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from fastapi import FastAPI
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from webbuilder.errors.book import Book

    Shown = Callable[[Problem, Request], Response]


_UNEXPECTED = "unexpected"
_AGAIN_S = 5  # seconds in which a database that was ended is back
_LINE = "LINE"  # in the place of a method, on a connection that stays
_LETS_IN = frozenset({"token"})  # what of an address is known only to whom it was given
_AWAY = ("08", "57P", "53300")  # connection exceptions, those of an operator, too many connections


def _place(steps: Sequence[str | int], body: Any) -> list[str | int]:
    """Return the steps to a place in a body, without the kind by which its schema was chosen there."""
    if not isinstance(body, dict | list):
        return [step for step in steps if isinstance(step, str)]
    if not steps:
        return []
    first, *rest = steps
    if isinstance(first, str) and first[:1].isupper() and first not in body:
        return _place(rest, body)  # one of several models that the whole might have been
    if isinstance(body, dict) and body.get("kind") == first:
        return _place(rest, {**body, "kind": None})
    there = body.get(first) if isinstance(body, dict) else body[int(first)]
    return [first, *(_place(rest, there) if isinstance(there, dict | list) else rest)]


def from_validation(error: RequestValidationError) -> Problem:
    """Name each place of a request that does not fit its schema."""
    places = [
        {"pointer": pointer(*_place(found["loc"][1:], error.body)), "detail": str(found["msg"])}
        for found in error.errors()
    ]
    where = ", ".join(place["pointer"] or "the whole of it" for place in places)
    # The sentences of our own rules are for people; the others are pydantic's, for programmers.
    own = [one for one in error.errors() if one["type"] == "value_error" and "error" in one.get("ctx", {})]
    ours = [str(one["ctx"]["error"]) for one in own]
    why = f" ({'; '.join(dict.fromkeys(ours))})" if ours else ""
    return Problem(
        422,
        "not-valid",
        f"Part of this request does not fit: {where}{why}. Correct it and send it again.",
        errors=places,
    )


def from_storage(_error: DataError) -> Problem:
    """Say that a value passed every check and yet cannot be stored, such as text with a NUL."""
    return Problem(
        422,
        "not-storable",
        "Part of this request cannot be stored as text or number. Correct it and send it again.",
    )


def from_outage(error: OperationalError | NoneFree) -> Problem:
    """Say that the database is away, or has no connection left; what else went wrong there nobody foresaw."""
    if isinstance(error, OperationalError) and not _is_away(error):
        raise error
    return Problem(
        503,
        "database-away",
        "What is stored here cannot be reached now. Nothing of it is lost; try again in a few seconds.",
        headers={"Retry-After": str(_AGAIN_S)},
    )


def _is_away(error: OperationalError) -> bool:
    """Whether nobody answered, or whoever did could not be asked (PostgreSQL, appendix A)."""
    state = getattr(error.orig, "sqlstate", None)
    return state is None or state.startswith(_AWAY)


def from_http(error: HTTPException) -> Problem:
    """Say an HTTP refusal of the framework (no such address, method not allowed) as a problem.

    A body that is no text is refused like one that is no JSON: only the framework tells them apart.
    """
    if error.status_code == HTTPStatus.BAD_REQUEST:
        detail = "This request cannot be read. Send it as UTF-8, in the media type that it says."
        return Problem(422, "not-valid", detail, errors=[{"pointer": "", "detail": "cannot be read"}])
    phrase = HTTPStatus(error.status_code).phrase
    kind = re.sub(r"[^a-z]+", "-", phrase.lower())
    return Problem(error.status_code, kind, f"{error.detail or phrase}.", headers=dict(error.headers or {}))


def install(app: FastAPI, shown: Shown = answer) -> None:
    """Make every refusal and failure of `app` a problem; `shown` decides how a caller reads it."""

    def handler(translate: Callable[[Any], Problem]) -> Callable[[Request, Any], Awaitable[Response]]:
        async def handle(request: Request, error: Exception) -> Response:
            problem = translate(error)
            if problem.status == HTTPStatus.METHOD_NOT_ALLOWED:
                problem.headers["Allow"] = allowed(request)
            if is_failure(problem):
                return shown(failed(problem, error, request), request)
            log().info(
                "refused",
                kind=problem.kind,
                status=problem.status,
                detail=problem.detail,
                path=path_of(request),
            )
            return shown(problem, request)

        return handle

    app.add_exception_handler(Problem, handler(lambda problem: problem))
    app.add_exception_handler(RequestValidationError, handler(from_validation))
    app.add_exception_handler(HTTPException, handler(from_http))
    app.add_exception_handler(DataError, handler(from_storage))
    app.add_exception_handler(OperationalError, handler(from_outage))
    app.add_exception_handler(NoneFree, handler(from_outage))
    app.add_middleware(_Unforeseen, shown=shown)


class _Unforeseen:
    """Answers what nobody foresaw, before the framework does so in plain text and drops the connection."""

    def __init__(self, app: ASGIApp, shown: Shown) -> None:
        self.app, self.shown = app, shown

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, note)
        except Exception as error:
            problem = unexpected(error, HTTPConnection(scope))
            if begun or scope["type"] != "http":
                raise
            await self.shown(problem, Request(scope))(scope, receive, send)


def path_of(request: HTTPConnection) -> str:
    """Return the path of a request for the log, without what lets somebody in who reads it there."""
    path: str = request.url.path
    for name, value in request.path_params.items():
        if name in _LETS_IN:
            path = path.replace(str(value), f"{{{name}}}")
    return path


def unexpected(error: Exception, request: HTTPConnection) -> Problem:
    """Have a failure that nobody foresaw in its group, and say the number that finds it."""
    words = "Something went wrong here, not at your side."
    return failed(Problem(500, _UNEXPECTED, words), error, request)


def is_failure(problem: Problem) -> bool:
    """Whether a problem is an error of ours; all others are refusals of rules, and counted nowhere."""
    return problem.status >= HTTPStatus.INTERNAL_SERVER_ERROR


def during(request: HTTPConnection) -> str:
    """Return what a request is for by the template of its route, without what is different each time."""
    route = getattr(request.scope.get("route"), "path", "an address that is none")
    return f"{request.scope.get('method', _LINE)} {route}"


def failed(problem: Problem, error: Exception, request: HTTPConnection) -> Problem:
    """Have a failure in its group, and let whoever meets it be told the number that finds it."""
    errors: Book = request.app.state.errors
    errors.meet(error, during(request), status=problem.status, path=path_of(request))
    asks = "Tell support" if problem.kind == _UNEXPECTED else "If it stays so, tell support"
    problem.detail = f"{problem.detail} {asks} the number {current_trace_id()}."
    return problem
