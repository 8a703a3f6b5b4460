"""What a file of what came of a site tells in all, whichever way it was saved."""

from __future__ import annotations

import csv

_COLUMNS = ("Views", "Visitors", "Sent forms")


def added_up(text: str) -> tuple[int, int, int]:
    """Return how many views, visitors and sent forms the lines of a file tell of."""
    lines = list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
    views, visitors, sent = (sum(int(line[column]) for line in lines) for column in _COLUMNS)
    return views, visitors, sent
