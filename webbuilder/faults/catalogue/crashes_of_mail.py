"""Where the worker can be killed while it sends mails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules, rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import CrashPoint

if TYPE_CHECKING:
    from email.message import EmailMessage
    from smtplib import SMTP

    from webbuilder.database import Database
    from webbuilder.mail.printing import Ready
    from webbuilder.settings import Settings


def _handed_over(original: Original, connection: SMTP, message: EmailMessage) -> None:
    original(connection, message)
    original.die_once()


def _claimed(
    original: Original, settings: Settings, store: Database, broadcast_id: str, turn: int
) -> list[Ready]:
    ready: list[Ready] = original(settings, store, broadcast_id, turn)
    original.die_once()
    return ready


def _written_down(
    original: Original, store: Database, broadcast_id: str, turn: int, met: dict[str, str], *, goes_on: bool
) -> None:
    original(store, broadcast_id, turn, met, goes_on=goes_on)
    original.die_once()


POINTS = (
    CrashPoint(
        "crash_at=after_smtp_accept",
        "The worker dies when the mail server has taken a mail, before that is written down.",
        "SYS-EMAIL",
        (rules.WELCOMED_ONCE, of_people.EACH_ONE_LETTER),
        "Email Automation",
        (Function("webbuilder.mail.smtp:give", _handed_over, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=after_piece_claim",
        "The worker dies when letters to many are called handed over, before the mail server sees one.",
        "SYS-EMAIL",
        (of_people.EACH_ONE_LETTER,),
        "Email Automation",
        (Function("webbuilder.mail.pieces:claim", _claimed, counts_itself=True),),
    ),
    CrashPoint(
        "crash_at=after_piece_commit",
        "The worker dies when it is written down what became of a piece, before it knows that itself.",
        "SYS-EMAIL",
        (of_people.EACH_ONE_LETTER,),
        "Email Automation",
        (Function("webbuilder.mail.pieces:finish", _written_down, counts_itself=True),),
    ),
)
