"""Files of contacts as people bring them, and others that are brought by mistake."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from support.cast import CAST
from support.pictures import picture
from support.tables import StrangeTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from behave.model import Table

    from support.world import World

ADDRESS, WORKBOOK = "E-mail", b"PK\x03\x04 and what is in a workbook"
UTF_8 = "UTF-8 with commas"
LETTERS = {
    UTF_8: ("utf-8-sig", ","),
    "UTF-16 with tabs": ("utf-16", "\t"),
    "Windows-1252 with semicolons": ("cp1252", ";"),
}
_MOST_ROWS, _MEGABYTES, _LONG = 100_000, 21, "{51 letters}"
MISFITS: dict[str, Callable[[], bytes]] = {
    "a workbook": lambda: WORKBOOK,
    "a picture of a list": picture,
    "a list without addresses": lambda: b"Name,Town\nPriya,Leeds\n",
    "a list of nobody": lambda: b"E-mail,Name\n",
    "a list of 100,001 rows": lambda: _long_list(_MOST_ROWS + 1),
    "a list of 21 MB": lambda: b"E-mail,Name\n" + b"," * (_MEGABYTES * 1024 * 1024),
}


def written(world: World, table: Table | None, letters: str = UTF_8) -> bytes:
    """Return a table as a file; who of the cast stands below `E-mail` stands there with their address.

    Raises:
        StrangeTable: there is no table, or none with that heading.
    """
    if table is None or ADDRESS not in table.headings:
        raise StrangeTable(f"this step takes a table with the heading | {ADDRESS} | among others")
    rows = [[_said(world, heading, row[heading]) for heading in table.headings] for row in table.rows]
    return as_file([table.headings, *rows], letters)


def of_one_and(world: World, visitor: str, row: str) -> bytes:
    """Return a file of somebody, and of a row as it is; `{Priya}` stands for her address."""
    named = row.replace(f"{{{visitor}}}", world.actor(visitor).person.email)
    long = named.replace(_LONG, "rye " * 13)
    head = f"{ADDRESS},Name" + (",Tags" if long != named else "")
    return f"{head}\n{world.actor(visitor).person.email},{visitor}\n{long}\n".encode()


def as_file(rows: Sequence[Sequence[str]], letters: str = UTF_8) -> bytes:
    """Return rows as a program writes them."""
    encoding, delimiter = LETTERS[letters]
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue().encode(encoding)


def cells_of(content: bytes) -> list[list[str]]:
    """Return the cells of a file as they stand there."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _said(world: World, heading: str, cell: str) -> str:
    return world.actor(cell).person.email if heading == ADDRESS and cell in CAST else cell


def _long_list(many: int) -> bytes:
    return b"E-mail\n" + b"".join(b"%d@example.org\n" % number for number in range(many))
