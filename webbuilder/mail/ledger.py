"""The ledger of mail: never twice, and never silently not at all.

A mail is *due*, then *handed over* (committed before the mail server sees it), then *accepted*. One found
handed over after a crash is asked of the mail server by its Message-ID; where that cannot be asked it is
*uncertain* and not sent again. One to an address that gets no mails is *withheld*, whoever asked for it.
"""

from __future__ import annotations

import contextlib
import re
import smtplib
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
from sqlalchemy import update

from webbuilder import clock, database
from webbuilder.crm import standing, suppressions
from webbuilder.crm.tables import Contact
from webbuilder.mail.tables import Mail
from webbuilder.tracing import log

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.mail.letters import Letter
    from webbuilder.settings import Settings

SENDER = "hello@mail.magic-moment.example"
_DOMAIN = SENDER.partition("@")[2]
_PERMANENT = 500
_ENHANCED, _NOBODY_THERE = re.compile(r"5\.(\d{1,3})\.\d"), ("550", "551", "553")
_PATIENCE = 10.0  # seconds for each exchange with the mail server


class MailServerAway(Exception):
    """The mail server did not take the mail, and certainly does not have it: trying again is safe."""


class MailRefused(Exception):
    """The mail server will not take this mail, now or later; the message is what it said."""


class NoSuchMailbox(MailRefused):
    """There is nobody at this address, and will not be; the message is what the mail server said."""


class Unsure(Exception):
    """The conversation with the mail server broke off; nobody here knows whether it has the mail."""


def message_id(run_id: str, number: int) -> str:
    """Return the natural key of the mail that step `number` of a run sends."""
    return f"<{run_id.replace(':', '.')}.{number}@{_DOMAIN}>"


def enter(session: Session, mail: Mail, letter: Letter) -> None:
    """Write a mail into the ledger as due, unless it stands there already."""
    if session.get(Mail, mail.message_id) is None:
        mail.subject, mail.text, mail.html = letter.subject, letter.text, letter.html
        mail.unsubscribe = letter.unsubscribe
        mail.state, mail.changed_at = "due", clock.now(session, mail.workspace_id)
        session.add(mail)
        session.flush()  # what belongs to it is stored behind it


def reopen(session: Session, run_id: str) -> None:
    """Let the mails of a run be due once more that the mail server refused."""
    refused = Mail.run_id == run_id, Mail.state == "refused"
    session.execute(update(Mail).where(*refused).values(state="due"))


def _mark(store: Database, key: str, state: str) -> Mail:
    with store.transaction() as session:
        mail = session.get_one(Mail, key, with_for_update=True)
        mail.state, mail.changed_at = state, clock.now(session, mail.workspace_id)
        return mail


def _refuse(store: Database, key: str, *, nobody_there: bool) -> None:
    """Call a mail refused; nobody writes again to an address at which there is nobody."""
    with store.transaction() as session:
        mail = session.get_one(Mail, key, with_for_update=True)
        mail.state, mail.changed_at = "refused", clock.now(session, mail.workspace_id)
        contact = session.get(Contact, mail.contact_id) if mail.contact_id and nobody_there else None
        if contact is not None:
            standing.suppress(session, contact, "bounced")


def _claim(store: Database, key: str, sender: str) -> tuple[str, EmailMessage | None]:
    """Call a mail handed over that is due, and return it to be handed over; of another its state alone."""
    with store.transaction() as session:
        mail = session.get_one(Mail, key, with_for_update=True)
        if mail.state != "due":
            return mail.state, None
        if why_withheld(session, mail):
            mail.state, mail.changed_at = "withheld", clock.now(session, mail.workspace_id)
            return mail.state, None
        mail.state, mail.changed_at = "handed over", clock.now(session, mail.workspace_id)
        return mail.state, _message(mail, sender)


def why_withheld(session: Session, mail: Mail) -> str | None:
    """Return why a mail to a contact is not to be sent; it is asked for as the last thing before it is."""
    return suppressions.reason(session, mail.workspace_id, mail.recipient) if mail.contact_id else None


