"""What an operation of a contract takes, and how a request that was done differs from it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: a body as it was given to be written as JSON, its media type, and a query."""

    body: object = None
    media_type: str = ""
    query: str = ""


@dataclass(slots=True)
class Taking:
    """What an operation says that it takes; `shared` are the parameters of all operations at its path."""

    operation: Mapping[str, Any]
    shared: Sequence[Mapping[str, Any]] = ()
    _checks: dict[str, jsonschema_rs.Validator] = field(default_factory=dict)

    def deviation(self, sent: Sent, parts: Mapping[str, Any]) -> str:
        """Return how a request differs from what is taken; empty when it does not."""
        given = [*self.shared, *self.operation.get("parameters", ())]
        known = {one["name"] for one in given if one["in"] == "query"}
        strange = [name for name, _ in parse_qsl(sent.query, keep_blank_values=True) if name not in known]
        if strange:
            return f"the query parameter {strange[0]} is promised nowhere"
        promised = self.operation.get("requestBody", {})
        if sent.body is None:
            return "the body that it asks for was missing" if promised.get("required") else ""
        kinds = promised.get("content", {})
        if sent.media_type not in kinds:
            asked = ", ".join(kinds) or "no body"
            return f"a body was sent as {sent.media_type or 'nothing'}, and {asked} is promised"
        if sent.media_type not in self._checks:
            schema = kinds[sent.media_type]["schema"]
            self._checks[sent.media_type] = validator(schema, parts, "what was sent")
        wrong = first_wrong(self._checks[sent.media_type], json.loads(json.dumps(sent.body)))
        return f"its body does not fit: {wrong}" if wrong else ""


def validator(schema: Mapping[str, Any], parts: Mapping[str, Any], hidden: str) -> jsonschema_rs.Validator:
    """Return what checks by a schema of a contract; `hidden` stands for values.

    A value may be a secret, or somebody's; the place is enough to find it.
    """
    return jsonschema_rs.Draft202012Validator(
        {**schema, "components": parts}, mask=hidden, validate_formats=True
    )


def first_wrong(check: jsonschema_rs.Validator, value: Any) -> str:
    """Return the first place of a document that does not fit, with the reason; empty when all fits."""
    for error in check.iter_errors(value):
        place = "".join(f"/{step}" for step in error.instance_path) or "the whole"
        return f"{place}: {error.message}"
    return ""
