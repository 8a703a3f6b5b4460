"""The builder's list of pages: adding one, naming it, ordering them, removing one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from webbuilder.asking import Known, Store
from webbuilder.components import pages, routes as component_routes, service as components
from webbuilder.components.changes import Move, Remove, Set
from webbuilder.screens.application import fits, page as shown
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller
    from webbuilder.components.changes import AnyChange

router = APIRouter(prefix="/sites/{site_id}/pages", include_in_schema=False)
Text = Annotated[str, Form(max_length=2000)]


def _leading_to(site_id: str, page_id: str | None = None) -> Response:
    to = f"/sites/{site_id}/builder" + (f"?page={page_id}" if page_id else "")
    return Response(status_code=200, headers={"HX-Redirect": to})


def _apply(store: Store, known: Caller, site_id: str, change: AnyChange) -> None:
    components.apply(store, known.workspace_id, site_id, known.person_id, [change])


@router.get("")
def list_pages(request: Request, site_id: str, known: Known, store: Store, here: str) -> Response:
    """Show the pages again, after something was done to them elsewhere."""
    seen = component_routes.read(site_id, known, store)
    site = sites.one(store, known.workspace_id, site_id)
    return shown(request, "pages.html", site=site, pages=seen.pages, this_page=here)


@router.post("")
def add(site_id: str, known: Known, store: Store, title: Text = "") -> Response:
    """Put a page behind the others and lead to it."""
    words = "A page needs a name of 300 characters at most. Give it one."
    wanted = fits(component_routes.NewPage, words, title=title)
    _, page = pages.add(store, known.workspace_id, site_id, known.person_id, wanted.title)
    return _leading_to(site_id, page)


@router.post("/{page_id}")
def name(  # noqa: PLR0917 - the framework calls it by name
    site_id: str,
    page_id: str,
    known: Known,
    store: Store,
    language: Text,
    title: Text = "",
    path: Text = "",
    description: Text = "",
) -> Response:
    """Give a page another title, address, language or description, and show it again."""
    said = {
        "title": title.strip(),
        "path": path.strip().strip("/").lower(),
        "language": language,
        "description": " ".join(description.split()),
    }
    _apply(store, known, site_id, Set(kind="set", id=page_id, properties=said))
    return _leading_to(site_id, page_id)


@router.post("/{page_id}/earlier")
def put_earlier(site_id: str, page_id: str, known: Known, store: Store) -> Response:
    """Put a page before the one that it follows, and show it again."""
    sites.locked(store, known.workspace_id, site_id)
    tree = components.tree_of(store, site_id, known.workspace_id)
    order = [one.id for one in tree.pages]
    place = order.index(pages.one(tree, page_id).id)
    after = order[place - 2] if place > 1 else None
    if place:
        _apply(store, known, site_id, Move(kind="move", id=page_id, parent=None, after=after))
    return _leading_to(site_id, page_id)


@router.post("/{page_id}/end")
def remove(site_id: str, page_id: str, known: Known, store: Store) -> Response:
    """Take a page away and lead to the home page."""
    _apply(store, known, site_id, Remove(kind="remove", id=page_id))
    return _leading_to(site_id)
