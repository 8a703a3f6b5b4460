"""What a service promised in OpenAPI, and whether an answer keeps to it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.promised_messages import PromisedMessages
from support.promised_requests import Sent, Taking, first_wrong, validator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import jsonschema_rs


METHODS = frozenset({"get", "put", "post", "delete", "patch"})
_SUCCESS = range(200, 300)
_EVENTS = "text/event-stream"


class ContractUnusable(Exception):
    """A file of promises is not there, or none that can be read; the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back for a request.

    Attributes:
        headers: by name in lower case; None where they are not known.
        text: the body; None where it is not known.
        sent: what was asked with it, where that is known.
    """

    method: str
    path: str
    status: int
    headers: Mapping[str, str] | None = None
    text: str | None = None
    sent: Sent | None = None

    @property
    def media_type(self) -> str:
        """What the body says that it is."""
        return (self.headers or {}).get("content-type", "").partition(";")[0].strip()


@dataclass(slots=True)
class Operation:
    """One operation of a contract: where it is, and a schema for each way in which it answers."""

    name: str
    path: str
    where: re.Pattern[str]
    answers: Mapping[str, Mapping[str, Any]]
    takes: Taking
    _checks: dict[str, jsonschema_rs.Validator] = field(default_factory=dict)

    def deviation(self, one: Answered, parts: Mapping[str, Any]) -> str:
        """Return how an answer differs from what was promised; empty when it does not."""
        asked, status = f"{one.method} {one.path}", str(one.status)
        promised = self.answers.get(status)
        if promised is None:
            return f"{asked} was answered {status}, and {self.name} promises {', '.join(self.answers)}"
        unpromised = self.takes.deviation(one.sent, parts) if one.sent and one.status in _SUCCESS else ""
        if unpromised:
            return f"{asked} was answered {status}, although {unpromised}"
        wrong = self._wrong_header(one, promised.get("headers", {}), parts) or self._wrong_body(
            one, promised.get("content", {}), parts
        )
        return f"{asked} was answered {status}{wrong}" if wrong else ""

    def _wrong_header(self, one: Answered, promised: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
        for name, header in promised.items() if one.headers is not None else ():
            said = (one.headers or {}).get(name.lower())
            if said is None and header.get("required"):
                return f" without {name}, and that was promised"
            if said is not None:
                wrong = first_wrong(self._check(f"{one.status} {name}", header["schema"], parts), said)
                if wrong:
                    return f" with another {name} than was promised: {wrong}"
        return ""

    def _wrong_body(self, one: Answered, kinds: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
        if one.headers is None or (one.text is None and not one.media_type):
            return ""
        if not kinds:
            return " with a body, and none was promised" if one.text else ""
        kind = one.media_type
        if kind not in kinds:
            return f" with {kind or 'nothing'}, and {', '.join(kinds)} was promised"
        if one.text is None:
            return ""
        check = self._check(f"{one.status} {kind}", kinds[kind]["schema"], parts)
        try:
            wrong = next(filter(None, (first_wrong(check, said) for said in _said(kind, one.text))), "")
        except ValueError:
            return ", and what came is no JSON"
        return f", and {wrong}" if wrong else ""

    def _check(
        self, which: str, schema: Mapping[str, Any], parts: Mapping[str, Any]
    ) -> jsonschema_rs.Validator:
        if which not in self._checks:
            self._checks[which] = validator(schema, parts, "what was answered")
        return self._checks[which]


class Contract:
    """The operations that a file promises.

    Raises:
        ContractUnusable: it is not there, or no OpenAPI description.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            document = json.loads(file.read_text("utf-8"))
            self._parts = document.get("components", {})
            self.messages = PromisedMessages(document.get("webhooks", {}), self._parts)
            self._operations = {
                method: list(_operations(document["paths"], method)) for method in sorted(METHODS)
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ContractUnusable(
                f"The contract {file} cannot be read ({type(error).__name__}: {error}). It is an OpenAPI 3.1"
                " description; write it anew, or name another in the target's file."
            ) from error

    def operation(self, method: str, path: str) -> Operation | None:
        """Return the operation that answers at a path; a literal path goes before one with parameters."""
        return next(
            (one for one in self._operations.get(method.lower(), ()) if one.where.fullmatch(path)), None
        )

    def promises(self, below: str = "/") -> dict[str, tuple[str, ...]]:
        """Return the statuses that each operation promises whose path begins like this, by its name."""
        found = [one for several in self._operations.values() for one in several]
        return {one.name: tuple(one.answers) for one in found if one.path.startswith(below)}

    def deviation(self, one: Answered) -> str:
        """Return how an answer differs from what was promised, in a sentence; empty when it does not."""
        operation = self.operation(one.method, one.path)
        if operation is None:
            return f"{one.method} {one.path} is promised nowhere in {self.file}"
        return operation.deviation(one, self._parts)


def _said(kind: str, text: str) -> list[Any]:
    """Return what a body says: a document, words, or the events of a stream, each for itself."""
    if kind == _EVENTS:
        events = filter(None, text.split("\n\n"))
        return [dict(line.split(": ", 1) for line in one.split("\n") if ": " in line) for one in events]
    return [json.loads(text) if kind.endswith("json") else text]


@cache
def contract(file: Path) -> Contract:
    """Return the contract of a file, read once in a process."""
    return Contract(file)


def _operations(paths: Mapping[str, Any], method: str) -> Iterator[Operation]:
    for path in sorted(paths, key=lambda one: one.count("{")):
        if method in paths[path]:
            one = paths[path][method]
            pieces = re.split(r"\{[^}]+\}", path)
            where = re.compile("[^/]+".join(map(re.escape, pieces)))
            takes = Taking(one, paths[path].get("parameters", ()))
            yield Operation(str(one.get("operationId", path)), path, where, one["responses"], takes)
