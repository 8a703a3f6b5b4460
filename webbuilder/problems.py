"""Refusals and failures as RFC 9457 problem details for programs; the same sentence on a page for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi.responses import JSONResponse

from webbuilder.tracing import current_trace_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import Response


MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """Something that was asked and is not done, said in words.

    Attributes:
        status: HTTP status.
        kind: the stable name of the problem, the last part of its `type`.
        detail: one sentence for a person: what was not done, and what to do.
        errors: `{"pointer", "detail"}` for each place in the request that is at fault (RFC 6901 pointers).
        more: further members of the answer, by name.
    """

    def __init__(
        self,
        status: int,
        kind: str,
        detail: str,
        *,
        errors: Sequence[dict[str, str]] = (),
        headers: dict[str, str] | None = None,
        **more: Any,  # extension members are any JSON value (RFC 9457 §3.2)
    ) -> None:
        super().__init__(detail)
        self.status, self.kind, self.detail = status, kind, detail
        self.errors, self.headers, self.more = list(errors), headers or {}, more

    def put_below(self, *steps: str | int) -> None:
        """Let its pointers, which begin at a part of the request, begin where that part stands."""
        self.errors = [{**place, "pointer": pointer(*steps) + place["pointer"]} for place in self.errors]

    def body(self, path: str) -> dict[str, Any]:
        """Return the members of the problem document for a request to `path`."""
        said = {
            "type": f"urn:webbuilder:problem:{self.kind}",
            "title": self.kind.replace("-", " ").capitalize(),
            "status": self.status,
            "detail": self.detail,
            "instance": path,
            "trace_id": current_trace_id(),
            **self.more,
        }
        return {**said, "errors": self.errors} if self.errors else said


def pointer(*steps: str | int) -> str:
    """Return the RFC 6901 pointer to a place in a document."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def refused(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return what a route says of the refusals that its parameters do not tell (`webbuilder.contract`)."""
    return {status: {} for status in statuses}


def names(identifier: str) -> dict[str, Any]:
    """Return what a member of a body says that holds an id: whose, by the parameter that has it in a path."""
    return {"x-names": identifier}


def not_found(what: str) -> Problem:
    """Return the refusal of what is not there, or not this workspace's: the two look alike from outside."""
    return Problem(
        404, "not-found", f"This {what} does not exist here. Check the address, or go back to your sites."
    )


def misfit(name: str, words: str) -> Problem:
    """Return the refusal of a member of the request that cannot be meant; `words` say what to do."""
    return Problem(422, "not-valid", words, errors=[{"pointer": pointer(name), "detail": words}])


def answer(problem: Problem, request: Request) -> Response:
    """Answer with the problem as `application/problem+json`."""
    return JSONResponse(
        problem.body(request.url.path),
        problem.status,
        media_type=MEDIA_TYPE,
        headers={"Cache-Control": "no-store", **problem.headers},
    )
