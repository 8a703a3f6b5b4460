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
    return [cells[0] for cells in records(table, heading)]


def records(table: Table | None, *wanted: str) -> Sequence[tuple[str, ...]]:
    """Return the rows of a table that has these headings.

    Raises:
        StrangeTable: there is no table, it has other headings, or no row.
    """
    headings, shown = list(table.headings) if table is not None else [], " | ".join(wanted)
    if table is None or headings != list(wanted):
        word = "heading" if len(wanted) == 1 else "headings"
        got = " | ".join(headings) or "none"
        raise StrangeTable(f"this step takes a table with the {word} | {shown} |; it got {got}")
    rows = [tuple(row[heading] for heading in wanted) for row in table.rows]
    if not rows:
        raise StrangeTable(f"the table under | {shown} | has no row, so it says nothing")
    return rows
