"""Sites over HTTP: list them, start one from a template, read one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.asking import Known, Store, settings_of
from webbuilder.problems import refused
from webbuilder.settings import Settings
from webbuilder.sites import service
from webbuilder.sites.tables import Site
from webbuilder.templates import service as templates

router = APIRouter(prefix="/api/sites", tags=["sites"])
Told = Annotated[Settings, Depends(settings_of)]


class NewSite(BaseModel):
    """A name, and the template to start from."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"name": "Spring Sale", "template": "bakery"}]}
    )
    name: str = Field(min_length=1, max_length=service.NAME_LENGTH)
    template: str


class SiteView(BaseModel):
    """A site; `address` is where visitors find it once it is live."""

    id: str
    name: str
    slug: str
    template: str
    revision: int
    live_release: int | None
    address: str


class SiteList(BaseModel):
    """A workspace's sites."""

    items: list[SiteView]


def view(site: Site, settings: Settings) -> SiteView:
    """Return what is shown of a site."""
    return SiteView(
        id=site.id,
        name=site.name,
        slug=site.slug,
        template=site.template,
        revision=site.revision,
        live_release=site.live_release,
        address=settings.where.sites.format(slug=site.slug),
    )


@router.get("")
def mine(known: Known, store: Store, told: Told) -> SiteList:
    """List the workspace's sites, the newest first."""
    return SiteList(
        items=[view(site, told) for site in store.scalars(service.of_workspace(known.workspace_id))]
    )


@router.post("", status_code=201, responses=refused(404))
def start(new: NewSite, known: Known, store: Store, told: Told) -> SiteView:
    """Start a site from a template."""
    return view(
        templates.start_site(store, known.workspace_id, known.person_id, new.name, new.template), told
    )


@router.get("/{site_id}")
def read(site_id: str, known: Known, store: Store, told: Told) -> SiteView:
    """Return one site."""
    return view(service.one(store, known.workspace_id, site_id), told)
