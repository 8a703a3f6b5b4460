"""What goes wrong where contacts go into files."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select

    from webbuilder.crm.tables import Contact


def _as_it_stands(original: Original, cell: str) -> str:
    return cell


def _as_it_was_written(original: Original, text: str) -> str:
    return text


def _samples_too(original: Original, workspace_id: str) -> Select[Contact]:
    from sqlalchemy import select

    from webbuilder.crm.tables import Contact

    mine = select(Contact).where(Contact.workspace_id == workspace_id)
    return mine.order_by(Contact.created_at, Contact.id)


FAULTS = (
    Fault(
        "apostrophes-stay",
        "The apostrophe that keeps spreadsheets from reckoning is taken for a part of what is said.",
        "Each time that Maya's adviser mends a list every telephone number would grow by one sign.",
        "CONSISTENCY",
        (of_people.EXPORTED_AS_IT_WAS,),
        "CRM System",
        (Function("webbuilder.crm.cells:loosened", _as_it_stands),),
    ),
    Fault(
        "exports-reckon",
        "What visitors wrote is a formula to whoever opens the file.",
        "A visitor called =HYPERLINK(…) would send the whole list home from the adviser's machine.",
        "SECURITY",
        (of_people.NO_FORMULA,),
        "CRM System",
        (Function("webbuilder.crm.cells:guarded", _as_it_was_written),),
    ),
    Fault(
        "samples-are-exported",
        "Who only tried a form out is exported as a contact.",
        "Maya's printer would make a card for herself.",
        "SYS-CRM",
        (of_people.NO_SAMPLE_EXPORTED,),
        "CRM System",
        (Query("webbuilder.crm.exporting:everybody", _samples_too),),
    ),
)
