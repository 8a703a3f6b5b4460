"""What goes wrong where contacts come from files."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi import Request
    from sqlalchemy.orm import Session

    from webbuilder.crm.import_tables import Import
    from webbuilder.crm.importing import Beside, Row
    from webbuilder.crm.known import Known
    from webbuilder.crm.sheets import Record, Sheet
    from webbuilder.crm.taking_in import Taken
    from webbuilder.settings import Settings


def _at_once(original: Original, session: Session, workspace_id: str, name: str, content: bytes) -> Import:
    from webbuilder.crm import imports

    brought: Import = original(session, workspace_id, name, content)
    while imports.go_on(session, brought.id) is not None:
        pass
    return brought


def _as_often_as_asked(original: Original, brought: Import) -> int:
    return 1


def _called_imported(original: Original, session: Session, brought: Import, taken: Sequence[Taken]) -> Any:
    if not brought.trial["refused"]:
        return original(session, brought, taken)
    original.fired()
    return list(taken)


def _without_a_reason(original: Original, row: Row, beside: Beside) -> str:
    return "This cannot be imported." if original(row, beside) else ""


def _what_the_file_says(original: Original, row: Row, known: Known) -> dict[str, str]:
    return dict(row.details)


def _plain_letters(original: Original, content: bytes) -> str:
    text: str = original(content)
    return text.encode("ascii", "ignore").decode("ascii")


def _whatever_it_is(original: Original, content: bytes) -> str:
    return content.decode("latin-1").replace("\x00", "")


def _the_first_column(original: Original, content: bytes) -> Sheet:
    from webbuilder.problems import Problem

    try:
        return original(content)  # type: ignore[no-any-return]  # as its target
    except Problem as problem:
        if problem.kind != "no-address-column":
            raise
        original.fired()
        return original(b"E-mail" + content[content.index(b",") :])  # type: ignore[no-any-return]  # as its target


def _any_number(original: Original, sheet: Sheet) -> list[Record]:
    from itertools import islice

    from webbuilder.crm.imports import PIECE

    return list(islice(sheet.records(), PIECE))


async def _all_of_it(
    original: Original,
    request: Request,
    most: int = 2 * 1024 * 1024,
    advice: str = "Send your changes in several parts.",
) -> bytes:
    return b"".join([piece async for piece in request.stream()])


def _cancelled_or_not(original: Original, session: Session, job_id: str, settings: Settings) -> Any:
    from webbuilder.jobs.tables import Job

    job = session.get(Job, job_id, with_for_update=True)
    if job is not None and (job.kind, job.state) == ("import", "cancelled"):
        original.fired()
        job.state = "running"
    return original(session, job_id, settings)


def _once_more(original: Original, session: Session, brought: Import, ids: Sequence[str]) -> None:
    from webbuilder.crm.import_tables import Import

    original(session, brought, ids)
    original(session, Import(id=f"{brought.id}:again", **_of(brought)), ids)


def _of(brought: Import) -> Mapping[str, Any]:
    return {"workspace_id": brought.workspace_id, "name": brought.name}


FAULTS = (
    Fault(
        "trying-out-imports",
        "A file that is tried out is imported.",
        "Maya would look at an old list, and two hundred people would live where they lived nine years ago.",
        "SYS-CRM",
        (of_people.TRIED_FIRST,),
        "CRM System",
        (Function("webbuilder.crm.imports:try_out", _at_once),),
    ),
    Fault(
        "files-are-imported-as-often-as-asked",
        "A file is imported as often as somebody says so.",
        "Maya would see two jobs for one list, and not know which of them is to be believed.",
        "ERRORS",
        (of_people.TRIED_FIRST,),
        "CRM System",
        (Function("webbuilder.crm.imports:to_import", _as_often_as_asked),),
    ),
    Fault(
        "one-mistake-spoils-a-file",
        "Where a row is refused nobody of the file becomes a contact, and the import is called done.",
        "Maya would write to all of her regulars, and one typing error would keep it from every one of them.",
        "SYS-CRM",
        (of_people.RIGHT_ROWS,),
        "CRM System",
        (Function("webbuilder.crm.taking_in:take_in", _called_imported, counts_itself=True),),
    ),
    Fault(
        "rows-are-refused-without-a-reason",
        "Of a row that is refused nobody is told why.",
        "Maya would stare at an address, and find it as right as all others.",
        "ERRORS",
        (of_people.RIGHT_ROWS,),
        "CRM System",
        (Function("webbuilder.crm.importing:refused_because", _without_a_reason),),
    ),
    Fault(
        "a-file-replaces-what-is-known",
        "What a file does not say of somebody is forgotten.",
        "Maya would bring a list of names, and lose what nine years have told her of each.",
        "SYS-CRM",
        (of_people.NOTHING_TAKEN_AWAY,),
        "CRM System",
        (Function("webbuilder.crm.known:details_after", _what_the_file_says),),
    ),
    Fault(
        "letters-beyond-english-are-lost",
        "Letters that English does not have are left out of what a file says.",
        "Zoë Müller would get a letter to somebody called Zo Mller.",
        "SYS-CRM",
        (of_people.READ_AS_WRITTEN,),
        "CRM System",
        (Function("webbuilder.crm.sheets:text_of", _plain_letters),),
    ),
    Fault(
        "anything-is-a-table",
        "A file that is no text is read as if it were one.",
        "Maya would bring a workbook, and be told of a column that she sees before her.",
        "ERRORS",
        (of_people.NO_FILE_OF_CONTACTS,),
        "CRM System",
        (Function("webbuilder.crm.sheets:text_of", _whatever_it_is),),
    ),
    Fault(
        "the-first-column-is-taken-for-addresses",
        "Where no column holds addresses the first one is taken for it.",
        "Maya would be told of four hundred people that each of them has no address.",
        "ERRORS",
        (of_people.NO_FILE_OF_CONTACTS,),
        "CRM System",
        (Function("webbuilder.crm.sheets:read", _the_first_column, counts_itself=True),),
    ),
    Fault(
        "files-of-any-number-of-rows",
        "Of a long file the beginning is taken, and of an empty one nothing, without a word.",
        "A program would bring all customers of a chain, and half of them would never be heard of again.",
        "ERRORS",
        (of_people.NO_FILE_OF_CONTACTS,),
        "CRM System",
        (Function("webbuilder.crm.imports:_records", _any_number),),
    ),
    Fault(
        "files-of-any-size",
        "A file is taken in whatever its size.",
        "One program's mistake would fill the memory of all.",
        "ERRORS",
        (of_people.NO_FILE_OF_CONTACTS,),
        "Backend APIs",
        (Function("webbuilder.conventions.bounded:read", _all_of_it),),
    ),
    Fault(
        "cancelled-imports-go-on",
        "An import that was cancelled is called cancelled, and goes on.",
        "Maya would see that she took the wrong list, press in time, and have it all the same.",
        "SYS-JOBS",
        (of_people.CANCELLED_IMPORT,),
        "Background Jobs",
        (Function("webbuilder.jobs.work:do", _cancelled_or_not, counts_itself=True),),
    ),
    Fault(
        "imports-are-written-down-each-time",
        "That somebody was imported stands in their history as often as a worker came by.",
        "Priya's history would tell of two lists where there was one.",
        "CONSISTENCY",
        (of_people.IMPORTED_ONCE,),
        "CRM System",
        (Function("webbuilder.crm.taking_in:_note", _once_more),),
    ),
)
