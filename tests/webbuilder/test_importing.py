"""Files of contacts: what is read of them, row by row, and that nothing of them is lost on the way back."""

from __future__ import annotations

import asyncio
import contextlib
import csv
import io
from collections.abc import AsyncIterator

import pytest
from hypothesis import given, strategies as st

from webbuilder.conventions import bounded
from webbuilder.crm import cells, sheets
from webbuilder.crm.import_routes import KeepingFiles
from webbuilder.crm.importing import Beside, refused_because, row_of
from webbuilder.crm.known import Known
from webbuilder.problems import Problem

HEADER = ("E-mail", "Name", "Tags", "Lists", "Town")
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)


def rows(content: bytes) -> list[list[str]]:
    return [record.cells for record in sheets.read(content).records()]


def reason(line: str, *, known: dict[str, Known] | None = None) -> str:
    (record,) = sheets.read(f"{','.join(HEADER)}\n{line}\n".encode()).records()
    return refused_because(row_of(HEADER, record), Beside(HEADER, known or {}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_file_is_read_however_it_is_written(encoding: str, delimiter: str, ending: str) -> None:
    text = ending.join(delimiter.join(cells) for cells in (("E-mail", "Name"), ("z@example.org", "Zoë")))
    sheet = sheets.read(text.encode(encoding))
    assert (sheet.header, sheet.delimiter) == (("E-mail", "Name"), delimiter)
    assert rows(text.encode(encoding)) == [["z@example.org", "Zoë"]]


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_says_how_utf_16_is_read(order: str) -> None:
    assert rows("\ufeffemail,name\na@b.co,נור 🍞".encode(order)) == [["a@b.co", "נור 🍞"]]


def test_quotes_line_breaks_and_delimiters_stand_in_cells() -> None:
    content = b'email,name\na@b.co,"He said ""rye, please""\r\nand left"\n\n,\nc@d.co,Plain\n'
    assert rows(content) == [["a@b.co", 'He said "rye, please"\r\nand left'], ["c@d.co", "Plain"]]
    assert [record.line for record in sheets.read(content).records()] == [2, 6]


def test_excel_says_what_parts_its_cells() -> None:
    assert rows(b"sep=;\r\nname;e-mail\r\n1,5;a@b.co") == [["1,5", "a@b.co"]]


@pytest.mark.parametrize("line", ['"never closed,Noor', 'n@b.co,"closed"too early', "x" * 500_001])
def test_a_broken_row_spoils_no_other(line: str) -> None:
    found = list(sheets.read(f"email,name\na@b.co,A\n{line}\nc@d.co,C\n".encode()).records())
    assert [(one.line, one.broken) for one in found] == [(2, False), (3, True), (4, False)]
    assert found[1].cells == [line[:10_000]]
    assert "quotation mark" in refused_because(row_of(HEADER, found[1]), Beside(HEADER, {}))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is called “E-mail”"),
        (b"name,town\nA,B", "is called “E-mail”"),
        (b"email,name\na@b.co,\x00", "This is no text"),
        ("email,name".encode("utf-16-le"), "This is no text"),
        (b"\xff\xfee", "This is no text"),
        (b"\x81\x8d", "This is no text"),
        (b"PK\x03\x04...", "This is a workbook"),
        (b"email,E-Mail\n", "hold the same"),
        (b"email,Town,Town\n", "hold the same"),
        (b"email,,Town\n", "Column 2 has no name"),
        (b"email," + b"x" * 201, "longer than 200 characters"),
        (b"email," + b",".join(b"%d" % one for one in range(500)), "500 are the most"),
    ],
)
def test_what_is_no_file_of_contacts_is_refused_in_words(content: bytes, words: str) -> None:
    with pytest.raises(Problem, match=words):
        sheets.read(content)


