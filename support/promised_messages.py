"""What a contract promises of messages to partners (OpenAPI 3.1, `webhooks`), and whether one keeps to it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from support.promised_requests import Sent, Taking, first_wrong, validator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it came: its headers, by their names in lower case, and its body."""

    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class PromisedMessages:
    """The messages that a contract promises, by what they tell of."""

    kinds: Mapping[str, Mapping[str, Any]]
    parts: Mapping[str, Any]

    def deviation(self, message: Message) -> str:
        """Return how a message differs from what was promised, in a sentence; empty when it does not."""
        try:
            said = json.loads(message.body)
        except ValueError:
            return "a message to a partner is no JSON"
        kind = said.get("type") if isinstance(said, dict) else None
        promised = self.kinds.get(str(kind))
        if promised is None:
            return f"a message to a partner tells of {kind}, which is promised nowhere"
        wrong = next(self._wrong(promised["post"], said, message.headers), "")
        return f"the message {kind} differs: {wrong}" if wrong else ""

    def _wrong(self, promised: Mapping[str, Any], said: object, headers: Mapping[str, str]) -> Iterator[str]:
        for one in promised.get("parameters", ()):
            given = headers.get(one["name"])
            if given is None:
                yield f"the header {one['name']} is missing"
            elif first_wrong(validator(one["schema"], self.parts, "what was sent"), given):
                yield f"the header {one['name']} is not as promised"
        kind = headers.get("content-type", "").partition(";")[0].strip()
        wrong = Taking(promised).deviation(Sent(said, kind), self.parts)
        if wrong:
            yield wrong
