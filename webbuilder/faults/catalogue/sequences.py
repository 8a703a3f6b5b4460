"""What goes wrong with letters on several days."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact
    from webbuilder.mail.tables import Mail

_SECOND_LETTER = 5  # the step of the sequence that scenarios have


def _taken_for_sent(original: Original, run_id: str, number: int) -> str:
    if number > _SECOND_LETTER:
        original.fired()
    key: str = original(run_id, min(number, _SECOND_LETTER))
    return key


def _nobody_is_tagged(original: Original, session: Session, contact: Contact, tag: str) -> bool:
    return False


def _for_a_day(original: Original, session: Session, mail: Mail) -> str | None:
    from datetime import timedelta

    from webbuilder import clock
    from webbuilder.crm import suppressions

    why: str | None = original(session, mail)
    said = session.scalar(suppressions.of_address(mail.workspace_id, mail.recipient).limit(1))
    old = said and clock.now(session, mail.workspace_id) - said.at > timedelta(days=1)
    if why and old:
        original.fired()
        return None
    return why


FAULTS = (
    Fault(
        "third-letters-are-taken-for-sent",
        "The third letter of a sequence is taken for the second one, and not sent.",
        "Whoever waited for a reason to order would never get the best of them.",
        "SYS-EMAIL",
        (of_people.ON_ITS_DAYS,),
        "Email Automation",
        (Function("webbuilder.mail.ledger:message_id", _taken_for_sent, counts_itself=True),),
    ),
    Fault(
        "whoever-has-ordered-is-asked-to",
        "A sequence goes on for those who have done what it was for.",
        "Priya would have ordered on Monday, and be asked on Wednesday why she does not.",
        "IP-CRM-WORKFLOW",
        (of_people.ENDS_WHEN_DONE,),
        "Workflow Engine",
        (Function("webbuilder.crm.service:has_tag", _nobody_is_tagged),),
    ),
    Fault(
        "a-no-holds-for-a-day",
        "Whoever has unsubscribed is written to again a day later.",
        "Priya would have been told that it is done, and find out on Wednesday that it is not.",
        "SYS-EMAIL",
        (of_people.ENDS_WHEN_UNSUBSCRIBED,),
        "Email Automation",
        (Function("webbuilder.mail.ledger:why_withheld", _for_a_day, counts_itself=True),),
    ),
)
