"""What goes wrong with the mail that a workflow sends."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules, rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from email.message import EmailMessage

    from webbuilder.database import Database
    from webbuilder.mail.letters import Hand, Letter
    from webbuilder.settings import Settings


def _twice(original: Original, settings: Settings, message: EmailMessage) -> None:
    original(settings, message)
    original(settings, message)


def _unmerged(
    original: Original, subject: str, paragraphs: list[str], name: str, sender: str, hand: Hand
) -> Letter:
    unknown = [each.replace("{name}", "{first_name}") for each in paragraphs]
    return original(subject, unknown, name, sender, hand)  # type: ignore[no-any-return]  # as its target


def _without_the_site(
    original: Original, subject: str, paragraphs: list[str], name: str, sender: str, hand: Hand
) -> Letter:
    from dataclasses import replace

    return original(subject, paragraphs, name, sender, replace(hand, site=sender))  # type: ignore[no-any-return]


def _taken_for_due(original: Original, settings: Settings, store: Database, key: str) -> str:
    from webbuilder.mail import ledger

    return ledger._mark(store, key, "due")  # noqa: SLF001 - a body does what its target's room does


FAULTS = (
    Fault(
        "mail-sent-twice",
        "Every mail is handed to the mail server twice.",
        "Priya would get two welcomes, and the next letter of the bakery would go to spam.",
        "SYS-EMAIL",
        (rules.ONE_SUBMISSION, rules.WELCOMED_ONCE),
        "Email Automation",
        (Function("webbuilder.mail.smtp:hand_over", _twice),),
    ),
    Fault(
        "mail-greets-a-placeholder",
        "The welcome mail says “Hello {first_name}” to everybody.",
        "Priya would know at once that nobody at the bakery has ever read this mail.",
        "SYS-EMAIL",
        (rules.WELCOMED_ONCE,),
        "Email Automation",
        (Function("webbuilder.mail.letters:compose", _unmerged),),
    ),
    Fault(
        "mail-without-its-site",
        "A mail does not say which site somebody signed up at.",
        "Priya would not know why the bakery writes to her, and report the mail as spam.",
        "SYS-EMAIL",
        (rules.WELCOMED_ONCE,),
        "Email Automation",
        (Function("webbuilder.mail.letters:compose", _without_the_site),),
    ),
    Fault(
        "mail-sent-again-after-a-crash",
        "A mail that the mail server had taken when the worker died is sent again when the worker is back.",
        "Whoever signed up in the second of a crash would be welcomed twice.",
        "SYS-EMAIL",
        (rules.WELCOMED_ONCE, of_people.EACH_ONE_LETTER),
        "Email Automation",
        (Function("webbuilder.mail.ledger:found_out", _taken_for_due),),
        crash_at="after_smtp_accept",
    ),
)
