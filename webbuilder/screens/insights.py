"""The screen of what came of a site: figures, a chart of its days, pages and sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from webbuilder.analytics import figures
from webbuilder.asking import Known, Store
from webbuilder.screens.application import page
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webbuilder.analytics.figures import Day

router = APIRouter(include_in_schema=False)
STRETCHES = {7: "a week", 30: "30 days", 90: "90 days"}
WIDTH, HEIGHT = 900, 180  # units of the chart


@dataclass(frozen=True, slots=True)
class Bar:
    """A day in the chart: where it stands, how wide it is, and how high each of its two columns."""

    day: Day
    left: float
    width: float
    views: float
    visitors: float


def bars(days: Sequence[Day]) -> list[Bar]:
    """Return the days of a chart, the highest as high as it is."""
    most = max([1, *(day.views for day in days)])
    step = WIDTH / max(1, len(days))
    return [
        Bar(
            day,
            round(number * step + step * 0.1, 1),
            round(step * 0.8, 1),
            round(HEIGHT * day.views / most, 1),
            round(HEIGHT * day.visitors / most, 1),
        )
        for number, day in enumerate(days)
    ]


@router.get("/sites/{site_id}/insights")
def insights_page(
    request: Request, site_id: str, known: Known, store: Store, days: int = figures.USUAL
) -> Response:
    """Show what came of a site within so many days, until today."""
    site = sites.one(store, known.workspace_id, site_id)
    many = days if days in STRETCHES else figures.USUAL
    _, today = figures.stretch(store, site)
    since: date = today - timedelta(days=many - 1)
    found = figures.of(store, site, since, today)
    shown: dict[str, Any] = {
        "site": site,
        "found": found,
        "bars": bars(found.days),
        "many": many,
        "stretches": STRETCHES,
        "most": max([1, *(day.views for day in found.days)]),
        "widest": max([1, *(stage.many for stage in found.funnel)]),
        "width": WIDTH,
        "height": HEIGHT,
    }
    return page(request, "insights.html", here="/sites", known=known, **shown)
