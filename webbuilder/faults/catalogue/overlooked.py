"""What went wrong by hand with nobody noticing: letters, noes and consents of one person."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller
    from webbuilder.crm.suppressions import Reason
    from webbuilder.crm.tables import Contact
    from webbuilder.mail.tables import Mail


def _both_go_out(original: Original, session: Session, kept: Contact, other: Contact) -> None:
    from sqlalchemy import update

    from webbuilder.mail.tables import Mail

    due = Mail.contact_id == other.id, Mail.state == "due"
    session.execute(update(Mail).where(*due).values(recipient=kept.email))


def _without_old_links(
    original: Original, session: Session, known: Caller, kept: Contact, other: Contact
) -> None:
    from sqlalchemy import delete

    from webbuilder.mail.tables import MailToken

    session.execute(delete(MailToken).where(MailToken.contact_id == other.id))
    original(session, known, kept, other)


def _unsubscribed_alone(original: Original, session: Session, kept: Contact, other: Contact) -> None:
    from webbuilder.crm import suppressions

    original(session, kept, other)
    suppressions.lift(session, kept.workspace_id, kept.email, "complained")


def _the_first(original: Original) -> ColumnElement[bool]:
    from sqlalchemy import select

    from webbuilder.crm.tables import Consent, Contact

    asked = select(Consent.agreed).where(Consent.contact_id == Contact.id)
    return asked.order_by(Consent.at, Consent.agreed).limit(1).scalar_subquery().is_(False)


def _of_all(original: Original, workspace_id: str, now: datetime) -> Select[Mail]:
    from sqlalchemy import select

    from webbuilder.mail import pace
    from webbuilder.mail.tables import Mail

    return select(Mail).where(Mail.attempted_at > now - pace.minute())


def _nobody(original: Original, keys: Sequence[str]) -> Select[Contact, Mail]:
    from sqlalchemy import false

    found: Select[Contact, Mail] = original(keys)
    return found.where(false())


def _one_address(original: Original, session: Session, workspace_id: str, email: str, why: Reason) -> bool:
    from sqlalchemy import select

    from webbuilder.crm.tables import Suppression

    forgotten = Suppression.workspace_id == workspace_id, Suppression.reason == "forgotten"
    if why == "forgotten" and session.scalar(select(Suppression.address).where(*forgotten).limit(1)):
        original.fired()
        return False
    return bool(original(session, workspace_id, email, why))


FAULTS = (
    Fault(
        "merging-sends-both-letters",
        "Of one letter that waits for two contacts who become one, both go to the address that stays.",
        "Priya would get twice on Monday what Maya had tidied her contacts up for on Sunday.",
        "SYS-EMAIL",
        (of_people.ONE_PERSON_ONE_LETTER,),
        "Email Automation",
        (Function("webbuilder.crm.merging:_mails_to_one", _both_go_out),),
    ),
    Fault(
        "merging-breaks-links-of-old-letters",
        "The links of letters that went to an address lead nowhere once it is taken in.",
        "Priya would ask to be left alone, read that there is no such letter, and go on being written to.",
        "SYS-EMAIL",
        (of_people.NO_UNDER_EITHER,),
        "CRM System",
        (Function("webbuilder.crm.merging:merge", _without_old_links),),
    ),
    Fault(
        "merging-forgets-complaints",
        "Who called a letter unwanted under one address is written to under the other.",
        "The next complaint would have Maya's letters turned away by a whole provider.",
        "SYS-EMAIL",
        (of_people.NO_UNDER_EITHER,),
        "CRM System",
        (Function("webbuilder.crm.merging:keep_the_noes", _unsubscribed_alone),),
    ),
    Fault(
        "the-first-answer-counts",
        "What somebody said to a consent at first counts for ever.",
        "Whoever took back having agreed would be written to, and whoever agreed after all would not.",
        "SYS-EMAIL",
        (of_people.LAST_COUNTS,),
        "CRM System",
        (Function("webbuilder.crm.consents:declined", _the_first),),
    ),
    Fault(
        "others-letters-count",
        "Letters of other businesses count towards what a provider gets of one's own within a minute.",
        "Maya's letter would wait all day behind those of a bakery that she has never heard of.",
        "RELIABILITY",
        (of_people.OTHERS_SLOW_NOBODY,),
        "Email Automation",
        (Query("webbuilder.mail.pace:_lately", _of_all),),
    ),
    Fault(
        "dead-addresses-of-many-stay",
        "An address that a letter to many found dead gets the next one as well.",
        "Maya would write to nobody each week, and the providers would call her list a bought one.",
        "SYS-EMAIL",
        (of_people.KEEPS_NOBODY,),
        "Email Automation",
        (Query("webbuilder.mail.pieces:_to", _nobody),),
    ),
    Fault(
        "forgotten-under-one-address",
        "Of the addresses of somebody who was forgotten one alone stays forgotten.",
        "A list from last year would bring Priya back by the address that she uses at home.",
        "SECURITY",
        (of_people.FORGOTTEN_UNDER_EACH,),
        "CRM System",
        (Function("webbuilder.crm.suppressions:add", _one_address, counts_itself=True),),
    ),
)
