"""Who gets no mails, and why; it wins over every workflow, broadcast and import.

Kept by a digest of the address and not with the contact, so that it outlives whatever becomes of the contact.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from sqlalchemy import ColumnElement, Select, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock
from webbuilder.crm import service
from webbuilder.crm.tables import Contact, Suppression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

Reason = Literal["unsubscribed", "bounced", "complained", "forgotten"]


def digest(workspace_id: str, email: str) -> str:
    """Return what is kept of an address, of one business alone."""
    return sha256(f"{workspace_id}\n{service.address_key(email)}".encode()).hexdigest()


def suppressed() -> ColumnElement[bool]:
    """Return whether a contact gets no mails, asked of many at once: `digest` as the database reckons it."""
    named = Contact.workspace_id + "\n" + Contact.address_key
    theirs = func.encode(func.sha256(func.convert_to(named, "UTF8")), "hex")
    mine = Suppression.workspace_id == Contact.workspace_id, Suppression.address == theirs
    return select(Suppression.reason).where(*mine, Suppression.reason != "forgotten").exists()


def of_address(workspace_id: str, email: str) -> Select[Suppression]:
    """Select why an address gets no mails, the first reason first.

    Somebody who was forgotten gets them once they have signed up anew; nobody else brings them back.
    """
    mine = Suppression.workspace_id == workspace_id, Suppression.address == digest(workspace_id, email)
    return (
        select(Suppression)
        .where(*mine, Suppression.reason != "forgotten")
        .order_by(Suppression.at, Suppression.reason)
    )


def of_each(contacts: Sequence[Contact]) -> Select[Suppression]:
    """Select why some contacts get no mails; told apart by the digests of their addresses."""
    digests = [digest(contact.workspace_id, contact.email) for contact in contacts]
    found = select(Suppression).where(Suppression.address.in_(digests), Suppression.reason != "forgotten")
    return found.order_by(Suppression.at, Suppression.reason)


def forgotten_among(session: Session, workspace_id: str, keys: Sequence[str]) -> set[str]:
    """Return which of these addresses are of those who asked to be forgotten, and have not come back."""
    kept = {digest(workspace_id, key): key for key in keys}
    found = select(Suppression.address).where(
        Suppression.workspace_id == workspace_id,
        Suppression.address.in_(list(kept)),
        Suppression.reason == "forgotten",
    )
    return {kept[address] for address in session.scalars(found)}


def reason(session: Session, workspace_id: str, email: str) -> str | None:
    """Return why an address gets no mails, None if it gets them."""
    found = session.scalar(of_address(workspace_id, email).limit(1))
    return found.reason if found else None


def add(session: Session, workspace_id: str, email: str, why: Reason) -> bool:
    """Let an address get no more mails; return whether that was not so for this reason already."""
    made = session.scalar(
        insert(Suppression)
        .values(
            workspace_id=workspace_id,
            address=digest(workspace_id, email),
            reason=why,
            at=clock.now(session, workspace_id),
        )
        .on_conflict_do_nothing()
        .returning(Suppression.reason)
    )
    return made is not None


def lift(session: Session, workspace_id: str, email: str, why: Reason) -> bool:
    """Take a reason back; return whether it was one."""
    mine = Suppression.workspace_id == workspace_id, Suppression.address == digest(workspace_id, email)
    gone = delete(Suppression).where(*mine, Suppression.reason == why).returning(Suppression.reason)
    return session.scalar(gone) is not None