def test_columns_without_names_at_the_end_are_none() -> None:
    assert sheets.read(b"email;name;;\na@b.co;A;;").header == ("email", "name")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a@b.co,A,,,", ""),
        ("a@b.co", ""),
        ("a@b.co,A,,,,,", ""),
        (" a@b.co ,,,,", ""),
        ("'=a@b.co,,,,", ""),
        (",A,,,", "No e-mail address"),
        ("a@b,A,,,", "“a@b” is not an e-mail address"),
        ("a@b.co,A,,,,more", "has 6 cells, and there are 5 columns"),
        (f"a@b.co,{'n' * 500},,,", ""),
        (f"a@b.co,{'n' * 501},,,", "501 characters; 500 are the most"),
        (f"a@b.co,,,,{'t' * 5001}", "“Town” has 5001 characters"),
        (f"a@b.co,,{'t' * 51},,", "longer than 50 characters"),
        (f"a@b.co,,,{'t' * 51},", "longer than 50 characters"),
    ],
)
def test_a_row_is_taken_or_says_why_not(line: str, words: str) -> None:
    assert words in reason(line)
    assert bool(words) == bool(reason(line))


def test_a_name_and_its_tags_stand_in_one_line() -> None:
    (record,) = sheets.read(
        b'email,name,tags,town\na@b.co,"Priya\r\nBcc: x@y.z","rye\n;b","Leeds\nYork"'
    ).records()
    row = row_of(("email", "name", "tags", "town"), record)
    assert (row.name, row.tags, row.details) == ("Priya Bcc: x@y.z", ["rye", "b"], {"town": "Leeds\nYork"})


def test_an_address_stands_once_in_a_file_however_it_is_written() -> None:
    beside, sheet = Beside(("email",), {}), sheets.read(b"email\na@b.co\n A@B.co\nc@d.co\n")
    reasons = [refused_because(row_of(sheet.header, one), beside) for one in sheet.records()]
    assert reasons == ["", "This address stands in line 2 already.", ""]


def test_nobody_has_more_details_than_are_kept() -> None:
    full = {f"detail {number}": "x" for number in range(50)}
    known = {"a@b.co": Known("contact_1", "A", full, sample=False, tags=set(), lists=set())}
    assert "51 details; 50 are the most" in reason("a@b.co,,,,Leeds", known=known)
    assert not reason("a@b.co,,,,", known=known)


@given(TEXTS)
def test_a_guarded_cell_is_read_as_it_was(text: str) -> None:
    guarded = cells.guarded(text)
    assert guarded[:1] not in tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 - wide ones are reckoned out as well
    assert cells.loosened(guarded) == text


@given(st.lists(TEXTS.map(str.strip).filter(bool), unique=True))
def test_words_of_a_cell_are_parted_as_they_were_joined(words: list[str]) -> None:
    assert cells.parted(cells.joined(words)) == words


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=5))
def test_what_is_written_is_read_by_whoever_reads_tables(table: list[list[str]]) -> None:
    text = "".join(map(cells.row, table))
    read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert [[cells.loosened(cell) for cell in one] for one in read] == table


@given(TEXTS.filter(bool))
def test_a_detail_of_any_name_has_a_column_that_is_read_as_it(detail: str) -> None:
    column = sheets.column_of(detail)
    assert (sheets.meaning(column), sheets.detail_of(column)) == ("detail", detail)


@given(st.binary(max_size=200))
def test_no_file_breaks_anything(content: bytes) -> None:
    with contextlib.suppress(Problem):
        found = list(sheets.read(b"email,name\n" + content).records())
        assert [one.line for one in found] == sorted({one.line for one in found})


class Upload:
    """A request that brings as many megabytes as anybody reads of it."""

    def __init__(self, megabytes: int) -> None:
        self.megabytes, self.read = megabytes, 0

    async def stream(self) -> AsyncIterator[bytes]:
        for _ in range(self.megabytes):
            self.read += 1
            yield bytes(1024 * 1024)


def test_an_upload_of_any_size_is_refused_before_all_of_it_is_read() -> None:
    upload, most = Upload(200), KeepingFiles.most_bytes
    with pytest.raises(Problem, match=r"This is more than 20 MB at once\. Split the file"):
        asyncio.run(bounded.read(upload, most, KeepingFiles.advice))  # type: ignore[arg-type]  # read as one
    assert upload.read == 65
