"""The card of a site's own domain, which stands among its releases: bring one, look again, take it away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request

from webbuilder.asking import Known, Store, database_of, settings_of
from webbuilder.domains import service
from webbuilder.screens import releases
from webbuilder.screens.application import told
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from starlette.responses import Response

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=1000)]


@router.post("/sites/{site_id}/domain")
def bring(request: Request, site_id: str, known: Known, store: Store, host: Text = "") -> Response:
    """Say which domain is to be a site's, or say why not."""

    def act() -> str:
        site = sites.locked(store, known.workspace_id, site_id)
        service.bring(store, site, host, settings_of(request).where)
        return "Set the two records where you manage your domain, then look again."

    return told(store, act, partial(releases.shown, request, known, store, site_id, typed_host=host))


@router.post("/sites/{site_id}/domain/look")
def look(request: Request, site_id: str, known: Known, store: Store) -> Response:
    """Look how it stands."""
    service.look_again(settings_of(request), database_of(request), known.workspace_id, site_id, asked=True)
    return releases.shown(request, known, store, site_id, done="It was looked for just now.")


@router.post("/sites/{site_id}/domain/end")
def take_away(request: Request, site_id: str, known: Known, store: Store) -> Response:
    """Let a site have none any more."""

    def act() -> str:
        service.take_away(store, sites.locked(store, known.workspace_id, site_id))
        return "Your site is found below our address alone."

    return told(store, act, partial(releases.shown, request, known, store, site_id))
