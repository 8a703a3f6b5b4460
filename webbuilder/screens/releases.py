"""The screen of a site's releases: which there were, which is live, and going back to one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from webbuilder.asking import Known, Store
from webbuilder.conventions.versions import refuse_stale, version_of
from webbuilder.publishing import release_routes, releases
from webbuilder.screens.application import fits, page, told
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=100)]
_MOST = 100


def _shown(
    request: Request, known: Caller, store: Store, site_id: str, status: int = 200, **said: str
) -> Response:
    site = sites.one(store, known.workspace_id, site_id)
    found = store.scalars(releases.of_site(known.workspace_id, site_id).limit(_MOST))
    shown = {
        "site": site,
        "releases": [release_routes.line(one, site) for one in found],
        "seen": version_of(release_routes.live(site)),
        "zone": ZoneInfo(site.zone),
    }
    return page(request, "releases.html", status, here="/sites", known=known, **shown, **said)


@router.get("/sites/{site_id}/releases")
def releases_page(request: Request, site_id: str, known: Known, store: Store) -> Response:
    """Show the releases of a site."""
    return _shown(request, known, store, site_id)


@router.post("/sites/{site_id}/releases")
def switch(  # noqa: PLR0917 - the framework calls it by name
    request: Request, site_id: str, known: Known, store: Store, number: Text = "", seen: Text = ""
) -> Response:
    """Let visitors have an earlier release, or nothing, or say why not."""

    def act() -> str:
        site = sites.locked(store, known.workspace_id, site_id)
        refuse_stale(seen, release_routes.live(site))
        asked = int(number) if number.isdecimal() else None
        wanted = fits(release_routes.Live, "A release has a number from 1.", release=asked)
        releases.switch(store, site, wanted.release)
        return f"Visitors have release {wanted.release} now." if wanted.release else "It is off the net."

    return told(store, act, partial(_shown, request, known, store, site_id))
