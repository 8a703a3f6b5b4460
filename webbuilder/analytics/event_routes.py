"""What was counted on a live site, one by one, over HTTP: figures can be reckoned again from it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from webbuilder.accounts.roles import asks
from webbuilder.analytics import counting, own_events
from webbuilder.analytics.tables import SiteEvent
from webbuilder.asking import Known, Store
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.sites import service as sites

router = APIRouter(prefix="/api/sites/{site_id}/events", tags=["insights"], route_class=Keeping)


class EventView(BaseModel):
    """One look at a page, one form that was begun or sent, or what an owner named; whose, stands in none.

    `apart` says why it is counted nowhere else. The same `trace_id` is on whatever came of it.
    """

    id: str
    kind: Literal["view", "began", "sent", "own"]
    name: str | None
    path: str
    source: str | None
    apart: str | None
    trace_id: str
    at: datetime


class EventList(BaseModel):
    """A part of what was counted on a site, the newest first, and the cursor of the next part."""

    items: list[EventView]
    next_cursor: str | None = None


@router.post("", status_code=201, openapi_extra=asks(scope="events:write"))
def tell_event(site_id: str, wanted: own_events.Told, known: Known, store: Store) -> EventView:
    """Count what happened elsewhere and belongs to a site, once for each id, on its day."""
    site = sites.one(store, known.workspace_id, site_id)
    told = own_events.tell(store, site, wanted)
    return EventView.model_validate(told, from_attributes=True)


@router.get("")
def list_events(site_id: str, known: Known, store: Store, part: Wanted) -> EventList:
    """List what was counted on a site."""
    mine = counting.of_site(sites.one(store, known.workspace_id, site_id).id)
    here, more = part_of(store, mine, SiteEvent.at, SiteEvent.id, part)
    shown = [EventView.model_validate(one, from_attributes=True) for one in here]
    return EventList(items=shown, next_cursor=more)
