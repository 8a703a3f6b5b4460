"""What the platform promises to those who build on it: its OpenAPI descriptions, refusals included."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from webbuilder.accounts.roles import LEAST_ROLE, SCOPE, demand
from webbuilder.asking import COOKIE
from webbuilder.contract_links import link
from webbuilder.conventions.kept import IDEMPOTENCY_KEY
from webbuilder.database import Database
from webbuilder.parts.promising import published
from webbuilder.problems import MEDIA_TYPE
from webbuilder.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI
    from fastapi.routing import APIRoute

TITLE, VERSION = "AI Marketing Web Builder", "1.0.0"
_CHANGES = frozenset({"post", "put", "patch", "delete"})
_REFUSALS = {
    401: "Nobody is signed in, or not any more, or the key opens nothing.",
    403: "A page of another site asked for it, or the caller's role or key does not allow it.",
    404: "There is no such thing in this workspace.",
    409: "What it was asked of is not as the asker thinks.",
    412: "It has changed since the caller read it; `current` is what it is now, and ETag its version.",
    413: "It is longer than a request may be.",
    422: "Part of the request does not fit; `errors` points to it.",
    428: "The caller does not say which version they have seen.",
    429: "This was asked too often; `Retry-After` says in how many seconds to ask again.",
    500: "A failure that nobody foresaw; `trace_id` finds it.",
    502: "A part that was asked for help said nothing of use.",
    503: "A part that was asked for help, or the database, is away; `Retry-After` may say for how long.",
}
# How a partner's receiver answers a message.
_RECEIVED = {
    "2XX": {"description": "Taken. Any other answer is none: it is sent again, for three days."},
    "410": {"description": "Nothing more is wanted: the webhook is disabled."},
}
_PLACE = {
    "type": "object",
    "required": ["pointer", "detail"],
    "properties": {"pointer": {"type": "string", "format": "json-pointer"}, "detail": {"type": "string"}},
}
PROBLEM = {
    "title": "Problem",
    "description": "A refusal or a failure (RFC 9457); it may have further members.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance", "trace_id"],
    "properties": {
        "type": {"type": "string", "pattern": "^urn:webbuilder:problem:[a-z-]+$"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string", "minLength": 1, "description": "What was not done, and what to do."},
        "instance": {"type": "string", "description": "The path that was asked."},
        "trace_id": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "errors": {"type": "array", "items": _PLACE},
    },
    "examples": [
        {
            "type": "urn:webbuilder:problem:not-found",
            "title": "Not found",
            "status": 404,
            "detail": "This site does not exist here. Check the address, or go back to your sites.",
            "instance": "/api/sites/s_1",
            "trace_id": "0af7651916cd43dd8448eb211c80319c",
        }
    ],
}


def name_of(route: APIRoute) -> str:
    """Return the id of an operation: its room and what is done there, the same for as long as both are."""
    return f"{route.tags[0] if route.tags else 'platform'}_{route.name}"


def document(part: str = "web") -> str:
    """Return the description of a part as it is committed below `contracts/`; nothing is started for it.

    Raises:
        KeyError: no part of that name promises anything.
    """
    return json.dumps(_PARTS[part](), indent=2, ensure_ascii=False)


def _of_web() -> dict[str, Any]:
    from webbuilder.app import builder  # noqa: PLC0415 - which installs what is here

    return builder(Settings(data=Path()), _nowhere()).openapi()


def _of_sites() -> dict[str, Any]:
    from webbuilder.publishing.live import live_sites  # noqa: PLC0415 - it takes the problems from here

    described = published(live_sites(_nowhere()))
    described["components"]["schemas"]["Problem"] = PROBLEM
    return described


def _of_mailroom() -> dict[str, Any]:
    from webbuilder.parts.mailroom import promised, routes, store  # noqa: PLC0415 - no builder needs it

    with TemporaryDirectory() as folder:
        return published(routes.mailbox(store.Mail(Path(folder))), promised.MODELS)


def _of_copywriter() -> dict[str, Any]:
    from webbuilder.parts.copywriter import promised, routes  # noqa: PLC0415 - no builder needs it

    return published(routes.copywriter(), promised.MODELS)


def _nowhere() -> Database:
    return Database("postgresql+psycopg://nobody@nowhere/nothing")


def _of_line() -> dict[str, Any]:
    from webbuilder.realtime import contract as line  # noqa: PLC0415 - beside the others

    return line.document(TITLE, VERSION)


_PARTS = {
    "web": _of_web,
    "line": _of_line,
    "sites": _of_sites,
    "mailroom": _of_mailroom,
    "copywriter": _of_copywriter,
}
PARTS = tuple(_PARTS)


def install(app: FastAPI) -> None:
    """Let an application publish its refusals with all else that it promises."""
    described = app.openapi

    def completed() -> dict[str, Any]:
        return app.openapi_schema or _completed(described())

    app.openapi = completed  # type: ignore[method-assign]  # as FastAPI's own documentation has it


def _completed(document: dict[str, Any]) -> dict[str, Any]:
    """Say what FastAPI does not know: who may ask, and how a refusal looks."""
    parts = document["components"]
    parts["schemas"]["Problem"] = PROBLEM
    for replaced in ("HTTPValidationError", "ValidationError"):
        parts["schemas"].pop(replaced, None)
    parts["securitySchemes"] = {
        "session": {"type": "apiKey", "in": "cookie", "name": COOKIE},
        "key": {"type": "http", "scheme": "bearer", "description": "A key that an owner made."},
        "operator": {"type": "http", "scheme": "bearer", "description": "The key of the operator."},
    }
    for path in document["paths"].values():
        for method, operation in path.items():
            _complete(method, operation)
    for message in document.get("webhooks", {}).values():
        message["post"]["responses"] = _RECEIVED
    link(document["paths"])
    return document


def _complete(method: str, operation: dict[str, Any]) -> None:
    given = operation.pop("parameters", [])
    asks = [one for one in given if one["in"] != "cookie"]
    if asks:
        operation["parameters"] = asks
    if len(asks) < len(given):
        asked = demand([method], operation["tags"], operation)
        operation["security"] = [{"session": []}, *([{"key": []}] if asked.scope else [])]
        operation.update({LEAST_ROLE: asked.role}, **({SCOPE: asked.scope} if asked.scope else {}))
    answers = operation["responses"]
    for one in asks:
        one["required"] |= one["name"] == "if-match" and "428" in answers
    answers.pop("422", None)
    for status in {*map(int, answers), *_refusals(method, operation)} & set(_REFUSALS):
        answers[str(status)] = {
            "description": _REFUSALS[status],
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
    operation["responses"] = dict(sorted(answers.items()))


def _refusals(method: str, operation: dict[str, Any]) -> Iterator[int]:
    """How an operation refuses, by what it takes; what it refuses beyond that its route says itself."""
    asks = operation.get("parameters", [])
    yield 500
    yield 503
    if "security" in operation:
        yield 401
    if "security" in operation or method in _CHANGES:
        yield 403
    if any(one["in"] == "path" for one in asks):
        yield 404
    if any(one["name"] == IDEMPOTENCY_KEY for one in asks):
        yield 409
    if "requestBody" in operation:
        yield 413
    yield 422  # a parameter that it does not know, at least
