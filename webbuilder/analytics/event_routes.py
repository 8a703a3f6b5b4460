"""What was counted on a live site, one by one, over HTTP: figures can be reckoned again from it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from webbuilder.analytics import counting
from webbuilder.analytics.tables import SiteEvent
from webbuilder.asking import Known, Store
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.sites import service as sites

router = APIRouter(prefix="/api/sites/{site_id}/events", tags=["insights"])


class EventView(BaseModel):
    """One look at a page, or one form that was sent; whose it was stands in none.

    `apart` says why it is counted nowhere else. The same `trace_id` is on whatever came of it.
    """

    id: str
    kind: Literal["view", "sent"]
    path: str
    source: str | None
    apart: str | None
    trace_id: str
    at: datetime


class EventList(BaseModel):
    """A part of what was counted on a site, the newest first, and the cursor of the next part."""

    items: list[EventView]
    next_cursor: str | None = None


@router.get("")
def list_events(site_id: str, known: Known, store: Store, part: Wanted) -> EventList:
    """List what was counted on a site."""
    mine = counting.of_site(sites.one(store, known.workspace_id, site_id).id)
    here, more = part_of(store, mine, SiteEvent.at, SiteEvent.id, part)
    shown = [EventView.model_validate(one, from_attributes=True) for one in here]
    return EventList(items=shown, next_cursor=more)
