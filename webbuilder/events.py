"""The transactional outbox: an event commits together with the row that caused it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Select, func, select
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored, now
from webbuilder.tracing import current_traceparent

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

FORM_SENT, MAIL_DUE, JOB_DUE, RUN_DUE = "form.sent", "mail.due", "job.due", "run.due"
PIECE_DUE = "piece.due"  # of a broadcast
DOMAIN_DUE = "domain.due"
AT_ONCE = 8  # events of a workspace that are started at one look
CONTACT_DID, CONTACT_CALLED, DAY_CAME = "contact.did", "contact.called", "day.came"


class Event(Stored):
    """Something that the worker reacts to; `taken_by` is the worker that started its dispatch."""

    __tablename__ = "outbox"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    kind: Mapped[str]
    body: Mapped[dict[str, Any]]
    traceparent: Mapped[str]
    at: Mapped[datetime]
    taken_by: Mapped[str | None] = mapped_column(index=True)


def announce(session: Session, workspace_id: str, kind: str, body: dict[str, Any]) -> None:
    """Put an event into the outbox; the worker hears of it when the session commits."""
    session.add(
        Event(
            workspace_id=workspace_id,
            kind=kind,
            body=body,
            traceparent=current_traceparent(),
            at=now(),
            taken_by=None,
        )
    )


def next_of_each(full: Collection[str]) -> Select[int]:
    """Select the oldest events that no worker has started, of each workspace but those `full`."""
    turn = func.row_number().over(partition_by=Event.workspace_id, order_by=Event.id).label("turn")
    mine = select(Event.id, turn).where(Event.taken_by.is_(None), Event.workspace_id.not_in(full)).subquery()
    return select(mine.c.id).where(mine.c.turn <= AT_ONCE)


def waiting(full: Collection[str] = (), most: int = 100) -> Select[Event]:
    """Select whose turn it is, those longest there first, leaving aside what another worker holds.

    Each look takes a few events of a workspace, so whoever has much to do is in nobody's way.
    """
    return (
        select(Event)
        .where(Event.taken_by.is_(None), Event.id.in_(next_of_each(full)))
        .order_by(Event.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
