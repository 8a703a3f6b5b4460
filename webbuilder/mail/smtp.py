"""Talking to the mail server: it takes a mail, will not, is away, or nobody knows; it may be asked."""

from __future__ import annotations

import contextlib
import re
import smtplib
from contextlib import contextmanager
from smtplib import SMTP
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from webbuilder.mail.headers import UNFIT
from webbuilder.tracing import log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

    from webbuilder.settings import Settings

_PERMANENT = 500
_ENHANCED, _NOBODY_THERE = re.compile(r"5\.(\d{1,3})\.(\d{1,3})"), ("550", "551", "553")
_OF_THE_SENDER = ("7", "8")  # of what is about addresses, these two are about ours (RFC 3463 §3.2)
# A server that is about to close says so to whoever names a recipient (RFC 5321 §3.8).
_CLOSES = "421"
_WHOSE = re.compile(r"<?[^\s<>]+@[^\s<>]+>?")  # whose address it was is known, and is not kept twice
_PATIENCE = 10.0  # seconds for each exchange with the mail server


class MailServerAway(Exception):
    """The mail server did not take the mail, and certainly does not have it: trying again is safe."""


class NotNow(MailServerAway):
    """The mail server does not take mail for this address for now; others' it may."""


class MailRefused(Exception):
    """The mail server will not take this mail, now or later; the message is what it said."""


class NoSuchMailbox(MailRefused):
    """There is nobody at this address, and will not be; the message is what the mail server said."""


class Unsure(Exception):
    """The conversation with the mail server broke off; nobody here knows whether it has the mail."""


def hand_over(settings: Settings, message: EmailMessage) -> None:
    """Give a message to the mail server.

    Raises:
        MailServerAway: it was not reached, or is too busy; it has nothing of the message.
        MailRefused: it will not take this message, now or later.
        Unsure: the conversation broke off.
    """
    with conversation(settings) as connection:
        give(connection, message)


@contextmanager
def conversation(settings: Settings) -> Iterator[SMTP]:
    """Give a conversation with the mail server, in which it is given one message after the other.

    Raises:
        MailServerAway: it was not reached.
    """
    server = urlsplit(settings.smtp)
    try:
        connection = SMTP(server.hostname or "127.0.0.1", server.port or 25, timeout=_PATIENCE)
    except OSError as error:
        log().warning("mail server away", server=server.netloc, error=repr(error))
        raise MailServerAway("The mail server does not answer.") from error
    with contextlib.closing(connection):
        yield connection
        with contextlib.suppress(OSError):  # it has the mails: how it says goodbye changes nothing
            connection.quit()


def give(connection: SMTP, message: EmailMessage) -> None:
    """Give a message to the mail server within a conversation; raises as `hand_over` does.

    What no mail server can be told, such as an address over two lines, is refused before any is told it.
    """
    try:
        connection.send_message(message)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
        raise _refusal(error)(_said(error)) from error
    except smtplib.SMTPNotSupportedError as error:
        raise MailRefused(str(error)) from error
    except UNFIT as error:
        with contextlib.suppress(OSError):  # it may have been told half, and gets the next one after this
            connection.rset()
        raise MailRefused(f"It cannot be handed over: {error!r}") from error
    except OSError as error:
        raise Unsure(str(error)) from error


def _refusal(
    error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException,
) -> type[MailServerAway | MailRefused]:
    """Return what a refusal means: for now, of this address, or of this mail."""
    if _is_busy(error):
        about_one = isinstance(error, smtplib.SMTPRecipientsRefused) and not _said(error).startswith(_CLOSES)
        return NotNow if about_one else MailServerAway
    code, _, words = _said(error).partition(" ")
    return NoSuchMailbox if nobody_there(code, words) else MailRefused


def nobody_there(code: str, words: str) -> bool:
    """Whether what a mail server says for good means that there is nobody at an address.

    An enhanced status of 5.1 is about the address (RFC 3463 §3.2); without one, so are the codes that
    RFC 5321 §4.2.2 has for a mailbox that is not there.
    """
    enhanced = _ENHANCED.match(words)
    if enhanced is None:
        return code in _NOBODY_THERE
    return enhanced[1] == "1" and enhanced[2] not in _OF_THE_SENDER


def _is_busy(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException) -> bool:
    """Whether a refusal is for now only: 4yz is transient, 5yz permanent (RFC 5321 §4.2.1)."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code < _PERMANENT for code, _ in error.recipients.values())
    return error.smtp_code < _PERMANENT


def _said(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException) -> str:
    """Return what the mail server said, as it said it, but for the address."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return _WHOSE.sub("the address", f"{code} {said.decode(errors='replace')}")
    words = error.smtp_error
    told = f"{error.smtp_code} {words.decode(errors='replace') if isinstance(words, bytes) else words}"
    return _WHOSE.sub("the address", told)


def has(settings: Settings, key: str) -> bool | None:
    """Whether the mail server has the mail of a Message-ID; None where it cannot be asked."""
    try:
        found = httpx.get(
            f"{settings.mailbox}/api/v1/search",
            params={"query": f"message-id:{key.strip('<>')}"},
            timeout=_PATIENCE,
        ).raise_for_status()
    except httpx.HTTPError as error:
        log().warning("mail server cannot be asked", message_id=key, error=repr(error))
        return None
    # The search finds parts of words: another mail's Message-ID may end with this one.
    return any(mail["MessageID"] == key.strip("<>") for mail in found.json()["messages"])
