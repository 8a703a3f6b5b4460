"""What an operation does not know it refuses: a word that is ignored would be answered with everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Request

from webbuilder.problems import Problem, pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi.dependencies.models import Dependant
    from fastapi.routing import APIRoute


def known_words(route: APIRoute) -> frozenset[str]:
    """Return the query parameters that a route takes."""
    return frozenset(_of(route.dependant))


def _of(asked: Dependant) -> Iterator[str]:
    yield from (taken.alias for taken in asked.query_params)
    for below in asked.dependencies:
        yield from _of(below)


def refuse_unknown_words(request: Request) -> None:
    """Refuse query parameters that the operation does not take.

    Raises:
        Problem: there is one; those that it takes are named.
    """
    known = known_words(request.scope["route"])
    unknown = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if unknown:
        named, takes = ", ".join(f"“{name}”" for name in unknown), ", ".join(sorted(known)) or "none"
        raise Problem(
            422,
            "parameter-unknown",
            f"This operation does not know {named}. It takes: {takes}.",
            errors=[{"pointer": pointer(name), "detail": "is not known here"} for name in unknown],
        )
