"""What becomes of a letter that came back after the mail server had taken it, and of whoever got it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder import clock
from webbuilder.crm import standing, suppressions
from webbuilder.crm.tables import Contact
from webbuilder.mail import reports
from webbuilder.mail.tables import Mail
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.crm.suppressions import Reason
    from webbuilder.mail.reports import Says

_CAME_BACK = frozenset({"came back", "nobody there"})
_WENT = frozenset({"handed over", "accepted", "uncertain"})  # of others nothing can have come back
_ENDS: dict[str, Reason] = {"nobody there": "bounced", "unwanted": "complained"}


def take(session: Session, report: bytes) -> Says:
    """Let a report have its effect, once, and return what it says.

    Raises:
        Problem: it cannot be read, or tells of no letter that is known here.
    """
    notice = reports.read(report)
    mail = session.get(Mail, notice.message_id, with_for_update=True)
    if mail is None:
        raise unknown()
    says = notice.says(mail.recipient)
    if says in _CAME_BACK:
        mark(session, mail)
    if says in _ENDS:
        end(session, mail, _ENDS[says])
    return says


def unknown() -> Problem:
    """Return the refusal of a report on a letter that nobody sent from here, or to somebody forgotten."""
    words = (
        "The letter of this report is not known here: it went out elsewhere, or its reader was forgotten."
        " There is nothing to do; do not hand this in again."
    )
    return Problem(404, "no-such-letter", words)


def mark(session: Session, mail: Mail) -> None:
    """Call a mail returned that went out."""
    if mail.state in _WENT:
        mail.state, mail.changed_at = "returned", clock.now(session, mail.workspace_id)


def end(session: Session, mail: Mail, why: Reason) -> None:
    """Let whoever got a mail get no more, at the address to which it went; their history tells it once.

    Whoever called it unwanted gets none at the address of the contact either, if that took in another since.
    """
    contact = session.get(Contact, mail.contact_id) if mail.contact_id else None
    if contact is None:
        return
    standing.suppress(session, contact, why, mail.recipient)
    if why == "complained":
        suppressions.add(session, contact.workspace_id, contact.email, why)
