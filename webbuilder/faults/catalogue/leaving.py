"""What goes wrong where somebody takes an address back."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from email.message import EmailMessage

    from fastapi.responses import HTMLResponse
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact, Suppression
    from webbuilder.mail.smtp import MailRefused, MailServerAway
    from webbuilder.mail.tables import Mail, MailToken


def _nobody_asks(_original: Original, session: Session, mail: Mail) -> str | None:
    return None


def _done_and_not_told(
    _original: Original, session: Session, contact: Contact, kind: str, words: str
) -> None:
    return None


def _nothing_done(_original: Original, session: Session, contact: Contact) -> None:
    return None


def _tells_who(original: Original, mail: Mail, sender: str) -> EmailMessage:
    message: EmailMessage = original(mail, sender)
    if mail.unsubscribe:
        original.fired()
        message.replace_header("List-Unsubscribe", f"<{mail.unsubscribe}?of={mail.recipient}>")
    return message


def _by_looking(_original: Original, token: str, store: Session) -> HTMLResponse:
    from webbuilder.publishing import leaving

    return leaving.unsubscribe(token, store)


def _by_signing_up(
    original: Original, session: Session, workspace_id: str, email: str, name: str, *, sample: bool = False
) -> Contact:
    from webbuilder.crm import suppressions

    if suppressions.lift(session, workspace_id, email, "unsubscribed"):
        original.fired()
    contact: Contact = original(session, workspace_id, email, name, sample=sample)
    return contact


def _of_everybody(original: Original, workspace_id: str, email: str) -> str:
    digest: str = original("", email)
    return digest


def _anywhere(original: Original, workspace_id: str, email: str) -> Select[Suppression]:
    from sqlalchemy import select

    from webbuilder.crm import suppressions
    from webbuilder.crm.tables import Suppression

    mine = Suppression.address == suppressions.digest(workspace_id, email)
    return select(Suppression).where(mine).order_by(Suppression.at, Suppression.reason)


def _of_the_mail(original: Original, error: Any) -> type[MailServerAway | MailRefused]:
    from webbuilder.mail import smtp

    meant: type[MailServerAway | MailRefused] = original(error)
    if meant is smtp.NoSuchMailbox:
        original.fired()
        return smtp.MailRefused
    return meant


def _of_the_address(original: Original, error: Any) -> type[MailServerAway | MailRefused]:
    from webbuilder.mail import smtp

    meant: type[MailServerAway | MailRefused] = original(error)
    if meant is smtp.MailRefused:
        original.fired()
        return smtp.NoSuchMailbox
    return meant


def _not_taken_down(original: Original, session: Session, known: MailToken) -> None:
    return None


def _confirms_by_looking(original: Original, token: str, store: Session) -> HTMLResponse:
    from webbuilder.publishing import leaving

    leaving.confirm(token, store)
    page: HTMLResponse = original(token, store)
    return page


def _scolds(original: Original, token: str, store: Session) -> HTMLResponse:
    from webbuilder import problems
    from webbuilder.workflows import following

    if store.scalars(following.known_by(token)).one().confirmed_at:
        original.fired()
        raise problems.not_found("mail")
    page: HTMLResponse = original(token, store)
    return page


FAULTS = (
    Fault(
        "unsubscribed-are-written-to",
        "Whoever has unsubscribed is written to as before.",
        "Priya would report the bakery, and its letters would reach nobody any more.",
        "SYS-EMAIL",
        (of_people.UNSUBSCRIBED_IS_OUT, of_people.UNSENT_AFTER_ALL, of_people.NOBODY_THERE),
        "Email Automation",
        (Function("webbuilder.mail.ledger:why_withheld", _nobody_asks),),
    ),
    Fault(
        "signing-up-subscribes-again",
        "Whoever signs up anywhere after unsubscribing is written to again.",
        "Whoever enters a prize draw would get all letters back that they had ended.",
        "SYS-EMAIL",
        (of_people.UNSUBSCRIBED_IS_OUT,),
        "CRM System",
        (Function("webbuilder.crm.service:add", _by_signing_up, counts_itself=True),),
    ),
    Fault(
        "unsubscribing-is-not-told",
        "That somebody has unsubscribed stands nowhere in the history.",
        "Maya would wonder why Priya does not answer, and ring her up.",
        "SYS-CRM",
        (of_people.UNSUBSCRIBED_IS_OUT,),
        "CRM System",
        (Function("webbuilder.crm.standing:_note", _done_and_not_told),),
    ),
    Fault(
        "unsubscribing-does-nothing",
        "Whoever unsubscribes is told that it is done, and nothing is.",
        "Nobody believes a second time that it is done, and everybody has a button for unwanted mail.",
        "SYS-EMAIL",
        (of_people.ONE_GO, of_people.UNSUBSCRIBED_IS_OUT),
        "Email Automation",
        (Function("webbuilder.crm.standing:unsubscribe", _nothing_done),),
    ),
    Fault(
        "one-go-tells-the-address",
        "What mail programs are told to unsubscribe by holds the address in plain letters.",
        "Each server on the way, and each log, would know to whom the bakery writes.",
        "SECURITY",
        (of_people.ONE_GO,),
        "Email Automation",
        (Function("webbuilder.mail.ledger:message_of", _tells_who, counts_itself=True),),
    ),
    Fault(
        "looking-unsubscribes",
        "Whatever looks at the link of a mail unsubscribes its reader.",
        "A mail server that checks links would end the letters of a whole company.",
        "SYS-EMAIL",
        (of_people.LOOKING_IS_NO_NO,),
        "Email Automation",
        (Function("webbuilder.publishing.leaving:ask", _by_looking),),
    ),
    Fault(
        "a-mistake-stays",
        "Whoever takes back having unsubscribed is written to no more all the same.",
        "A wrong tap would cost Priya the news of the bread that she likes best.",
        "SYS-EMAIL",
        (of_people.THEIRS_TO_TAKE_BACK,),
        "CRM System",
        (Function("webbuilder.crm.standing:subscribe", _nothing_done),),
    ),
    Fault(
        "unsubscribed-from-everybody",
        "Whoever unsubscribes from one business gets no mails of any other.",
        "Ravi's customers would hear nothing from him, because they had enough of Maya.",
        "ACCOUNTS",
        (of_people.ONE_BUSINESS_ALONE,),
        "CRM System",
        (
            Function("webbuilder.crm.suppressions:digest", _of_everybody),
            Function("webbuilder.crm.suppressions:of_address", _anywhere),
        ),
    ),
    Fault(
        "dead-addresses-are-written-to",
        "An address that is no more is written to each time that somebody gives it.",
        "Mail providers would take the bakery for one that buys its addresses.",
        "SYS-EMAIL",
        (of_people.NOBODY_THERE,),
        "Email Automation",
        (Function("webbuilder.mail.smtp:_refusal", _of_the_mail, counts_itself=True),),
    ),
    Fault(
        "refusals-are-of-addresses",
        "An address is given up when a mail server takes nothing from the bakery at all.",
        "One bad day of a mail server, and nobody would ever be written to again.",
        "ERRORS",
        (of_people.SAYS_NOTHING_OF_IT,),
        "Email Automation",
        (Function("webbuilder.mail.smtp:_refusal", _of_the_address, counts_itself=True),),
    ),
    Fault(
        "confirming-is-not-taken-down",
        "Whoever confirms an address is thanked, and nothing follows.",
        "Priya would have said yes twice, and never get a letter.",
        "SYS-EMAIL",
        (of_people.CONFIRMED_WELCOMED,),
        "Email Automation",
        (Function("webbuilder.workflows.following:confirmed", _not_taken_down),),
    ),
    Fault(
        "confirming-twice-is-scolded",
        "Whoever confirms an address a second time is told that there is no such mail.",
        "Where a mail server presses buttons, everybody would be told that they did not confirm.",
        "CONSISTENCY",
        (of_people.CONFIRMED_WELCOMED,),
        "Email Automation",
        (Function("webbuilder.publishing.leaving:confirm", _scolds, counts_itself=True),),
    ),
    Fault(
        "looking-confirms",
        "Whatever looks at the page that asks whether an address is theirs says that it is.",
        "Mail servers would agree in the name of people who never heard of the bakery.",
        "SECURITY",
        (of_people.LOOKING_CONFIRMS_NOTHING,),
        "Email Automation",
        (Function("webbuilder.publishing.leaving:ask_to_confirm", _confirms_by_looking),),
    ),
)
