"""Where a failed case keeps its evidence, named so that people find it and every file system takes it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from support.case import NO_ENGINE
from support.reporting.words import short

if TYPE_CHECKING:
    from support.case import Case

_LONGEST = 120
_PLAIN = re.compile(r"[\w\s'’,./-]*", re.ASCII)


def slug(words: str) -> str:
    """Return words in small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "").replace("'", "")).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-")


def folder_of(case: Case) -> str:
    """Return the name of a case's folder: `journeys-publishing--edits-stay-private@chromium-desktop`.

    Where the title has signs that a file system or another title might trip over, or is long, a few digits
    of the whole id follow, so that two cases never share a folder.
    """
    row = f"--{case.row}" if case.row else ""
    title = case.title + row
    name = f"{slug(short(case.path))}--{slug(case.title)}{'-' + slug(row) if row else ''}"
    whole = _PLAIN.fullmatch(title.replace("’", "")) and len(name) <= _LONGEST
    digits = "" if whole else f"-{hashlib.sha256(case.id.encode()).hexdigest()[:8]}"
    where = "api" if case.engine == NO_ENGINE else f"{slug(case.engine)}-{slug(case.device)}"
    return f"{name[:_LONGEST].rstrip('-')}{digits}@{where}"
