"""What contacts were asked to agree to: the words as they stood there, when, and what they said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock, database
from webbuilder.crm.tables import Consent, Contact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from webbuilder.connector.tables import Submission
    from webbuilder.mail.tables import MailToken


def of_each(contact_ids: Sequence[str]) -> Select[Consent]:
    """Select what some contacts were asked to agree to, the oldest first."""
    return select(Consent).where(Consent.contact_id.in_(contact_ids)).order_by(Consent.at, Consent.key)


def said(asked: Iterable[Mapping[str, Any]], sent: Mapping[str, str]) -> dict[str, Any] | None:
    """Return what somebody said to each consent among the fields of a form, None where it asks for none."""
    consents = [field for field in asked if field["kind"] == "consent"]
    return {
        field["name"]: {"words": field["label"], "agreed": bool(sent.get(field["name"]))}
        for field in consents
    } or None


def declined() -> ColumnElement[bool]:
    """Return whether a contact did not agree when it was asked last."""
    asked = select(Consent.agreed).where(Consent.contact_id == Contact.id)
    last = asked.order_by(Consent.at.desc(), Consent.agreed).limit(1).scalar_subquery()
    return last.is_(False)


def confirm(session: Session, known: MailToken, words: str, at: datetime) -> None:
    """Keep with a contact that it said by a mail that the address is theirs."""
    whose = {"contact_id": known.contact_id, "workspace_id": known.workspace_id}
    _keep(session, key=f"confirmed:{known.token}", words=words, agreed=True, site="a mail", at=at, **whose)


def decline(session: Session, contact: Contact, words: str) -> None:
    """Keep with a contact that it agreed to nothing, whatever was agreed to before."""
    at = clock.now(session, contact.workspace_id)
    key = database.new_id("declined")
    _keep(session, key=key, words=words, agreed=False, site="", at=at, **_whose(contact))


def write_down(session: Session, contact: Contact, sent: Submission, site: str) -> None:
    """Keep with a contact what it said on the form that it sent; written down twice it is there once."""
    whence = {"site": site, "release": sent.release, "at": sent.sent_at, **_whose(contact)}
    for name, told in (sent.consents or {}).items():
        _keep(session, key=f"{sent.id}:{name}", words=told["words"], agreed=told["agreed"], **whence)


def _whose(contact: Contact) -> dict[str, str]:
    return {"contact_id": contact.id, "workspace_id": contact.workspace_id}


def _keep(session: Session, **kept: Any) -> None:
    """Keep what somebody said; the same cause, named by `key`, stands there once."""
    session.execute(insert(Consent).values({"release": 0, **kept}).on_conflict_do_nothing())
