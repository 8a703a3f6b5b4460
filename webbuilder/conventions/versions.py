"""Nobody overwrites what they have not seen: whoever changes a resource names the version they have seen."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Header

from webbuilder.problems import Problem

if TYPE_CHECKING:
    from fastapi import Response
    from pydantic import BaseModel

IfMatch = Annotated[str | None, Header(description="The version that was seen, as its ETag told it.")]
# What operations promise of their answers (OpenAPI 3.1 §4.8.21): the version of what is shown, its place.
_VERSION = {
    "ETag": {
        "description": "The version of what is shown; send it as If-Match to change that.",
        "required": True,
        "schema": {"type": "string"},
    }
}
_PLACE = {
    "Location": {
        "description": "The address at which what was made is found.",
        "required": True,
        "schema": {"type": "string"},
    }
}
SHOWN: dict[str, Any] = {"headers": _VERSION}
MADE: dict[str, Any] = {"headers": {**_VERSION, **_PLACE}}
_LENGTH = 24  # hexadecimal digits: 96 bits


def version_of(view: BaseModel) -> str:
    """Return the entity tag of what is shown of a resource (RFC 9110 §8.8.3): another view, another tag."""
    return f'"{hashlib.sha256(view.model_dump_json().encode()).hexdigest()[:_LENGTH]}"'


def tell(response: Response, view: BaseModel) -> None:
    """Say which version an answer shows."""
    response.headers["ETag"] = version_of(view)


def tell_made(response: Response, view: BaseModel, path: str) -> None:
    """Say where what was made is found (RFC 9110 §15.3.2), and in which version."""
    tell(response, view)
    response.headers["Location"] = path


def refuse_stale(seen: str | None, view: BaseModel) -> None:
    """Let only those change a resource who have seen it as it is.

    Raises:
        Problem: they do not say what they have seen (428, RFC 6585 §3), or it has changed since (412); the
            answer holds what it is now, and its version.
    """
    if seen is None:
        raise Problem(
            428,
            "version-missing",
            "Say which version you have seen: send the ETag of what you read as If-Match.",
        )
    version = version_of(view)
    if seen.strip() not in {version, "*"}:
        raise Problem(
            412,
            "version-is-old",
            "This has changed since you read it. Read it again, and decide anew.",
            headers={"ETag": version},
            current=view.model_dump(mode="json"),
        )