def _message(mail: Mail, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["Message-ID"] = mail.message_id
    message["Date"] = format_datetime(database.now())
    message["From"] = formataddr((" ".join(sender.split()), SENDER))
    message["To"] = mail.recipient
    message["Subject"] = " ".join(mail.subject.split())
    message["X-Trace-Id"] = mail.trace_id
    if mail.unsubscribe:  # in one go, without anybody's looking at a page (RFC 8058)
        message["List-Unsubscribe"] = f"<{mail.unsubscribe}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message


def hand_over(settings: Settings, message: EmailMessage) -> None:
    """Give a message to the mail server.

    Raises:
        MailServerAway: it was not reached, or is too busy; it has nothing of the message.
        MailRefused: it will not take this message, now or later.
        Unsure: the conversation broke off.
    """
    server = urlsplit(settings.smtp)
    try:
        connection = smtplib.SMTP(server.hostname or "127.0.0.1", server.port or 25, timeout=_PATIENCE)
    except OSError as error:
        log().warning("mail server away", server=server.netloc, error=repr(error))
        raise MailServerAway("The mail server does not answer.") from error
    try:
        connection.send_message(message)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
        raise _refusal(error)(_said(error)) from error
    except smtplib.SMTPNotSupportedError as error:
        raise MailRefused(str(error)) from error
    except OSError as error:
        raise Unsure(str(error)) from error
    with contextlib.suppress(OSError):  # it has the mail: how it says goodbye changes nothing
        connection.quit()


def _refusal(
    error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException,
) -> type[MailServerAway | MailRefused]:
    """Return what a refusal means: for now, of this address, or of this mail.

    An enhanced status of 5.1 is about the address (RFC 3463 §3.2); without one, so are the codes that
    RFC 5321 §4.2.2 has for a mailbox that is not there.
    """
    if _is_busy(error):
        return MailServerAway
    code, _, words = _said(error).partition(" ")
    enhanced = _ENHANCED.match(words)
    return NoSuchMailbox if (enhanced[1] == "1" if enhanced else code in _NOBODY_THERE) else MailRefused


def _is_busy(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException) -> bool:
    """Whether a refusal is for now only: 4yz is transient, 5yz permanent (RFC 5321 §4.2.1)."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code < _PERMANENT for code, _ in error.recipients.values())
    return error.smtp_code < _PERMANENT


def _said(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException) -> str:
    """Return what the mail server said, as it said it."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return f"{code} {said.decode(errors='replace')}"
    words = error.smtp_error
    return f"{error.smtp_code} {words.decode(errors='replace') if isinstance(words, bytes) else words}"


def _has(settings: Settings, key: str) -> bool | None:
    try:
        found = httpx.get(
            f"{settings.where.mailbox}/api/v1/search",
            params={"query": f"message-id:{key.strip('<>')}"},
            timeout=_PATIENCE,
        ).raise_for_status()
    except httpx.HTTPError as error:
        log().warning("mail server cannot be asked", message_id=key, error=repr(error))
        return None
    # The search finds parts of words: another mail's Message-ID may end with this one.
    return any(mail["MessageID"] == key.strip("<>") for mail in found.json()["messages"])


def _found_out(settings: Settings, store: Database, key: str) -> str:
    has = _has(settings, key)
    if has is None:
        return _mark(store, key, "uncertain").state
    return _mark(store, key, "accepted" if has else "due").state


def send(settings: Settings, store: Database, key: str, sender: str) -> str:
    """Send the mail that the ledger knows by `key`, unless it was; return its state.

    Raises:
        MailServerAway: it stays due; try again.
        MailRefused: it is refused for good.
    """
    state, message = _claim(store, key, sender)
    if state == "handed over" and message is None:
        state = _found_out(settings, store, key)
        if state == "due":
            state, message = _claim(store, key, sender)
    if state == "refused":
        raise MailRefused("it was refused before")
    if message is None:
        return state
    try:
        hand_over(settings, message)
    except MailServerAway:
        _mark(store, key, "due")
        raise
    except MailRefused as refusal:
        _refuse(store, key, nobody_there=isinstance(refusal, NoSuchMailbox))
        raise
    except Unsure as error:
        state = _found_out(settings, store, key)
        if state == "due":
            raise MailServerAway(str(error)) from error
        return state
    return _mark(store, key, "accepted").state
