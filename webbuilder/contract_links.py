"""What can be done next with a thing that was made: links of the contract (OpenAPI 3.1, Link Object)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAMETER = re.compile(r"\{([^}]+)\}")
_VIEW = re.compile(r"/([A-Z][A-Za-z]*?)(?:View|Made)$")
_MADE = "201"


def link(paths: dict[str, dict[str, Any]]) -> None:
    """Let each operation that makes something lead to all whose path takes the id of such a thing.

    What is made is told by the name of its view: a SiteView has the id that paths call `site_id`. What the
    path of the first operation takes as well is handed on.
    """
    every = [(path, one) for path, methods in paths.items() for one in methods.values()]
    for path, operation in every:
        made = _made(operation["responses"].get(_MADE, {}))
        if made:
            operation["responses"][_MADE]["links"] = dict(_leads(path, made, every))


def _made(answer: dict[str, Any]) -> str | None:
    """Return how paths call the id of what an answer shows; None when it shows no view of one thing."""
    for kind in answer.get("content", {}).values():
        view = _VIEW.search(kind.get("schema", {}).get("$ref", ""))
        if view:
            return f"{view[1].lower()}_id"
    return None


def _leads(path: str, made: str, every: list[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, Any]]:
    for other, operation in every:
        takes = _PARAMETER.findall(other)
        if made in takes:
            known = {name: f"$request.path.{name}" for name in _PARAMETER.findall(path) if name in takes}
            name = operation["operationId"]
            yield name, {"operationId": name, "parameters": known | {made: "$response.body#/id"}}
