"""What a row of a file says of somebody, and whether it is taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from webbuilder.connector.service import is_address
from webbuilder.crm import cells, sheets
from webbuilder.crm.service import MOST_DETAILS, address_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set as AbstractSet

    from webbuilder.crm.known import Known
    from webbuilder.crm.sheets import Record

# What ends a line, or is none of what one reads: a name goes into the subjects of mails.
_BREAK = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
NAME_LENGTH, DETAIL_LENGTH, WORD_LENGTH = 500, 5000, 50


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says of somebody; what it says nothing of is empty, and leaves what is known."""

    record: Record
    email: str
    name: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    tags: Sequence[str] = ()
    lists: Sequence[str] = ()

    @property
    def key(self) -> str:
        """The address as it is compared."""
        return address_key(self.email)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside a row.

    Attributes:
        header: the names of the columns.
        known: what is known of those whom rows are of, by their addresses.
        forgotten: the addresses of those who asked to be forgotten.
        taken_in: under which address those are by now who were taken together with somebody.
        lines: in which line each address stood first.
    """

    header: Sequence[str]
    known: Mapping[str, Known]
    forgotten: AbstractSet[str] = frozenset()
    taken_in: Mapping[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def row_of(header: Sequence[str], record: Record) -> Row:
    """Return what a row says, read by the names of its columns."""
    held: dict[str, str] = {"email": "", "name": "", "tags": "", "lists": ""}
    details: dict[str, str] = {}
    for column, cell in zip(header, record.cells, strict=False):
        kind, said = sheets.meaning(column), cells.loosened(cell.strip())
        if kind in held:
            held[kind] = said
        elif kind == "detail" and said:
            details[sheets.detail_of(column)] = said
    name, tags, lists = (_BREAK.sub(" ", held[one]).strip() for one in ("name", "tags", "lists"))
    return Row(record, held["email"], name, details, cells.parted(tags), cells.parted(lists))


def refused_because(row: Row, beside: Beside) -> str:
    """Return why a row is not taken, in words; nothing where it is. Rows are judged here and nowhere else.

    It is asked when a file is tried out, and once more when it is imported.
    """
    if row.record.broken:
        return "A quotation mark is not closed, or stands where none can."
    beyond = row.record.cells[len(beside.header) :]
    if any(map(str.strip, beyond)):
        return f"This row has {len(row.record.cells)} cells, and there are {len(beside.header)} columns."
    return _unfit_address(row, beside) or _too_much(row, beside.known.get(row.key))


def _unfit_address(row: Row, beside: Beside) -> str:
    if not row.email:
        return "No e-mail address stands in this row."
    if not is_address(row.email):
        return f"“{row.email[:100]}” is not an e-mail address."
    if row.key in beside.forgotten:
        return (
            "Whoever has this address asked to be forgotten. They come back by signing up, and not by a file."
        )
    if row.key in beside.taken_in:
        return (
            f"Whoever has this address is known under {beside.taken_in[row.key]} by now. Write that instead."
        )
    before = beside.lines.setdefault(row.key, row.record.line)
    return f"This address stands in line {before} already." if before != row.record.line else ""


def _too_much(row: Row, known: Known | None) -> str:
    if len(row.name) > NAME_LENGTH:
        return f"The name has {len(row.name)} characters; {NAME_LENGTH} are the most."
    for detail, said in row.details.items():
        if len(said) > DETAIL_LENGTH:
            return f"“{detail}” has {len(said)} characters; {DETAIL_LENGTH} are the most."
    long = next((word for word in (*row.tags, *row.lists) if len(word) > WORD_LENGTH), "")
    if long:
        return f"“{long[:WORD_LENGTH]}…” is longer than {WORD_LENGTH} characters, and no tag or list is."
    details = len({*row.details, *(known.details if known else ())})
    if details > MOST_DETAILS:
        return f"With this row there would be {details} details; {MOST_DETAILS} are the most that one has."
    return ""
