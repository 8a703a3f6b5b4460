"""Playwright's record of a machine without its secrets: every entry is opened, redacted and packed again."""

from __future__ import annotations

import json
import re
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING

from support.evidence.packed import decoded
from support.evidence.redaction import NAMES
from support.evidence.trees import hidden, redacted_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.evidence.known import Secrets
    from support.evidence.trees import Change

_LINES = (".trace", ".network")  # each line is a JSON document
_NOT_KEPT = (
    ".stacks"  # where in our own code each act stood: paths of this machine, and no file to show for them
)
_SUSPICIOUS = re.compile(rf"{NAMES.pattern}|eyj|bearer|basic|://[^/@\s\"']+@|-key", re.IGNORECASE)


def learn_from(raw: Path, secrets: Secrets) -> None:
    """Take in what stands beside telling names anywhere in a record."""

    def learn(text: str) -> str:
        if _SUSPICIOUS.search(text):
            secrets.learn(text)
        return text

    for name, content in _entries(raw):
        text, encoding = decoded(content)
        for line in text.split("\n") if name.endswith(_LINES) else ():
            if _SUSPICIOUS.search(line):
                _changed_line(line, learn, secrets.learn_value)
        if encoding and not name.endswith(_LINES):
            learn(text)


def redact_record(raw: Path, kept: Path, secrets: Secrets) -> None:
    """Write a record anew without secrets; it opens in Playwright's viewer as the raw one does."""
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in _entries(raw):
            if name.endswith(_NOT_KEPT):
                continue
            lines = name.endswith(_LINES)
            new.writestr(
                name, _redacted_lines(content, secrets) if lines else secrets.redacted_bytes(content)
            )


def _entries(raw: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(raw) as record:
        for entry in record.infolist():
            yield entry.filename, record.read(entry)


def _redacted_lines(content: bytes, secrets: Secrets) -> bytes:
    text = content.decode("utf-8", "replace")
    there = secrets.standing_in(text)

    @lru_cache(maxsize=10_000)
    def redact(part: str) -> str:
        return there.redacted(part) if _SUSPICIOUS.search(part) else there.without_known(part)

    suspect = (line if _is_clean(line, there) else _changed_line(line, redact) for line in text.split("\n"))
    return "\n".join(suspect).encode("utf-8", "replace")


def _is_clean(line: str, secrets: Secrets) -> bool:
    return not _SUSPICIOUS.search(line) and secrets.without_known(line) == line


def _changed_line(line: str, redact: Change, hide: Change = hidden) -> str:
    try:
        tree = json.loads(line)
    except ValueError:
        return redact(line)
    return json.dumps(redacted_tree(tree, redact, hide), ensure_ascii=False, separators=(",", ":"))
