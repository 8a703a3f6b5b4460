"""The secrets that a scenario has met, and texts and bytes without them, however they are spelt there."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from support.evidence.packed import decoded, repacked
from support.evidence.redaction import HIDDEN, as_text, redacted as redacted_by_name, secrets_in
from support.evidence.spellings import spellings
from support.evidence.trees import redacted_tree

SHORTEST = 6  # characters; a shorter value stands in ordinary words, and hiding it would hide the evidence
_SHORTEST_LEARNT = 12  # what only stood beside a telling name may be a word of a language
_TAKEN_AWAY = "This was no text, and a secret stood in it, so it was taken away whole."


@dataclass(slots=True)
class Secrets:
    """Values that nobody may read in what is kept, each with a word for what it is."""

    _named: dict[str, str] = field(default_factory=dict)

    def add(self, value: str | None, what: str) -> None:
        """Take a value in; one of fewer than six characters is not taken."""
        if value and len(value) >= SHORTEST and HIDDEN not in value:
            self._named.setdefault(value, what)

    def learn(self, value: object) -> None:
        """Take in what stands beside a telling name in a text, to hide it where no name stands beside it."""
        for found in secrets_in(as_text(value)):
            self.learn_value(found)

    def learn_value(self, value: str) -> str:
        """Take in what stood beside a telling name, with its parts: a scheme and a token, cookies."""
        for one in (value, *_parts(value)):
            if len(one) >= _SHORTEST_LEARNT and not any(map(str.isspace, one)):
                self.add(one, "what stood beside a telling name")
        return value

    @property
    def named(self) -> dict[str, str]:
        """Every value, with what it is."""
        return dict(self._named)

    def standing_in(self, text: str) -> Secrets:
        """Return those that stand in a text, so that its many lines need not be searched for all."""
        there = {value: what for value, what in self._named.items() if _stands(value, text)}
        return Secrets(there)

    def redacted(self, value: object) -> str:
        """Return `value` as text without secrets, known ones and those that are told by a name."""
        return redacted_by_name(self.without_known(as_text(value)))

    def without_known(self, text: str) -> str:
        """Return a text without the known values."""
        for value in sorted(self._named, key=len, reverse=True):
            for spelt in spellings(value):
                if spelt in text:
                    text = text.replace(spelt, HIDDEN)
        return text

    def redacted_bytes(self, content: bytes) -> bytes:
        """Return bytes without secrets; what is packed is unpacked and packed again."""
        packed = repacked(content, self.redacted_bytes)
        if packed is not None:
            return packed
        text, encoding = decoded(content)
        if encoding:
            return self._redacted_document(text).encode(encoding, "surrogatepass")
        bare = content.decode("latin-1")
        in_utf_8 = content.decode("utf-8", "ignore")
        there = any(_stands(value, bare) or _stands(value, in_utf_8) for value in self._named)
        return _TAKEN_AWAY.encode() if there else content

    def _redacted_document(self, text: str) -> str:
        if text.lstrip()[:1] in ("{", "["):
            try:
                tree = json.loads(text)
            except ValueError:
                return self.redacted(text)
            return json.dumps(redacted_tree(tree, self.redacted), ensure_ascii=False)
        return self.redacted(text)


def _stands(value: str, text: str) -> bool:
    return any(spelt in text for spelt in spellings(value))


def _parts(value: str) -> Iterator[str]:
    """Give the parts of a value that may be secrets by themselves."""
    token = value.strip().rpartition(" ")[2]  # a header says first in which scheme
    yield token
    try:
        yield base64.b64decode(token, validate=True).decode().partition(":")[2]
    except ValueError:
        yield ""  # it is not a name and a password in base64
    yield value.rpartition(":")[2]
    yield value.partition("#")[0]
    for pair in value.split(";"):
        yield pair.partition("=")[2].strip()
