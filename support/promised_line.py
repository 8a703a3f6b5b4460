"""What a contract promises of a line that a platform speaks on by itself (AsyncAPI 3)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.promised_requests import first_wrong, validator

if TYPE_CHECKING:
    from collections.abc import Mapping

_SENDS = "send"


@dataclass(frozen=True, slots=True)
class PromisedLine:
    """The messages that a platform says, by what they call themselves."""

    kinds: Mapping[str, Mapping[str, Any]]
    parts: Mapping[str, Any]

    def deviation(self, text: str) -> str:
        """Return how a message differs from what was promised, in a sentence; empty when it does not."""
        try:
            said = json.loads(text)
        except ValueError:
            return "a message on the line is no JSON"
        kind = str(said.get("type")) if isinstance(said, dict) else "nothing"
        if kind not in self.kinds:
            return f"a message on the line calls itself {kind}, which is promised nowhere"
        wrong = first_wrong(validator(self.kinds[kind], self.parts, "what was said on the line"), said)
        return f"the message {kind} on the line differs: {wrong}" if wrong else ""


@cache
def promised_line(file: Path) -> PromisedLine:
    """Return what a file promises of a line.

    Raises:
        ValueError, KeyError: it is no description of one.
    """
    document = json.loads(file.read_text("utf-8"))
    said = [
        one["$ref"].rpartition("/")[2]
        for operation in document["operations"].values()
        if operation["action"] == _SENDS
        for one in operation["messages"]
    ]
    messages = document["components"]["messages"]
    schemas = document["components"]["schemas"]
    return PromisedLine({name: messages[name]["payload"] for name in said}, {"schemas": schemas})
