"""What happened to contacts, all of them together, over HTTP."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from webbuilder.asking import Known, Store
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.crm import service
from webbuilder.crm.routes import HistoryView, history_view
from webbuilder.crm.tables import HistoryEntry

router = APIRouter(prefix="/api/contact-history", tags=["contacts"])


class HappenedView(HistoryView):
    """One thing that happened to a contact; there is one of each `id`, whatever happens again."""

    id: str
    contact: str


class HappenedList(BaseModel):
    """A part of what happened to contacts, the newest first, and the cursor of the next part."""

    items: list[HappenedView]
    next_cursor: str | None = None


def view(happened: HistoryEntry) -> HappenedView:
    """Return what is shown of one thing that happened among those of other contacts."""
    told = history_view(happened).model_dump()
    return HappenedView(**told, id=happened.mark, contact=happened.contact_id)


@router.get("")
def list_happened(known: Known, store: Store, part: Wanted) -> HappenedList:
    """List what happened to the contacts."""
    mine = service.history_of_all(known.workspace_id)
    here, more = part_of(store, mine, HistoryEntry.at, HistoryEntry.mark, part)
    return HappenedList(items=[view(one) for one in here], next_cursor=more)
