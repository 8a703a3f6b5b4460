"""What an owner's own programs tell of a site: once for each id, on the day on which it happened."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from webbuilder import clock
from webbuilder.analytics import counting, day_books
from webbuilder.analytics.tables import SiteEvent
from webbuilder.problems import misfit

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site

LATEST = timedelta(days=7)  # how late a program may tell
AHEAD = timedelta(minutes=5)  # by how much its clock may be wrong


class Told(BaseModel):
    """What a program of an owner's tells: by what it knows it, what it calls it, when, and of which view.

    `at` is now where nothing is said; `view` is the trace of the look at the site that it comes of.
    """

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"id": "order-5012", "name": "Order"}]}
    )
    id: Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9._-]+$")]
    name: Annotated[str, Field(min_length=1, max_length=60, pattern=r"^\S.*\S$|^\S$")]
    at: AwareDatetime | None = None
    view: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")] | None = None


def tell(session: Session, site: Site, told: Told) -> SiteEvent:
    """Count what a program tells; told again, the first telling counts.

    Raises:
        Problem: it is too late or yet to come, or the site had no such view.
    """
    now = clock.now(session, site.workspace_id)
    seen = session.get(SiteEvent, f"view:{told.view}") if told.view else None
    if told.view and (seen is None or seen.site_id != site.id):
        raise misfit("view", "No page of this site was looked at in this view. Leave it out.")
    if told.at is not None and not now - LATEST <= told.at <= now + AHEAD:
        words = f"Tell what happened within {LATEST.days} days, and nothing that is yet to come."
        raise misfit("at", words)
    happened = min(told.at, now) if told.at else now
    key = f"own:{site.id}:{told.id}"
    counting.count(
        session,
        site.id,
        site.workspace_id,
        id=key,
        kind="own",
        name=told.name,
        apart=seen.apart if seen else None,
        trace_id=seen.trace_id if seen else "",
        at=happened,
        **counting.of_view(seen),
    )
    zone = ZoneInfo(site.zone)
    if happened.astimezone(zone).date() < now.astimezone(zone).date():
        day_books.renew(session, site.id, happened.astimezone(zone).date())
    return session.get_one(SiteEvent, key)
