"""Links to drafts over HTTP: make one, see which there are, take one back."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from webbuilder.asking import Known, Store, settings_of
from webbuilder.conventions.bounded import Bounded
from webbuilder.problems import refused
from webbuilder.publishing import finding, preview_links
from webbuilder.publishing.tables import PreviewLink
from webbuilder.settings import Settings
from webbuilder.sites import service as sites

router = APIRouter(prefix="/api/sites/{site_id}/preview-links", tags=["publishing"], route_class=Bounded)


class LinkView(BaseModel):
    """A link to a draft, without its address: who made it, and until when it leads there."""

    id: str
    made_by: str
    made_at: datetime
    until: datetime


class LinkMade(LinkView):
    """A link to a draft with its address, which is told this once."""

    address: str


class LinkList(BaseModel):
    """The links to a draft, the newest first."""

    items: list[LinkView]


def view(link: PreviewLink) -> LinkView:
    """Return what is shown of a link."""
    return LinkView.model_validate(link, from_attributes=True)


@router.get("")
def all_links(site_id: str, known: Known, store: Store) -> LinkList:
    """List the links to a site's draft."""
    site = sites.one(store, known.workspace_id, site_id)
    return LinkList(items=[view(link) for link in store.scalars(preview_links.of_site(site.id))])


@router.post("", status_code=201, responses=refused(409))
def make_link(
    site_id: str, known: Known, store: Store, told: Annotated[Settings, Depends(settings_of)]
) -> LinkMade:
    """Make a link to a site's draft; its address is in this answer alone."""
    site = sites.locked(store, known.workspace_id, site_id)
    link, token = preview_links.make(store, known, site)
    home = finding.home(told.where.sites.format(slug=site.slug))
    return LinkMade(**view(link).model_dump(), address=preview_links.address_of(home, token))


@router.delete("/{link_id}", status_code=204)
def take_back(site_id: str, link_id: str, known: Known, store: Store) -> None:
    """Let a link lead nowhere any more."""
    preview_links.take_back(store, sites.one(store, known.workspace_id, site_id), link_id)
