"""The ledger of mail: never twice, and never silently not at all.

A mail is *due*, then *handed over* (committed before the mail server sees it), then *accepted*. One found
handed over after a crash is asked of the mail server by its Message-ID; where that cannot be asked it is
*uncertain* and not sent again, unless somebody says so (`mail.uncertain`). One to an address that gets no
mails is *withheld*, whoever asked for it.
"""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING

from sqlalchemy import Select, select, update

from webbuilder import clock, database
from webbuilder.crm import standing, suppressions
from webbuilder.crm.tables import Contact
from webbuilder.mail import smtp
from webbuilder.mail.headers import POLICY, UNFIT
from webbuilder.mail.smtp import MailRefused, MailServerAway, NoSuchMailbox, Unsure
from webbuilder.mail.tables import Mail
from webbuilder.tracing import log

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.mail.letters import Letter
    from webbuilder.settings import Settings

SENDER = "hello@mail.magic-moment.example"
DOMAIN = SENDER.partition("@")[2]


def message_id(run_id: str, number: int) -> str:
    """Return the natural key of the mail that step `number` of a run sends."""
    return f"<{run_id.replace(':', '.')}.{number}@{DOMAIN}>"


def enter(session: Session, mail: Mail, letter: Letter) -> None:
    """Write a mail into the ledger as due, unless it stands there already."""
    if session.get(Mail, mail.message_id) is None:
        mail.subject, mail.text, mail.html = letter.subject, letter.text, letter.html
        mail.unsubscribe = letter.unsubscribe
        mail.state = "due"
        mail.entered_at = mail.changed_at = clock.now(session, mail.workspace_id)
        session.add(mail)
        session.flush()  # what belongs to it is stored behind it


def of_workspace(workspace_id: str) -> Select[Mail]:
    """Select all mails of a workspace, however they stand."""
    return select(Mail).where(Mail.workspace_id == workspace_id)


def reopen(session: Session, run_id: str) -> None:
    """Let the mails of a run be due once more that the mail server refused."""
    refused = Mail.run_id == run_id, Mail.state == "refused"
    session.execute(update(Mail).where(*refused).values(state="due"))


def _mark(store: Database, key: str, state: str) -> str:
    """Call a mail so, and return that; of one whose reader was forgotten meanwhile nothing is left."""
    with store.transaction() as session:
        mail = session.get(Mail, key, with_for_update=True)
        if mail is not None and mail.state != "returned":  # which may be told before we are at it
            mail.state, mail.changed_at = state, clock.now(session, mail.workspace_id)
        return state if mail is not None else "cancelled"


def _refuse(store: Database, key: str, *, nobody_there: bool) -> None:
    """Call a mail refused; nobody writes again to an address at which there is nobody."""
    with store.transaction() as session:
        mail = session.get_one(Mail, key, with_for_update=True)
        mail.state, mail.changed_at = "refused", clock.now(session, mail.workspace_id)
        contact = session.get(Contact, mail.contact_id) if mail.contact_id and nobody_there else None
        if contact is not None:
            standing.suppress(session, contact, "bounced", mail.recipient)


def _claim(store: Database, key: str, sender: str) -> tuple[str, EmailMessage | None]:
    """Call a mail handed over that is due, and return it to be handed over; of another its state alone."""
    with store.transaction() as session:
        mail = session.get_one(Mail, key, with_for_update=True)
        if mail.state != "due":
            return mail.state, None
        if why_withheld(session, mail):
            mail.state, mail.changed_at = "withheld", clock.now(session, mail.workspace_id)
            return mail.state, None
        try:
            message = message_of(mail, sender)
        except MailRefused as refusal:
            log().warning("mail refused", message_id=key, said=str(refusal))
            mail.state, mail.changed_at = "refused", clock.now(session, mail.workspace_id)
            return mail.state, None
        mail.state = "handed over"
        mail.changed_at = mail.attempted_at = clock.now(session, mail.workspace_id)
        return mail.state, message


def why_withheld(session: Session, mail: Mail) -> str | None:
    """Return why a mail to a contact is not to be sent; it is asked for as the last thing before it is."""
    return suppressions.reason(session, mail.workspace_id, mail.recipient) if mail.contact_id else None


def message_of(mail: Mail, sender: str) -> EmailMessage:
    """Return the message of a mail, with the headers that mailbox providers demand.

    Raises:
        MailRefused: it cannot be written, since no header holds what stands in it.
    """
    try:
        return _written(mail, sender)
    except UNFIT as error:
        raise MailRefused(f"It cannot be written: {error!r}") from error


def _written(mail: Mail, sender: str) -> EmailMessage:
    message = EmailMessage(POLICY)
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


def found_out(settings: Settings, store: Database, key: str) -> str:
    """Ask the mail server for a mail that was handed over, and return how it stands by that."""
    has = smtp.has(settings, key)
    if has is None:
        return _mark(store, key, "uncertain")
    return _mark(store, key, "accepted" if has else "due")


def send(settings: Settings, store: Database, key: str, sender: str) -> str:
    """Send the mail that the ledger knows by `key`, unless it was; return its state.

    Raises:
        MailServerAway: it stays due; try again.
        MailRefused: it is refused for good.
    """
    state, message = _claim(store, key, sender)
    if state == "handed over" and message is None:
        state = found_out(settings, store, key)
        if state == "due":
            state, message = _claim(store, key, sender)
    if state == "refused":
        raise MailRefused("it was refused before, or cannot be written")
    if message is None:
        return state
    try:
        smtp.hand_over(settings, message)
    except MailServerAway:
        _mark(store, key, "due")
        raise
    except MailRefused as refusal:
        _refuse(store, key, nobody_there=isinstance(refusal, NoSuchMailbox))
        raise
    except Unsure as error:
        state = found_out(settings, store, key)
        if state == "due":
            raise MailServerAway(str(error)) from error
        return state
    return _mark(store, key, "accepted")
