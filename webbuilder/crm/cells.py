"""Cells that no spreadsheet takes for a formula: how they are written, and how they are read again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What a spreadsheet would reckon out (OWASP, CSV Injection), behind as many apostrophes as there are.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - wide ones are reckoned out as well
_PARTED = re.compile(r"(?:\\[\\;]|[^;])+")
_ESCAPED = re.compile(r"\\([\\;])")
_SPECIAL = re.compile(r"([\\;])")


def guarded(text: str) -> str:
    """Return a cell that is shown as it is: what would be reckoned out has an apostrophe before it."""
    return f"'{text}" if _FORMULA.match(text) else text


def loosened(cell: str) -> str:
    """Return what was written before it was guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def row(cells: Iterable[str]) -> str:
    """Return a line of a file: every cell guarded and in quotation marks (RFC 4180)."""
    return ",".join('"' + guarded(cell).replace('"', '""') + '"' for cell in cells) + "\r\n"


def joined(words: Iterable[str]) -> str:
    """Return several words as one cell, with semicolons between."""
    return ";".join(_SPECIAL.sub(r"\\\1", word) for word in words)


def parted(cell: str) -> list[str]:
    """Return the words of a cell, each once and in their order."""
    found = (_ESCAPED.sub(r"\1", part).strip() for part in _PARTED.findall(cell))
    return list(dict.fromkeys(filter(None, found)))
