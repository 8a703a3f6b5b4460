"""What goes wrong with what workflows write down about somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact
    from webbuilder.workflows.deeds import Did
    from webbuilder.workflows.kinds import Trouble


def _not_written(_original: Original, session: Session, contact: Contact, detail: str, value: str) -> bool:
    del session, contact, detail, value
    return True


def _not_put_on(_original: Original, session: Session, contact: Contact, called: str) -> bool:
    del session, contact, called
    return True


def _stays_on(_original: Original, session: Session, contact: Contact, called: str) -> bool:
    del session, contact, called
    return True


def _without_values(original: Original, written: Mapping[str, str], number: int) -> dict[str, Any]:
    said: dict[str, Any] = original(written, number)
    return {name: value for name, value in said.items() if name not in ("value", "list", "time", "of")}


def _fields_do_not_matter(original: Original, steps: list[Any], trigger: Any) -> list[Trouble]:
    found: Iterable[Trouble] = original(steps, trigger)
    return [one for one in found if not one.field]


def _lists_start_nothing(original: Original, session: Session, workspace_id: str, what: Did, of: str) -> bool:
    found: bool = original(session, workspace_id, what, of)
    return found and what != "listed"


FAULTS = (
    Fault(
        "details-are-not-kept",
        "A workflow says that it has written something down, and has not.",
        "Maya would ask Priya for the third time which bread she likes.",
        "SYS-CRM",
        (rules.WRITTEN_DOWN,),
        "CRM System",
        (Function("webbuilder.crm.service:write_down", _not_written),),
    ),
    Fault(
        "nobody-is-put-on-lists",
        "A workflow says that it has put somebody on a list, and has not.",
        "Whoever asked for the Sunday letter would never get it, and nobody would know why.",
        "SYS-CRM",
        (rules.WRITTEN_DOWN,),
        "CRM System",
        (Function("webbuilder.crm.lists:put_on", _not_put_on),),
    ),
    Fault(
        "nobody-is-taken-off-lists",
        "A workflow says that it has taken somebody off a list, and has not.",
        "Whoever has bought would be told to buy, every Sunday.",
        "SYS-CRM",
        (rules.WRITTEN_DOWN,),
        "CRM System",
        (Function("webbuilder.crm.lists:take_off", _stays_on),),
    ),
    Fault(
        "what-is-to-be-known-is-not-kept",
        "Of what is drawn on the screen, values, lists and times are not kept.",
        "Maya would fill in six steps on the train, and find six empty ones at home.",
        "SYS-WORKFLOW",
        (rules.NOTED_WHERE_ONE_STANDS,),
        "Frontend Builder",
        (Function("webbuilder.screens.workflows:_step", _without_values),),
    ),
    Fault(
        "steps-may-say-nothing",
        "A workflow is published whose steps do not say what they are to do.",
        "Everybody would be put on a list without a name, and no letter would ever be written to it.",
        "ERRORS",
        (rules.NOTED_LACKS,),
        "Workflow Engine",
        (Function("webbuilder.workflows.kinds:troubles", _fields_do_not_matter),),
    ),
    Fault(
        "lists-start-nothing",
        "Whoever is put on a list starts nothing.",
        "The letter for jokers would wait for jokers, and they for it.",
        "IP-CRM-WORKFLOW",
        (rules.LIST_STARTS,),
        "Workflow Engine",
        (Function("webbuilder.workflows.happening:starts_others", _lists_start_nothing),),
    ),
)
