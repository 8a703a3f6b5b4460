"""Reports of mail servers on letters: on delivery as RFC 3464 has them, on complaints as RFC 5965."""

from __future__ import annotations

from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FROM = "MAILER-DAEMON@mx.customers.example"
_KEPT = ("message-id", "date", "from", "to", "subject")  # what a report tells of the letter's headers
_SAID = {
    "there is no such mailbox": ("failed", "5.1.1", "smtp; 550 5.1.1 <{to}>: user unknown"),
    "the mailbox is full": ("failed", "5.2.2", "smtp; 552 5.2.2 <{to}>: mailbox full"),
    "it is late": ("delayed", "4.4.1", "smtp; connect to mx.customers.example: timed out"),
}
_CALLED = {"it is unwanted": "abuse", "it is wanted after all": "not-spam"}


def report(letter: Mapping[str, str], notice: str) -> bytes:
    """Return what a mail server sends of a letter, whose headers it has got, by names in lower case."""
    about = _complaint(_CALLED[notice]) if notice in _CALLED else _delivery(letter["to"], *_SAID[notice])
    kind = "feedback-report" if notice in _CALLED else "delivery-status"
    whole = MIMEMultipart("report", report_type=kind)
    whole["From"], whole["To"], whole["Subject"] = _FROM, letter["from"], f"About “{letter['subject']}”"
    whole.attach(MIMEText("This is what became of your letter.\n"))
    whole.attach(about)
    whole.attach(_headers_of(letter))
    return whole.as_bytes()


def _delivery(to: str, action: str, status: str, said: str) -> Message:
    of_all, of_one = Message(), Message()
    of_all["Reporting-MTA"] = "dns; mx.customers.example"
    of_one["Final-Recipient"], of_one["Action"], of_one["Status"] = f"rfc822; {to}", action, status
    of_one["Diagnostic-Code"] = said.format(to=to)
    return _holding("delivery-status", of_all, of_one)


def _complaint(kind: str) -> Message:
    said = Message()
    said["Feedback-Type"], said["User-Agent"], said["Version"] = kind, "Reporter/1.0", "1"
    return _holding("feedback-report", said)


def _holding(kind: str, *blocks: Message) -> Message:
    part = MIMEBase("message", kind)
    for block in blocks:
        part.attach(block)
    return part


def _headers_of(letter: Mapping[str, str]) -> Message:
    lines = "".join(f"{name}: {letter[name]}\n" for name in _KEPT if name in letter)
    return MIMEText(lines, "rfc822-headers")
