"""Sites over HTTP: list them, start one, name it, copy it, put it away, throw it away."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel, ConfigDict, Field, StrictBool

from webbuilder import security
from webbuilder.asking import Known, Store, settings_of
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.conventions.versions import MADE, SHOWN, IfMatch, refuse_stale, tell, tell_made
from webbuilder.problems import refused
from webbuilder.settings import Settings
from webbuilder.sites import addresses, copying, service
from webbuilder.sites.tables import Site
from webbuilder.templates import service as templates
from webbuilder.workflows import days

router = APIRouter(prefix="/api/sites", tags=["sites"], route_class=Keeping)
Told = Annotated[Settings, Depends(settings_of)]
Name = Annotated[str, Field(min_length=1, max_length=service.NAME_LENGTH)]
# RFC 1035 §2.3.1: a label is of letters, digits and hyphens, begins and ends without one, and has 63 octets.
Slug = Annotated[str, Field(min_length=1, max_length=63, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]

PutAway = Annotated[bool, Query(description="Those that were put away, instead of those in use.")]


class NewSite(BaseModel):
    """A name, and the template to start from."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"name": "Spring Sale", "template": "bakery"}]}
    )
    name: Name
    template: str


class Copy(BaseModel):
    """What a copy is called."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"name": "Autumn Sale"}]})
    name: Name


class Changed(BaseModel):
    """What shall be otherwise; what is left out stays."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"name": "Rye Week"}]})
    name: Name | None = None
    slug: Slug | None = None
    zone: Annotated[str, Field(max_length=64)] | None = None
    put_away: StrictBool | None = None


class SiteView(BaseModel):
    """A site; `address` is where visitors find it once it is live, and nobody while it is put away.

    Those who work on it look at it at `own_address`: their looks are set apart.
    """

    id: str
    name: str
    slug: str
    template: str
    template_version: int
    revision: int
    live_release: int | None
    put_away_at: datetime | None
    zone: str
    address: str
    own_address: str


class SiteList(BaseModel):
    """A part of a workspace's sites, the newest first, and the cursor of the next part, if there is one."""

    items: list[SiteView]
    next_cursor: str | None = None


def own_address(site: Site, told: Settings) -> str:
    """Return where those who work on a site look at it."""
    return f"{addresses.address_of(told.where.sites, site)}?own={security.sign_own(site.form_key)}"


def view(site: Site, told: Settings) -> SiteView:
    """Return what is shown of a site."""
    return SiteView(
        id=site.id,
        name=site.name,
        slug=site.slug,
        template=site.template,
        template_version=site.template_version,
        revision=site.revision,
        live_release=site.live_release,
        put_away_at=site.put_away_at,
        zone=site.zone,
        address=addresses.address_of(told.where.sites, site),
        own_address=own_address(site, told),
    )


def made(site: Site, told: Settings, response: Response) -> SiteView:
    """Answer that a site was made: what it is, where, and in which version."""
    shown = view(site, told)
    tell_made(response, shown, f"/api/sites/{site.id}")
    return shown


@router.get("")
def everything(
    known: Known,
    store: Store,
    told: Told,
    part: Wanted,
    *,
    put_away: PutAway = False,
) -> SiteList:
    """List the sites of this workspace."""
    listed = service.put_away_of if put_away else service.of_workspace
    here, more = part_of(store, listed(known.workspace_id), Site.created_at, Site.id, part)
    return SiteList(items=[view(site, told) for site in here], next_cursor=more)


@router.post("", status_code=201, responses={**refused(404, 409), 201: MADE})
def start(new: NewSite, known: Known, store: Store, told: Told, response: Response) -> SiteView:
    """Start a site from a template."""
    site = templates.start_site(store, known.workspace_id, known.person_id, new.name, new.template)
    return made(site, told, response)


@router.get("/{site_id}", responses={200: SHOWN})
def read(site_id: str, known: Known, store: Store, told: Told, response: Response) -> SiteView:
    """Return one site, and its version."""
    shown = view(service.one(store, known.workspace_id, site_id), told)
    tell(response, shown)
    return shown


@router.post("/{site_id}/copies", status_code=201, responses={**refused(409), 201: MADE})
def copy(  # noqa: PLR0917 - the framework calls it by name
    site_id: str, wanted: Copy, known: Known, store: Store, told: Told, response: Response
) -> SiteView:
    """Copy a site's draft, with its forms and workflows; the copy shares nothing with it."""
    site = service.seen(store, known.workspace_id, site_id)
    return made(copying.copy(store, site, wanted.name, known.person_id), told, response)


@router.patch("/{site_id}", responses={**refused(409, 412, 428), 200: SHOWN})
def change(  # noqa: PLR0917 - the framework calls it by name
    site_id: str,
    wanted: Changed,
    known: Known,
    store: Store,
    told: Told,
    response: Response,
    if_match: IfMatch = None,
) -> SiteView:
    """Name a site otherwise, give it another address or time zone, put it away or bring it back."""
    site = service.locked(store, known.workspace_id, site_id)
    refuse_stale(if_match, view(site, told))
    if wanted.name is not None:
        site.name = service.named(wanted.name)
    if wanted.slug is not None:
        addresses.move_to(store, site, wanted.slug)
    if wanted.zone is not None:
        service.go_by(site, wanted.zone)
        days.move(store, site)
    if wanted.put_away is not None:
        service.put_away(store, site) if wanted.put_away else service.bring_back(site)
    shown = view(site, told)
    tell(response, shown)
    return shown


@router.delete("/{site_id}", status_code=204, responses=refused(409, 412, 428))
def throw_away(site_id: str, known: Known, store: Store, told: Told, if_match: IfMatch = None) -> None:
    """Erase a site that was put away, with everything in it, for good."""
    site = service.locked(store, known.workspace_id, site_id)
    refuse_stale(if_match, view(site, told))
    service.throw_away(store, site)
