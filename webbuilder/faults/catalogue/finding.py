"""What goes wrong where contacts are looked for."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


def _in_these_letters(_original: Original, words: str) -> ColumnElement[bool]:
    from sqlalchemy import or_

    from webbuilder.crm.tables import Contact

    columns = Contact.email, Contact.name
    return or_(*(column.contains(words, autoescape=True) for column in columns))


def _by_name_alone(_original: Original, words: str) -> ColumnElement[bool]:
    from webbuilder.crm.tables import Contact

    return Contact.name.icontains(words, autoescape=True)


def _signs_for_anything(_original: Original, words: str) -> ColumnElement[bool]:
    from sqlalchemy import or_

    from webbuilder.crm.tables import Contact

    return or_(Contact.email.icontains(words), Contact.name.icontains(words))


def _first_part_alone(original: Original, known: Any, store: Session, part: Any, search: str = "") -> Any:
    return original(known, store, part, search).model_copy(update={"next_cursor": None})


FAULTS = (
    Fault(
        "search-minds-capitals",
        "Contacts are found only in the letters in which they wrote themselves.",
        "Maya would tell Priya on the telephone that there is no such customer.",
        "SYS-CRM",
        (of_people.FOUND_BY_PARTS,),
        "CRM System",
        (Function("webbuilder.crm.conditions:holding", _in_these_letters),),
    ),
    Fault(
        "addresses-are-not-searched",
        "Contacts are looked for by their names alone.",
        "Maya would have a mail before her, and not find out who wrote it.",
        "SYS-CRM",
        (of_people.FOUND_BY_PARTS,),
        "CRM System",
        (Function("webbuilder.crm.conditions:holding", _by_name_alone),),
    ),
    Fault(
        "signs-stand-for-anything",
        "A sign that is looked for is taken for anything at all.",
        "Maya would look for “100%”, and find whoever has a hundred of anything.",
        "SYS-CRM",
        (of_people.FOUND_BY_PARTS,),
        "CRM System",
        (Function("webbuilder.crm.conditions:holding", _signs_for_anything),),
    ),
    Fault(
        "contacts-end-after-a-part",
        "Of the contacts that are found the first part alone can be read.",
        "Of all that signed up on the busiest day of the year, Maya would never see more than a few.",
        "SYS-CRM",
        (of_people.READ_IN_PARTS,),
        "CRM System",
        (Function("webbuilder.crm.routes:find", _first_part_alone),),
    ),
)
