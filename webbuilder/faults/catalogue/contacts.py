"""What goes wrong where visitors become contacts."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules, rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def _as_it_was_typed(original: Original, email: str) -> str:
    if email.strip() != original(email):
        original.fired()
    return email.strip()


def _machines_time(original: Original, session: Session, workspace_id: str) -> datetime:
    from webbuilder import database

    return database.now()


FAULTS = (
    Fault(
        "address-key",
        "An address in capitals becomes a second person.",
        "She would get every mail twice, and Maya would pay for two contacts.",
        "SYS-CRM",
        (rules.ONE_CONTACT, of_people.UNSUBSCRIBED_IS_OUT),
        "CRM System",
        (Function("webbuilder.crm.service:address_key", _as_it_was_typed, counts_itself=True),),
    ),
    Fault(
        "history-by-another-clock",
        "What happened to a contact is written down in the server's time, not in that of the business.",
        "Maya would read that two sign-ups came in one minute, and take a faithful visitor for a clumsy one.",
        "SYS-CRM",
        (rules.ONE_CONTACT,),
        "CRM System",
        (Function("webbuilder.clock:now", _machines_time),),
    ),
)
