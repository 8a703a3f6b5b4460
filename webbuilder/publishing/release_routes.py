"""Releases over HTTP: which there were, which is live, and switching."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.asking import Known, Store
from webbuilder.conventions.bounded import Bounded
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.conventions.versions import SHOWN, IfMatch, refuse_stale, tell
from webbuilder.problems import refused
from webbuilder.publishing import releases
from webbuilder.publishing.tables import Release
from webbuilder.sites import service as sites
from webbuilder.sites.tables import Site

router = APIRouter(prefix="/api/sites/{site_id}", tags=["publishing"], route_class=Bounded)


class ReleaseLine(BaseModel):
    """A release: its number, the revision of the draft that it was made of, when, and whether it is live."""

    number: int
    revision: int
    created_at: datetime
    live: bool


class ReleaseList(BaseModel):
    """A part of the releases, the newest first, and the cursor of the next part, if there is one."""

    items: list[ReleaseLine]
    next_cursor: str | None = None


class Live(BaseModel):
    """Which release visitors have; none where the site is off the net."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"release": 1}, {"release": None}]}
    )
    release: Annotated[int, Field(strict=True, ge=1)] | None


def live(site: Site) -> Live:
    """Return which release of a site visitors have."""
    return Live(release=site.live_release)


def line(release: Release, site: Site) -> ReleaseLine:
    """Return what is shown of a release."""
    return ReleaseLine(
        number=release.number,
        revision=release.revision,
        created_at=release.created_at,
        live=release.number == site.live_release,
    )


@router.get("/releases")
def all_releases(site_id: str, known: Known, store: Store, part: Wanted) -> ReleaseList:
    """List the releases of a site."""
    site = sites.one(store, known.workspace_id, site_id)
    found = releases.of_site(known.workspace_id, site_id)
    # Releases of a site are made one after the other: no two of one moment need telling apart.
    here, more = part_of(store, found, Release.created_at, Release.site_id, part)
    return ReleaseList(items=[line(one, site) for one in here], next_cursor=more)


@router.get("/live-release", responses={200: SHOWN})
def read_live(site_id: str, known: Known, store: Store, response: Response) -> Live:
    """Say which release visitors have, and in which version that was said."""
    shown = live(sites.one(store, known.workspace_id, site_id))
    tell(response, shown)
    return shown


@router.put("/live-release", responses={**refused(409, 412, 428), 200: SHOWN})
def switch_live(  # noqa: PLR0917 - the framework calls it by name
    site_id: str, wanted: Live, known: Known, store: Store, response: Response, if_match: IfMatch = None
) -> Live:
    """Let visitors have an earlier release, or nothing at all; the draft stays as it is."""
    site = sites.locked(store, known.workspace_id, site_id)
    refuse_stale(if_match, live(site))
    releases.switch(store, site, wanted.release)
    tell(response, wanted)
    return wanted
