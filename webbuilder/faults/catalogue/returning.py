"""What goes wrong with what comes back of letters, after a mail server had taken them."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from email.message import Message

    from fastapi import Request
    from sqlalchemy.orm import Session

    from webbuilder.crm.suppressions import Reason
    from webbuilder.crm.tables import Contact
    from webbuilder.mail.reports import Says
    from webbuilder.mail.tables import Mail
    from webbuilder.problems import Problem


def _never_dead(original: Original, block: Message) -> Says:
    says: Says = original(block)
    if says == "nobody there":
        original.fired()
        return "came back"
    return says


def _not_counted(_original: Original, session: Session, mail: Mail) -> None:
    return None


def _any_is_dead(original: Original, block: Message) -> Says:
    says: Says = original(block)
    if says == "came back":
        original.fired()
        return "nobody there"
    return says


def _late_is_lost(original: Original, block: Message) -> Says:
    says: Says = original(block)
    if says == "late":
        original.fired()
        return "came back"
    return says


def _complaints_unheard(original: Original, session: Session, mail: Mail, why: Reason) -> None:
    if why == "complained":
        original.fired()
        return
    original(session, mail, why)


def _any_report_complains(original: Original, kind: str) -> Says:
    says: Says = original(kind)
    if says == "nothing":
        original.fired()
        return "unwanted"
    return says


def _each_time(original: Original, session: Session, contact: Contact, why: Reason, address: str) -> None:
    from webbuilder.crm import suppressions

    if suppressions.lift(session, contact.workspace_id, address, why):
        original.fired()
    original(session, contact, why, address)


def _for_everybody(original: Original, session: Session, mail: Mail, why: Reason) -> None:
    from sqlalchemy import select

    from webbuilder.accounts.tables import Workspace
    from webbuilder.crm import suppressions

    original(session, mail, why)
    for workspace_id in session.scalars(select(Workspace.id)).all():
        suppressions.add(session, workspace_id, mail.recipient, why)


def _anybody(original: Original, request: Request, authorization: str = "") -> None:
    return None


def _without_a_word(original: Original) -> Problem:
    from webbuilder.problems import Problem

    return Problem(404, "not-found", "No.")


def _taken_all_the_same(original: Original, session: Session, report: bytes) -> Says:
    from http import HTTPStatus

    from webbuilder.problems import Problem

    try:
        says: Says = original(session, report)
    except Problem as problem:
        if problem.status != HTTPStatus.UNPROCESSABLE_ENTITY:
            raise
        original.fired()
        return "nothing"
    return says


FAULTS = (
    Fault(
        "later-bounces-are-not-heard",
        "A mail that says that nobody is at an address is taken for one that says nothing of it.",
        "Maya would write to a hundred dead addresses each week, and be taken for a sender of spam.",
        "SYS-EMAIL",
        (of_people.DEAD_LATER,),
        "Email Automation",
        (Function("webbuilder.mail.reports:what_it_says", _never_dead, counts_itself=True),),
    ),
    Fault(
        "returned-letters-are-not-counted",
        "A letter that came back afterwards still counts as one that arrived.",
        "Maya would think that everybody read of the new hours, and some stand before a closed door.",
        "SYS-EMAIL",
        (of_people.DEAD_LATER,),
        "Email Automation",
        (Function("webbuilder.mail.returns:mark", _not_counted),),
    ),
    Fault(
        "full-mailboxes-are-given-up",
        "An address whose mailbox is full is taken for one that is no more.",
        "Whoever comes back from a long holiday would never hear of Maya again.",
        "SYS-EMAIL",
        (of_people.FULL_SAYS_NOTHING,),
        "Email Automation",
        (Function("webbuilder.mail.reports:what_it_says", _any_is_dead, counts_itself=True),),
    ),
    Fault(
        "late-letters-count-as-returned",
        "A letter that is only late is said to have come back.",
        "Maya would ring up people about a letter that reaches them an hour later.",
        "SYS-EMAIL",
        (of_people.FULL_SAYS_NOTHING,),
        "Email Automation",
        (Function("webbuilder.mail.reports:what_it_says", _late_is_lost, counts_itself=True),),
    ),
    Fault(
        "complaints-are-not-heard",
        "Whoever called a letter unwanted is written to as before.",
        "Priya's mail provider would put all letters of the bakery, everybody's, among the unwanted ones.",
        "SYS-EMAIL",
        (of_people.UNWANTED_IS_OUT,),
        "Email Automation",
        (Function("webbuilder.mail.returns:end", _complaints_unheard, counts_itself=True),),
    ),
    Fault(
        "any-report-is-a-complaint",
        "A reader who says that a letter is wanted after all is taken for one who complains.",
        "Whoever fetched Maya's letter from among the unwanted ones would get no other.",
        "SYS-EMAIL",
        (of_people.UNWANTED_IS_OUT,),
        "Email Automation",
        (Function("webbuilder.mail.reports:what_is_called", _any_report_complains, counts_itself=True),),
    ),
    Fault(
        "notices-are-told-each-time",
        "A notice that comes twice stands twice in the history.",
        "Maya would believe that a second letter came back, and that somebody still writes.",
        "CONSISTENCY",
        (of_people.NOTICED_ONCE,),
        "CRM System",
        (Function("webbuilder.crm.standing:suppress", _each_time, counts_itself=True),),
    ),
    Fault(
        "complaints-end-everybodys-letters",
        "Whoever complains of one business gets no letters from any other.",
        "Ravi would lose customers because they had enough of Maya.",
        "ACCOUNTS",
        (of_people.OTHERS_LETTERS_GO_ON,),
        "Email Automation",
        (Function("webbuilder.mail.returns:end", _for_everybody),),
    ),
    Fault(
        "anybody-hands-in-reports",
        "Nobody is asked for a key who hands in what came back.",
        "A competitor would let all of Maya's customers complain in one night.",
        "SECURITY",
        (of_people.NO_REPORT,),
        "Email Automation",
        (Function("webbuilder.control.routes:operator", _anybody),),
    ),
    Fault(
        "unknown-letters-are-refused-without-words",
        "A report on a letter of somebody else is refused without a word that says what to do.",
        "The mail server would hand it in again each hour, and its queue would grow.",
        "ERRORS",
        (of_people.NO_REPORT,),
        "Email Automation",
        (Function("webbuilder.mail.returns:unknown", _without_a_word),),
    ),
    Fault(
        "what-is-no-report-is-taken-for-one",
        "A mail that is no report, or names no letter, is taken as if it said nothing.",
        "A customer's answer would be thrown away by a machine.",
        "ERRORS",
        (of_people.NO_REPORT,),
        "Email Automation",
        (Function("webbuilder.mail.returns:take", _taken_all_the_same, counts_itself=True),),
    ),
)
