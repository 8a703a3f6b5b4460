"""What waits to be begun, over HTTP."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Response
from pydantic import BaseModel

from webbuilder.asking import Known, Store
from webbuilder.jobs import backlog
from webbuilder.jobs.routes import SOON

router = APIRouter(prefix="/api/backlog", tags=["jobs"])


class BacklogView(BaseModel):
    """How many pieces of work nobody has begun, since when the oldest waits, and whether that is too long."""

    waiting: int
    oldest_at: datetime | None
    late: bool


@router.get("")
def read_backlog(known: Known, store: Store, response: Response) -> BacklogView:
    """Return what this workspace waits for; while there is any, with the time after which to look again."""
    waits = backlog.of(store, known.workspace_id)
    if waits.waiting:
        response.headers["Retry-After"] = SOON
    return BacklogView.model_validate(waits, from_attributes=True)
