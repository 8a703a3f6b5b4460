"""The screens of sites: which there are, starting one, copying it, putting it away and throwing it away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from webbuilder.asking import Known, Store, settings_of
from webbuilder.conventions.versions import refuse_stale
from webbuilder.screens.application import fits, page, told
from webbuilder.sites import addresses, copying, routes as site_routes, service as sites
from webbuilder.templates import own, routes as template_routes, service as templates
from webbuilder.workflows import days

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller
    from webbuilder.sites.tables import Site

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=2000)]


def _shown(request: Request, known: Caller, store: Store, status: int = 200, **more: object) -> Response:
    told = settings_of(request)

    def address(site: Site) -> str:
        return addresses.address_of(told.where.sites, site)

    here = {
        "library": {one.id: one for one in templates.offered(store, known.workspace_id)},
        "sites": store.scalars(sites.of_workspace(known.workspace_id)).all(),
        "put_away": store.scalars(sites.put_away_of(known.workspace_id)).all(),
        "may_change": known.role != "viewer",
        "address": address,
        "own_address": partial(site_routes.own_address, told=told),
    }
    return page(request, "sites.html", status, here="/sites", known=known, **here, **more)


@router.get("/sites")
def sites_page(request: Request, known: Known, store: Store) -> Response:
    """Show the workspace's sites."""
    return _shown(request, known, store)


@router.post("/sites")
def start_site(known: Known, store: Store, name: Text = "", template: Text = "") -> Response:
    """Start a site from a template and lead to its builder."""
    site = templates.start_site(store, known.workspace_id, known.person_id, name, template)
    return RedirectResponse(f"/sites/{site.id}/builder", 303)


@router.get("/sites/{site_id}/settings")
def settings_page(request: Request, site_id: str, known: Known, store: Store) -> Response:
    """Show what can be done with a site as a whole."""
    site = sites.one(store, known.workspace_id, site_id)
    address = addresses.address_of(settings_of(request).where.sites, site)
    mine = own.offered(store, known.workspace_id)
    return page(
        request,
        "settings.html",
        here="/sites",
        known=known,
        site=site,
        address=address,
        templates=mine,
        zones=sorted(sites.zones()),
    )


@router.post("/sites/{site_id}/templates")
def save_as_template(  # noqa: PLR0917 - the framework calls it by name
    request: Request, site_id: str, known: Known, store: Store, name: Text = "", description: Text = ""
) -> Response:
    """Make a template of a site, or say what was wrong."""

    def act() -> str:
        site = sites.seen(store, known.workspace_id, site_id)
        made = templates.save(store, site, name, description[:300])
        return f"“{made.name}” is among your templates."

    return told(store, act, partial(_shown, request, known, store))


@router.post("/sites/{site_id}/templates/versions")
def save_version(request: Request, site_id: str, known: Known, store: Store, template: Text = "") -> Response:
    """Make another version of one's own template of a site, or say what was wrong."""

    def act() -> str:
        site = sites.seen(store, known.workspace_id, site_id)
        made = own.renew(store, own.one(store, known.workspace_id, template), site)
        return f"“{made.name}” is as this site is now, in version {made.version}."

    return told(store, act, partial(_shown, request, known, store))


@router.post("/templates/{template_id}/removal")
def remove_template(
    request: Request, template_id: str, known: Known, store: Store, seen: Text = ""
) -> Response:
    """Offer one of one's own templates no more, if it still is as was seen, or say why not."""

    def act() -> str:
        template = own.one(store, known.workspace_id, template_id)
        refuse_stale(seen, template_routes.view(own.as_template(template)))
        own.remove(store, template)
        return f"“{template.name}” is offered no more. Sites that came of it stay."

    return told(store, act, partial(_shown, request, known, store))


@router.post("/sites/{site_id}/copies")
def copy(request: Request, site_id: str, known: Known, store: Store, name: Text = "") -> Response:
    """Copy a site, or say what was wrong."""

    def act() -> str:
        site = sites.seen(store, known.workspace_id, site_id)
        return f"“{copying.copy(store, site, name, known.person_id).name}” is ready to be changed."

    return told(store, act, partial(_shown, request, known, store))


@router.post("/sites/{site_id}/zone")
def go_by(request: Request, site_id: str, known: Known, store: Store, zone: Text = "") -> Response:
    """Let a site's workflows go by the clocks of a time zone, or say why not."""

    def act() -> str:
        site = sites.locked(store, known.workspace_id, site_id)
        sites.go_by(site, zone.strip())
        days.move(store, site)
        return f"Workflows of “{site.name}” go by the clocks of {site.zone} now."

    return told(store, act, partial(_shown, request, known, store))


@router.post("/sites/{site_id}/address")
def give_address(request: Request, site_id: str, known: Known, store: Store, slug: Text = "") -> Response:
    """Give a site another address, or say why not."""

    def act() -> str:
        site = sites.locked(store, known.workspace_id, site_id)
        words = "An address is made of letters, digits and single hyphens, 63 at most."
        addresses.move_to(store, site, fits(site_routes.Changed, words, slug=slug.strip().lower()).slug or "")
        return f"“{site.name}” has the address “{site.slug}” now."

    return told(store, act, partial(_shown, request, known, store))


@router.post("/sites/{site_id}/put-away")
def put_away(request: Request, site_id: str, known: Known, store: Store) -> Response:
    """Let nobody visit a site any more, for now."""

    def act() -> str:
        site = sites.locked(store, known.workspace_id, site_id)
        sites.put_away(store, site)
        return f"“{site.name}” is put away. Visitors find nothing there."

    return told(store, act, partial(_shown, request, known, store))


@router.post("/sites/{site_id}/return")
def bring_back(request: Request, site_id: str, known: Known, store: Store) -> Response:
    """Let a site be as it was before it was put away."""

    def act() -> str:
        site = sites.locked(store, known.workspace_id, site_id)
        sites.bring_back(site)
        return f"“{site.name}” is back, as it was."

    return told(store, act, partial(_shown, request, known, store))


@router.post("/sites/{site_id}/end")
def throw_away(request: Request, site_id: str, known: Known, store: Store) -> Response:
    """Erase a site that was put away, for good."""

    def act() -> str:
        site = sites.locked(store, known.workspace_id, site_id)
        name = site.name
        sites.throw_away(store, site)
        return f"“{name}” is thrown away."

    return told(store, act, partial(_shown, request, known, store))
