"""When a site goes live and off the net by itself, over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Response
from pydantic import AwareDatetime, BaseModel, ConfigDict, StrictBool

from webbuilder.asking import Known, Store
from webbuilder.conventions.bounded import Bounded
from webbuilder.conventions.versions import SHOWN, IfMatch, refuse_stale, tell
from webbuilder.problems import refused
from webbuilder.publishing import timetables
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from webbuilder.publishing.tables import Timetable

router = APIRouter(prefix="/api/sites/{site_id}/timetable", tags=["publishing"], route_class=Bounded)


class Times(BaseModel):
    """When a site goes live, as its draft is then, and when off the net; None where it does not by itself."""

    live_at: AwareDatetime | None = None
    off_at: AwareDatetime | None = None


class WantedTimes(Times):
    """Times that are to come, and whether warnings may stand."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"live_at": "2040-05-01T08:00:00Z", "off_at": None}]}
    )
    despite_warnings: StrictBool = False


def view(kept: Timetable) -> Times:
    """Return what is shown of the times of a site."""
    return Times(live_at=kept.live_at, off_at=kept.off_at)


@router.get("", responses={200: SHOWN})
def read_times(site_id: str, known: Known, store: Store, response: Response) -> Times:
    """Say when a site goes live and off the net by itself."""
    shown = view(timetables.of(store, sites.one(store, known.workspace_id, site_id)))
    tell(response, shown)
    return shown


@router.put("", responses={**refused(409, 412, 428), 200: SHOWN})
def keep_times(  # noqa: PLR0917 - the framework calls it by name
    site_id: str,
    wanted: WantedTimes,
    known: Known,
    store: Store,
    response: Response,
    if_match: IfMatch = None,
) -> Times:
    """Let a site go live and off the net by itself, at these times and no others."""
    site = sites.locked(store, known.workspace_id, site_id)
    refuse_stale(if_match, view(timetables.of(store, site)))
    timetables.keep(store, site, wanted.live_at, wanted.off_at, despite=wanted.despite_warnings)
    shown = Times(live_at=wanted.live_at, off_at=wanted.off_at)
    tell(response, shown)
    return shown
