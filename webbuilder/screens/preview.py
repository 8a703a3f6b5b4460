"""A page as visitors would have it, shown to those who build it before anybody else."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import HTMLResponse, Response

from webbuilder.asking import Known, Store
from webbuilder.components import pages, service as components
from webbuilder.publishing import headers, pages as live_pages, service as publishing
from webbuilder.sites import service as sites

router = APIRouter(include_in_schema=False)
# Shown at the builder's own address, whatever its owners wrote: nothing in it runs, is sent or leads away.
_HEADERS = {
    **headers.HEADERS,
    "Content-Security-Policy": headers.policy("sandbox allow-same-origin; frame-ancestors 'self'"),
}
NOWHERE = '<base target="_blank">'  # a sandbox opens no windows


@router.get("/sites/{site_id}/preview")
def preview(site_id: str, known: Known, store: Store, page: Annotated[str, Query()] = "") -> Response:
    """Show a page of the draft as it would be published now; without one, the home page."""
    site = sites.one(store, known.workspace_id, site_id)
    tree = components.tree_of(store, site_id, known.workspace_id)
    wanted = pages.one(tree, page) if page else tree.home
    look = publishing.look_of(store, known.workspace_id, tree, indexed=False)
    html = live_pages.render(tree, wanted, site.name, look)
    unsent = live_pages.served(html, lambda _form: "preview")
    return HTMLResponse(unsent.replace("<head>", f"<head>{NOWHERE}", 1), headers=_HEADERS)
