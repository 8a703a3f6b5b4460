"""Tables of steps: the headings are checked, and a table says something."""

from __future__ import annotations

from typing import Any, cast

import pytest
from behave.model import Table

from support.tables import StrangeTable, column


def table(*headings: str, rows: tuple[tuple[str, ...], ...] = ()) -> Table:
    made: Table = cast("Any", Table)(list(headings), rows=[list(row) for row in rows])
    return made


def test_the_cells_are_returned_in_order() -> None:
    assert list(column(table("section", rows=(("Hero",), ("Offer",))), "section")) == ["Hero", "Offer"]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (None, r"takes a table with the heading \| section \|; it got none"),
        (table("sections", rows=(("Hero",),)), "it got sections"),
        (table("section", "words", rows=(("Hero", "a"),)), r"it got section \| words"),
        (table("section"), "has no row"),
    ],
)
def test_another_table_is_refused(given: Table | None, found: str) -> None:
    with pytest.raises(StrangeTable, match=found):
        column(given, "section")
