"""Messages to partners that nobody took, of all webhooks, over HTTP; and sending one again."""

from __future__ import annotations

from fastapi import APIRouter

from webbuilder.asking import Known, Store
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.problems import refused
from webbuilder.webhooks import service
from webbuilder.webhooks.delivery_routes import DeliveryList, DeliveryView, view
from webbuilder.webhooks.routes import OWNERS
from webbuilder.webhooks.tables import Delivery

router = APIRouter(prefix="/api/given-up", tags=["webhooks"], route_class=Keeping)


@router.get("", openapi_extra=OWNERS)
def all_given_up(known: Known, store: Store, part: Wanted) -> DeliveryList:
    """List the messages to all webhooks of this workspace that nobody took and that are tried no more."""
    left = service.given_up(known.workspace_id)
    here, more = part_of(store, left, Delivery.created_at, Delivery.id, part)
    return DeliveryList(items=[view(message) for message in here], next_cursor=more)


@router.post("/{delivery_id}/retry", status_code=202, responses=refused(409), openapi_extra=OWNERS)
def send_again(delivery_id: str, known: Known, store: Store) -> DeliveryView:
    """Send a message once more that was given up, under its old id."""
    return view(service.send_again(store, known.workspace_id, delivery_id))
