"""What came of live sites, over HTTP: as figures, and as a file."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from webbuilder.analytics import figures
from webbuilder.analytics.figures import Figures
from webbuilder.asking import Known, Store
from webbuilder.conventions.bounded import Bounded
from webbuilder.conventions.files import Csv, as_file
from webbuilder.crm import cells
from webbuilder.sites import service as sites

router = APIRouter(prefix="/api/sites", tags=["insights"], route_class=Bounded)
Since = Annotated[date | None, Query(description="The first day, where the site is.")]
Until = Annotated[date | None, Query(description="The last day, where the site is.")]
COLUMNS = ("Day", "Views", "Visitors", "Sent forms")


@router.get("/{site_id}/insights")
def read_insights(
    site_id: str, known: Known, store: Store, since: Since = None, until: Until = None
) -> Figures:
    """Return what came of a site within some days, the last thirty where nothing is said."""
    return figures.of(store, sites.one(store, known.workspace_id, site_id), since, until)


@router.get("/{site_id}/insights.csv", response_class=Csv)
def export_insights(
    site_id: str, known: Known, store: Store, since: Since = None, until: Until = None
) -> Response:
    """Return what came of a site as a file, a line for each day."""
    found = figures.of(store, sites.one(store, known.workspace_id, site_id), since, until)
    lines = [COLUMNS, *((one.day, one.views, one.visitors, one.sent) for one in found.days)]
    text = "\ufeff" + "".join(cells.row(map(str, line)) for line in lines)
    return as_file("visits.csv", text)
