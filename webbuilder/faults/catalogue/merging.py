"""What goes wrong where two contacts are one person."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller
    from webbuilder.crm.merging import Likely
    from webbuilder.crm.tables import Contact


def _none(original: Original, session: Session, workspace_id: str) -> list[Likely]:
    return []


def _unasked(original: Original, session: Session, workspace_id: str) -> list[Likely]:
    from webbuilder.accounts.service import Caller
    from webbuilder.crm import merging

    nobody = Caller("nobody", "nobody", "nobody@example.org", workspace_id, "", "owner")
    found: list[Likely] = original(session, workspace_id)
    for one in found:
        merging.merge(session, nobody, one.contacts[0], one.contacts[1])
    return found


def _without_history(
    original: Original, session: Session, known: Caller, kept: Contact, other: Contact
) -> None:
    from sqlalchemy import delete

    from webbuilder.crm.tables import HistoryEntry

    session.execute(delete(HistoryEntry).where(HistoryEntry.contact_id == other.id))
    original(session, known, kept, other)


def _nobody_was_taken_in(original: Original, workspace_id: str) -> Select[str]:
    from sqlalchemy import false, select

    from webbuilder.crm.tables import MergedContact

    return select(MergedContact.contact_id).where(false())


def _forgotten(original: Original, session: Session, kept: Contact, other: Contact) -> None:
    return None


FAULTS = (
    Fault(
        "duplicates-are-not-proposed",
        "Contacts that may be one person are not proposed.",
        "Priya would get each letter twice until she writes an angry one back.",
        "SYS-CRM",
        (of_people.PROPOSED,),
        "CRM System",
        (Function("webbuilder.crm.merging:likely", _none),),
    ),
    Fault(
        "duplicates-are-merged-unasked",
        "Contacts that may be one person become one before anybody says so.",
        "Two sisters of one name would read each other's history.",
        "CONSISTENCY",
        (of_people.PROPOSED,),
        "CRM System",
        (Function("webbuilder.crm.merging:likely", _unasked),),
    ),
    Fault(
        "merging-loses-a-history",
        "Of two contacts that become one the one's history is lost.",
        "Maya would not know that Priya signed up in the autumn, and welcome her as a stranger.",
        "CONSISTENCY",
        (of_people.BOTH_HISTORIES,),
        "CRM System",
        (Function("webbuilder.crm.merging:merge", _without_history),),
    ),
    Fault(
        "the-other-address-is-a-stranger",
        "Whoever comes by the other address after merging is a new contact.",
        "Maya would take the same two together every Saturday.",
        "CONSISTENCY",
        (of_people.BOTH_HISTORIES,),
        "CRM System",
        (Query("webbuilder.crm.service:taken_in_by", _nobody_was_taken_in),),
    ),
    Fault(
        "merging-loses-a-no",
        "A no under the one address is none under the other once they are one.",
        "Priya had said no at home, and would be written to at work for being tidied up.",
        "SYS-EMAIL",
        (of_people.NO_UNDER_EITHER,),
        "CRM System",
        (Function("webbuilder.crm.merging:keep_the_noes", _forgotten),),
    ),
)
