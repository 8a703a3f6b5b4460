"""Letters of which nobody knows whether they came: whoever wrote one says what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from webbuilder import clock
from webbuilder.crm.service import address_key
from webbuilder.crm.tables import Contact
from webbuilder.mail import broadcasting, pieces, telling
from webbuilder.mail.tables import Mail
from webbuilder.problems import Problem, not_found
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.mail.tables import Broadcast

Act = Literal["send again", "has come"]


def reader_of(session: Session, broadcast: Broadcast, email: str) -> Contact:
    """Return the reader of a broadcast who has this address, in whatever letters it is written.

    Raises:
        Problem: it goes to nobody of that address.
    """
    of_it = telling.readers_of(broadcast).where(Contact.address_key == address_key(email))
    reader = session.scalar(of_it.limit(1))
    if reader is None:
        raise not_found("contact")
    return reader


def act(session: Session, broadcast: Broadcast, contact_id: str, wanted: Act) -> Mail:
    """Send an uncertain letter once more, or call it accepted; return it. The broadcast is locked before.

    Raises:
        Problem: it goes to nobody of that id, is not uncertain, or nothing more of the broadcast goes out.
    """
    mail = _to(session, broadcast, contact_id)
    refuse_certain(mail)
    if wanted == "has come":
        mail.state, mail.changed_at = "accepted", clock.now(session, mail.workspace_id)
        pieces.tell(session, broadcast, [mail.message_id])
    else:
        send_again(session, broadcast, mail)
    return mail


def _to(session: Session, broadcast: Broadcast, contact_id: str) -> Mail:
    """Return the letter of a broadcast to a contact, locked until this transaction ends.

    Whoever took in another contact may have two: an uncertain one is meant.
    """
    mine = Mail.broadcast_id == broadcast.id, Mail.contact_id == contact_id
    mail = session.scalar(
        select(Mail).where(*mine).order_by((Mail.state == "uncertain").desc()).with_for_update()
    )
    if mail is None:
        raise not_found("contact")
    return mail


def refuse_certain(mail: Mail) -> None:
    """Let nothing be said of a letter of which it is known how it stands.

    Raises:
        Problem: it is.
    """
    if mail.state != "uncertain":
        words = f"This letter is {mail.state}. Only what is uncertain needs somebody to say what is done."
        raise Problem(409, "not-uncertain", words, state=mail.state)


def send_again(session: Session, broadcast: Broadcast, mail: Mail) -> None:
    """Let a letter be due once more, under its Message-ID; with what is paused it waits until that goes on.

    Raises:
        Problem: the broadcast was cancelled, or its site is put away.
    """
    if broadcast.state == "cancelled":
        words = "This was cancelled, so nothing more of it goes out. Write another one to this reader."
        raise Problem(409, "does-not-fit", words, state=broadcast.state)
    sites.in_use(session, broadcast.workspace_id, broadcast.site_id or "")
    mail.state, mail.changed_at = "due", clock.now(session, mail.workspace_id)
    waits = broadcast.state == "sending" and broadcast.goes_on_at is not None  # for an hour, say
    if broadcast.state == "sent" or waits:
        broadcast.state, broadcast.ended_at = "sending", None
        broadcasting.go_on(session, broadcast)
