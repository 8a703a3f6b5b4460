"""Days as requests write them: 2027-04-01, and nothing else that could be taken for one."""

from __future__ import annotations

import re

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def as_written(value: object) -> object:
    """Take a day as it is written (RFC 3339, full-date), and no number of seconds for one."""
    if (isinstance(value, str) and not _DAY.fullmatch(value)) or isinstance(value, (int, float)):
        message = "a day is written as 2027-04-01"
        raise ValueError(message)
    return value
