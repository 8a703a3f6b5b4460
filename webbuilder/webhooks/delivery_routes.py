"""What became of messages to partners, over HTTP; and a message for trying out a receiver."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from webbuilder import clock
from webbuilder.asking import Known, Store
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.problems import refused
from webbuilder.webhooks import service, telling
from webbuilder.webhooks.routes import OWNERS
from webbuilder.webhooks.tables import Delivery

router = APIRouter(prefix="/api/webhooks/{webhook_id}", tags=["webhooks"], route_class=Keeping)

_SOON = timedelta(seconds=30)


class Attempt(BaseModel):
    """One try: when, the status it was answered, if it was, and why that was no success, if it was none."""

    at: datetime
    status: int | None
    because: str | None


class DeliveryView(BaseModel):
    """A message and what became of it; its id is the `webhook-id` under which it is sent, however often."""

    id: str
    webhook_id: str
    type: str
    state: Literal["due", "delivered", "given up"]
    attempts: list[Attempt]
    next_attempt_at: datetime | None
    created_at: datetime


class DeliveryList(BaseModel):
    """A part of a webhook's messages, the newest first, and the cursor of the next part, if there is one."""

    items: list[DeliveryView]
    next_cursor: str | None = None


def view(message: Delivery) -> DeliveryView:
    """Return what is shown of a message."""
    return DeliveryView(
        id=message.id,
        webhook_id=message.webhook_id,
        type=message.type,
        state=message.state,  # type: ignore[arg-type]  # what is stored is a state
        attempts=[Attempt(**each) for each in message.attempts],
        next_attempt_at=message.due_at,
        created_at=message.created_at,
    )


@router.get("/deliveries", openapi_extra=OWNERS)
def all_deliveries(
    webhook_id: str, known: Known, store: Store, part: Wanted, response: Response
) -> DeliveryList:
    """List the messages for a webhook, with each attempt; if one is tried soon, with when to look again."""
    webhook = service.one(store, known.workspace_id, webhook_id)
    sent = service.deliveries_of(webhook)
    here, more = part_of(store, sent, Delivery.created_at, Delivery.id, part)
    now = clock.now(store, known.workspace_id)
    if any(message.due_at and message.due_at - now < _SOON for message in here):
        response.headers["Retry-After"] = "1"
    return DeliveryList(items=[view(message) for message in here], next_cursor=more)


@router.post("/test", status_code=202, responses=refused(409), openapi_extra=OWNERS)
def try_out(webhook_id: str, known: Known, store: Store) -> DeliveryView:
    """Send a message that tells of nothing, for trying out a receiver."""
    webhook = service.one(store, known.workspace_id, webhook_id)
    service.refuse_disabled(webhook)
    return view(telling.write(store, webhook, telling.TEST, {}))
