"""What a platform promised to partners in OpenAPI, and whether an exchange keeps to it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from support.promised_messages import PromisedMessages
from support.promised_requests import Sent, Taking, first_wrong, validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import jsonschema_rs

    from support.promised_messages import Message

METHODS = frozenset({"get", "put", "post", "delete", "patch"})
_SUCCESS = range(200, 300)


class ContractUnusable(Exception):
    """A file of promises is not there, or none that can be read; the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back for a request; `text` is None where only its status is known.

    Attributes:
        sent: what was asked with it, where that is known.
    """

    method: str
    path: str
    status: int
    media_type: str = ""
    text: str | None = None
    sent: Sent | None = None


@dataclass(slots=True)
class Operation:
    """One operation of a contract: where it is, and a schema for each way in which it answers."""

    name: str
    path: str
    where: re.Pattern[str]
    answers: Mapping[str, Mapping[str, Any]]
    takes: Taking
    _checks: dict[tuple[str, str], jsonschema_rs.Validator] = field(default_factory=dict)

    def deviation(self, one: Answered, parts: Mapping[str, Any]) -> str:
        """Return how an answer differs from what was promised; empty when it does not."""
        asked, status = f"{one.method} {one.path}", str(one.status)
        promised = self.answers.get(status)
        if promised is None:
            return f"{asked} was answered {status}, and {self.name} promises {', '.join(self.answers)}"
        unpromised = self.takes.deviation(one.sent, parts) if one.sent and one.status in _SUCCESS else ""
        if unpromised:
            return f"{asked} was answered {status}, although {unpromised}"
        if one.text is None:
            return ""
        kinds = promised.get("content", {})
        if not kinds:
            return f"{asked} was answered {status} with a body, and none was promised" if one.text else ""
        if one.media_type not in kinds:
            said = one.media_type or "nothing"
            return f"{asked} was answered {status} with {said}, and {', '.join(kinds)} was promised"
        wrong = self._wrong(one.text, status, one.media_type, parts)
        return f"{asked} was answered {status}, and {wrong}" if wrong else ""

    def _wrong(self, text: str, status: str, kind: str, parts: Mapping[str, Any]) -> str:
        if (status, kind) not in self._checks:
            schema = self.answers[status]["content"][kind]["schema"]
            self._checks[status, kind] = validator(schema, parts, "what was answered")
        try:
            answered = json.loads(text)
        except ValueError:
            return "what came is no JSON"
        return first_wrong(self._checks[status, kind], answered)


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


class ContractBroken(AssertionError):
    """The platform answered what it promised to nobody; the message says where, for each such answer."""


@dataclass(slots=True)
class Keeping:
    """Holds every exchange of one scenario against the contract of its target, if that has one.

    Attributes:
        app: the address that the contract's paths are paths of.
        below: how the paths begin that the contract speaks of; others are nobody's promise.
        checked: how many answers were held against it.
        met: each operation that answered, by its name, with the status.
        deviations: what was not as promised, each once, the oldest first, with the method and address asked.
        judged: what was asked where the first of those deviated that somebody read.
    """

    file: Path | None = None
    app: str = ""
    below: str = "/"
    checked: int = 0
    deviations: dict[str, tuple[str, str]] = field(default_factory=dict)
    met: set[tuple[str, str]] = field(default_factory=set)
    judged: tuple[str, str] | None = None

    def check(  # noqa: PLR0917 - an exchange has that many sides
        self,
        method: str,
        address: str,
        status: int,
        media_type: str,
        text: str | None,
        sent: Sent | None = None,
    ) -> None:
        """Hold one exchange against the contract; `text` is None where a page keeps it to itself."""
        if self.file is None or not address.startswith(self.app + self.below):
            return
        asked = urlsplit(address.removeprefix(self.app))
        self.checked += 1
        if operation := contract(self.file).operation(method, asked.path):
            self.met.add((operation.name, str(status)))
        wrong = contract(self.file).deviation(
            Answered(method, asked.path, status, media_type, text, sent and replace(sent, query=asked.query))
        )
        if wrong:
            self.deviations.setdefault(wrong, (method, address))

    def check_message(self, message: Message, blamed: tuple[str, str]) -> None:
        """Hold a message to a partner against the contract; `blamed` is the method and address to ask."""
        if self.file is None:
            return
        self.checked += 1
        wrong = contract(self.file).messages.deviation(message)
        if wrong:
            self.deviations.setdefault(wrong, blamed)

    def read(self) -> tuple[str, ...]:
        """Return the deviations; whoever reads them judges them, so they are not told at the end again."""
        found = tuple(self.deviations)
        self.judged = next(iter(self.deviations.values()), self.judged)
        self.deviations.clear()
        return found

    def refuse_deviations(self, whose: Callable[[str, str], str]) -> None:
        """Raise ContractBroken when something was answered otherwise than promised, and nobody judged it.

        `whose` says of a method and an address which system answers there, and who looks after it.
        """
        if self.deviations:
            raise ContractBroken(
                "; ".join(f"{wrong} ({whose(*asked)})" for wrong, asked in self.deviations.items())
            )


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
