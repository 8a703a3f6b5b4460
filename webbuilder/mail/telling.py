"""How a broadcast stands: how many of its mails stand how, who its readers are, and what they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select

from webbuilder.crm.tables import Contact
from webbuilder.mail.tables import Broadcast, Mail, MailToken

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def counts(session: Session, broadcast: Broadcast) -> dict[str, int]:
    """Return how many mails of a broadcast stand how."""
    mine = select(Mail.state, func.count()).where(Mail.broadcast_id == broadcast.id)
    return dict(session.execute(mine.group_by(Mail.state).order_by(Mail.state)).all())


def done_by_people(session: Session, broadcast: Broadcast) -> tuple[int, int]:
    """Return how many readers opened a broadcast, and how many followed it; machines are set apart before."""
    mine = select(func.count(MailToken.opened_at), func.count(MailToken.clicked_at))
    of_it = mine.join(Mail, Mail.message_id == MailToken.message_id)
    opened, followed = session.execute(of_it.where(Mail.broadcast_id == broadcast.id)).one()
    return opened, followed


def readers_of(broadcast: Broadcast, state: str | None = None) -> Select[Contact]:
    """Select to whom a broadcast goes or went, all or those whose mail stands so."""
    mine = select(Contact).join(Mail, Mail.contact_id == Contact.id)
    mine = mine.where(Mail.broadcast_id == broadcast.id).order_by(Contact.created_at.desc(), Contact.id)
    return mine.where(Mail.state == state) if state else mine


def standing_of(broadcast: Broadcast, contacts: list[str]) -> Select[str | None, str]:
    """Select how the mails of a broadcast to some contacts stand."""
    mine = Mail.broadcast_id == broadcast.id, Mail.contact_id.in_(contacts)
    return select(Mail.contact_id, Mail.state).where(*mine)
