"""Tables of steps, with headings that are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from behave.model import Table


class StrangeTable(Exception):
    """A table has other headings than its step takes; the message names both."""


def column(table: Table | None, heading: str) -> Sequence[str]:
    """Return the cells of a table that has this one heading.

    Raises:
        StrangeTable: there is no table, it has other headings, or no row.
    """
    headings = list(table.headings) if table is not None else []
    if table is None or headings != [heading]:
        message = (
            f"this step takes a table with the heading | {heading} |; it got {' | '.join(headings) or 'none'}"
        )
        raise StrangeTable(message)
    cells = [row[heading] for row in table.rows]
    if not cells:
        message = f"the table under | {heading} | has no row, so it says nothing"
        raise StrangeTable(message)
    return cells
