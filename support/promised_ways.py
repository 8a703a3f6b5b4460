"""Every operation of a contract as a way in: which ids it takes, what it is told, whom it asks for."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from support.contract import METHODS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_PARAMETER = re.compile(r"\{([^}]+)\}")
_VIEW = re.compile(r"(?:View|Made)$")
_SESSION = "session"
_NAMES, _LEAST_ROLE, _SCOPE = "x-names", "x-least-role", "x-scope"


@dataclass(frozen=True, slots=True)
class Way:
    """One operation that asks who is calling.

    Attributes:
        name: its operation id.
        method, path: where it is; the path holds the ids by name.
        example: the body that the contract shows; None where it takes none.
        held: the members of that body that are ids, each with the name that such an id has in a path.
        least_role, scope: what it asks of people and of keys; no key opens it where the scope is None.
        answer: the schema of its success.
        asks_version: whether its caller must say which version they have seen.
        most: how many bytes its body may have, where the contract says so.
    """

    name: str
    method: str
    path: str
    example: dict[str, Any] | None
    held: Mapping[str, str]
    least_role: str
    scope: str | None
    answer: Mapping[str, Any] = field(repr=False)
    parts: Mapping[str, Any] = field(repr=False)
    asks_version: bool = False
    most: int | None = None

    @property
    def in_path(self) -> tuple[str, ...]:
        """The names of the ids that its path takes, in order."""
        return tuple(_PARAMETER.findall(self.path))

    @property
    def ids(self) -> tuple[str, ...]:
        """The names of all ids that it takes, in path and body."""
        return tuple(dict.fromkeys([*self.in_path, *self.held.values()]))

    def address(self, ids: Mapping[str, str]) -> str:
        """Return its path with ids in it; one that is not known stands for what nobody has."""
        return _PARAMETER.sub(
            lambda name: quote(ids.get(name[1], f"{name[1]}-of-nobody"), safe=""), self.path
        )

    def body(self, ids: Mapping[str, str]) -> dict[str, Any] | None:
        """Return the body of the contract's example, with ids in it."""
        if self.example is None:
            return None
        return {**self.example, **{member: ids[name] for member, name in self.held.items() if name in ids}}

    def told(self, answered: object) -> Iterator[tuple[str, str]]:
        """Go through the ids that an answer tells, each with the name that it has in a path."""
        yield from _told(self.answer, answered, self.parts)

    def makes(self, name: str) -> bool:
        """Whether its success tells an id of that name, whoever is asked."""
        reference = str(self.answer.get("$ref", ""))
        return self.method == "POST" and _id_of(reference) == name


def ways_of(file: Path, below: str, *, open_too: bool = False) -> list[Way]:
    """Return every operation of a contract that asks which person is calling, or whose key; or really all."""
    document = json.loads(file.read_text("utf-8"))
    parts = document.get("components", {}).get("schemas", {})
    return [
        _way(path, method.upper(), operation, parts)
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if path.startswith(below) and method in METHODS and (open_too or _asks_who(operation))
    ]


def _asks_who(operation: Mapping[str, Any]) -> bool:
    """Whether an operation is for people; what is the operator's alone is tried where it is specified."""
    return any(_SESSION in one for one in operation.get("security", ()))


def _way(path: str, method: str, operation: Mapping[str, Any], parts: Mapping[str, Any]) -> Way:
    body = _schema(operation.get("requestBody", {}).get("content", {}), parts)
    success = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
    answer = _first_schema(success.get("content", {}))
    return Way(
        operation["operationId"],
        method,
        path,
        body.get("examples", [{}])[0] if body else None,
        {name: one[_NAMES] for name, one in body.get("properties", {}).items() if _NAMES in one},
        operation.get(_LEAST_ROLE, ""),
        operation.get(_SCOPE),
        answer,
        parts,
        any(one["name"] == "if-match" and one["required"] for one in operation.get("parameters", ())),
        body.get("maxLength"),
    )


def _schema(content: Mapping[str, Any], parts: Mapping[str, Any]) -> Mapping[str, Any]:
    return _resolved(_first_schema(content), parts)


def _first_schema(content: Mapping[str, Any]) -> Mapping[str, Any]:
    for kind in content.values():
        schema: Mapping[str, Any] = kind["schema"]
        return schema
    return {}


def _resolved(schema: Mapping[str, Any], parts: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = schema.get("$ref")
    resolved: Mapping[str, Any] = parts[reference.rpartition("/")[2]] if reference else schema
    return resolved


def _id_of(reference: str) -> str | None:
    """Return how the id of a view is called in paths: `site_id` of a SiteView; None for what is no view."""
    name = reference.rpartition("/")[2]
    return f"{_VIEW.sub('', name).lower()}_id" if _VIEW.search(name) else None


def _told(schema: Mapping[str, Any], answered: object, parts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    name = _id_of(str(schema.get("$ref", "")))
    if name and isinstance(answered, dict) and "id" in answered:
        yield name, str(answered["id"])
    whole = _resolved(schema, parts)
    if isinstance(answered, list):
        for one in answered:
            yield from _told(whole.get("items", {}), one, parts)
    elif isinstance(answered, dict):
        for member, below in whole.get("properties", {}).items():
            yield from _told(below, answered.get(member), parts)
