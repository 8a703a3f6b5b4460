"""Sending a message once, writing down what came of it, and when it is tried again."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import distinct_on
from standardwebhooks import Webhook as Signing

from webbuilder import clock, database, outbound
from webbuilder.accounts.tables import Workspace
from webbuilder.tracing import current_traceparent
from webbuilder.webhooks import service
from webbuilder.webhooks.tables import Delivery, Webhook

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from webbuilder.settings import Settings

# How long after each attempt the next one comes, in seconds, as Standard Webhooks has it (three days in all).
PAUSES = tuple(int(3600 * hours) for hours in (5 / 3600, 5 / 60, 0.5, 2, 5, 10, 14, 20, 24))
_JITTER_PERCENT = 10  # at most so much later, so that not all come back at once
_TAKEN, _ELSEWHERE, _GONE = range(200, 300), range(300, 400), 410
GONE = "The receiver answered 410: it wants nothing more."


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as it leaves: where to, and what."""

    address: str
    headers: dict[str, str]
    body: bytes


def due(now: datetime) -> Select[str]:
    """Select the ids of what is to be sent now: one for each webhook of which nothing is under way."""
    under_way = select(Delivery.webhook_id).where(Delivery.state == "due", Delivery.begun > Delivery.made)
    return (
        select(Delivery.id)
        .join(Workspace, Workspace.id == Delivery.workspace_id)
        .where(
            Delivery.state == "due",
            Delivery.due_at <= now + Workspace.clock_offset,
            Delivery.webhook_id.not_in(under_way),
        )
        .ext(distinct_on(Delivery.webhook_id))
        .order_by(Delivery.webhook_id, Delivery.due_at, Delivery.id)
    )


def body_of(message: Delivery, app: str) -> bytes:
    """Return what a message says: the same bytes whenever it is sent."""
    data = dict(message.data)
    if "address" in data:
        data["address"] = app + data["address"]
    said = {"type": message.type, "timestamp": message.created_at.isoformat(), "data": data}
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def signatures(webhook: Webhook, message_id: str, body: bytes, *, sent: datetime, now: datetime) -> str:
    """Return a signature by each secret that signs `now`, of a message that is sent at a time."""
    signing = map(Signing, service.secrets_of(webhook, now))
    return " ".join(one.sign(message_id, sent, body.decode()) for one in signing)


def letter(session: Session, message: Delivery, webhook: Webhook, settings: Settings) -> Letter:
    """Return a message as it leaves now."""
    body, sent = body_of(message, settings.where.app), database.now()
    signed = signatures(webhook, message.id, body, sent=sent, now=clock.now(session, message.workspace_id))
    return Letter(webhook.url, headers_of(message.id, sent, signed, "webhooks"), body)


def headers_of(message_id: str, sent: datetime, signed: str, room: str) -> dict[str, str]:
    """Return what stands above a message that a room sends (Standard Webhooks, W3C Trace Context)."""
    return {
        "content-type": "application/json",
        "user-agent": f"webbuilder-{room}/1",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(sent.timestamp())),
        "webhook-signature": signed,
        "traceparent": current_traceparent(),
    }


def send(settings: Settings, ready: Letter) -> tuple[int | None, str | None]:
    """Send a message once; return the status that it was answered, and why it is not delivered, if it is not.

    Raises nothing for what a receiver does: that is told.
    """
    try:
        status = outbound.post(
            ready.address,
            ready.body,
            ready.headers,
            limit=settings.webhook_time_limit,
            allowed=settings.allow_outbound,
        )
    except outbound.NotSent as reason:
        return None, str(reason)
    return status, why_not(status)


def why_not(status: int) -> str | None:
    """Return why an answer does not mean that a message is delivered; None when it does."""
    if status in _TAKEN:
        return None
    return (
        "it was sent elsewhere, and redirects are not followed"
        if status in _ELSEWHERE
        else "it was not taken"
    )


def pause_after(attempts: int) -> timedelta | None:
    """Return how long to wait after so many attempts; None when there were enough."""
    if attempts > len(PAUSES):
        return None
    return timedelta(seconds=PAUSES[attempts - 1] * (1 + secrets.randbelow(_JITTER_PERCENT + 1) / 100))


def note(session: Session, message: Delivery, webhook: Webhook, number: int, came: dict[str, Any]) -> None:
    """Write down what came of the `number`th attempt, and what follows."""
    now = clock.now(session, message.workspace_id)
    message.attempts = [*message.attempts, {**came, "at": now.isoformat()}]
    message.begun = message.made = number
    message.due_at = None
    if came["because"] is None:
        message.state = "delivered"
    elif came["status"] == _GONE:
        message.state = "given up"
        service.disable(session, webhook, GONE)
    elif message.state == "due":
        pause = pause_after(message.made)
        message.state, message.due_at = ("due", now + pause) if pause else ("given up", None)
