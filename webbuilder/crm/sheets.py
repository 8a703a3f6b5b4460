"""Files of contacts as spreadsheets and people write them: letters, delimiters, rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from webbuilder.crm.cells import loosened
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_COLUMNS, LONGEST_NAME_OF_A_COLUMN = 500, 200
WHY = "Why it was refused"  # the column that is added to what is to be mended; it is read as nothing
DETAIL = "Detail: "  # before the name of a detail that would be read as something else
_MOST_LINES = 200  # of one row: what goes on for longer is a quotation mark that nobody closed
_LONGEST_LINE, _LONGEST_TOLD = 500_000, 10_000  # characters; a row has a line like that by mistake alone
_DELIMITERS = (",", ";", "\t")
_BYTE_ORDERS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SEPARATOR = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)  # as Excel writes it above all else
_CALLED = {
    "email": "email",
    "emailaddress": "email",
    "emailadresse": "email",
    "mail": "email",
    "mailaddress": "email",
    "name": "name",
    "fullname": "name",
    "tag": "tags",
    "tags": "tags",
    "list": "lists",
    "lists": "lists",
    "whyitwasrefused": "nothing",
}


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a file: the line at which it begins, from 1 on, its cells, and how many lines it takes.

    One that is `broken` could not be parted into cells; it has its whole line as one.
    """

    line: int
    cells: list[str]
    height: int = 1
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that was read: the names of its columns, and what is left of its text from a line on."""

    header: tuple[str, ...]
    lines: Sequence[str]
    delimiter: str
    first: int

    def records(self) -> Iterator[Record]:
        """Go through the rows below the names; those in which nothing stands are none."""
        for record in records(self.lines, self.delimiter, self.first):
            if any(map(str.strip, record.cells)):
                yield record


def read(content: bytes) -> Sheet:
    """Return what a file holds.

    Raises:
        Problem: it is no text, or says nowhere which of its columns holds addresses.
    """
    text = text_of(content)
    told = _SEPARATOR.match(text)
    lines = list(io.StringIO(text, newline=""))
    first = next((at for at, line in enumerate(lines) if line.strip() and not (told and at == 0)), len(lines))
    sheets = [_sheet(lines, one, first) for one in ([told[1]] if told else _DELIMITERS)]
    fitting = [one for one in sheets if "email" in map(meaning, one.header)]
    if not fitting:
        raise Problem(
            422,
            "no-address-column",
            "No column of this file is called “E-mail”. Write that above the addresses, in its first line.",
        )
    sheet = max(fitting, key=lambda one: len(one.header))
    _refuse_columns(sheet.header)
    return sheet


def text_of(content: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with a byte order mark, or Windows-1252.

    Raises:
        Problem: it is something else.
    """
    if content.startswith(_WORKBOOKS):
        raise Problem(
            422,
            "not-a-table",
            "This is a workbook. Let your spreadsheet save it as CSV, and bring that.",
        )
    for encoding in ("utf-16",) if content.startswith(_BYTE_ORDERS) else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Problem(
        422,
        "not-a-table",
        "This is no text, so no table. Let your spreadsheet save it as CSV, and bring that.",
    )


def meaning(column: str) -> str:
    """Return what a column of this name holds: `email`, `name`, `tags`, `lists`, `nothing`, or a `detail`."""
    return _CALLED.get("".join(filter(str.isalnum, column.casefold())), "detail")


def detail_of(column: str) -> str:
    """Return the name of the detail that a column holds."""
    return column.removeprefix(DETAIL)


def column_of(detail: str) -> str:
    """Return the name of a column that is read as this detail."""
    return DETAIL + detail if detail.startswith(DETAIL) or meaning(detail) != "detail" else detail


def records(lines: Sequence[str], delimiter: str, at: int) -> Iterator[Record]:
    """Go through the rows of a text from a line on; one that is broken spoils no other."""
    while at < len(lines):
        record = _record(lines, delimiter, at)
        yield record
        at += record.height


def _record(lines: Sequence[str], delimiter: str, at: int) -> Record:
    reader = csv.reader(lines[at : at + _MOST_LINES], delimiter=delimiter, strict=True)
    try:
        if len(lines[at]) <= _LONGEST_LINE:
            return Record(at + 1, next(reader), reader.line_num)
    except csv.Error:
        pass
    return Record(at + 1, [lines[at].rstrip("\r\n")[:_LONGEST_TOLD]], broken=True)


def _sheet(lines: Sequence[str], delimiter: str, first: int) -> Sheet:
    named = next(records(lines, delimiter, first), Record(0, []))
    cells = [loosened(cell.strip()) for cell in named.cells]
    while cells and not cells[-1]:
        cells.pop()
    return Sheet(tuple(cells), lines, delimiter, first + named.height)


def _refuse_columns(header: Sequence[str]) -> None:
    if len(header) > MOST_COLUMNS:
        raise _columns(f"This file has {len(header)} columns; {MOST_COLUMNS} are the most. Leave some out.")
    known: dict[str, str] = {}
    for number, column in enumerate(header, 1):
        if not column:
            raise _columns(f"Column {number} has no name. Write one into the first line of the file.")
        if len(column) > LONGEST_NAME_OF_A_COLUMN:
            raise _columns(
                f"The name of column {number} is longer than {LONGEST_NAME_OF_A_COLUMN} characters."
            )
        kind = meaning(column)
        holds = DETAIL + detail_of(column) if kind == "detail" else kind
        if holds in known:
            raise _columns(f"“{known[holds]}” and “{column}” hold the same. Keep one of the two columns.")
        known[holds] = column


def _columns(words: str) -> Problem:
    return Problem(422, "columns-unfit", words)
