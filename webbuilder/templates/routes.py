"""Templates over HTTP: which there are, and making one of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.asking import Known, Store
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.versions import MADE, SHOWN, IfMatch, refuse_stale, tell, tell_made
from webbuilder.problems import names, refused
from webbuilder.sites import service as sites
from webbuilder.templates import own, service

if TYPE_CHECKING:
    from webbuilder.templates.models import Template

router = APIRouter(prefix="/api/templates", tags=["templates"], route_class=Keeping)


class TemplateView(BaseModel):
    """What is shown of a template before it is chosen; sites remember the `version` they came from."""

    id: str
    name: str
    category: str
    description: str
    version: int
    workflows: list[str]


class TemplateList(BaseModel):
    """The templates on offer, one's own first."""

    items: list[TemplateView]


class NewTemplate(BaseModel):
    """Of which site to make a template, and what to call it."""

    model_config = ConfigDict(
        extra="forbid",
        str_strip_whitespace=True,
        json_schema_extra={"examples": [{"site": "site_5f0c21", "name": "Seasonal sale"}]},
    )
    site: str = Field(json_schema_extra=names("site_id"))
    name: str = Field(min_length=1, max_length=120, pattern=r"\S")
    description: str = Field(default="", max_length=300)


class NewVersion(BaseModel):
    """Of which site to make another version of a template."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"site": "site_5f0c21"}]})
    site: str = Field(json_schema_extra=names("site_id"))


Words = Annotated[str, Query(max_length=200, description="Words that it says somewhere, each of them.")]
Category = Annotated[str, Query(max_length=200, description="What it is for, as templates tell it.")]


def view(template: Template) -> TemplateView:
    """Return what is shown of a template."""
    return TemplateView(
        id=template.id,
        name=template.name,
        category=template.category,
        description=template.description,
        version=template.version,
        workflows=[workflow.name for workflow in template.workflows],
    )


@router.get("")
def offered(known: Known, store: Store, q: Words = "", category: Category = "") -> TemplateList:
    """List the templates on offer, or those of them that are looked for."""
    return TemplateList(items=[view(one) for one in service.offered(store, known.workspace_id, q, category)])


@router.post("", status_code=201, responses={**refused(404, 409), 201: MADE})
def save(new: NewTemplate, known: Known, store: Store, response: Response) -> TemplateView:
    """Make a template of a site as it is built now; sites that were started from it stay as they are."""
    site = sites.seen(store, known.workspace_id, new.site)
    shown = view(own.as_template(service.save(store, site, new.name, new.description)))
    tell_made(response, shown, f"/api/templates/{shown.id}")
    return shown


@router.get("/{template_id}", responses={200: SHOWN})
def read(template_id: str, known: Known, store: Store, response: Response) -> TemplateView:
    """Return one template, and its version."""
    shown = view(service.to_start_from(store, known.workspace_id, template_id))
    tell(response, shown)
    return shown


@router.put("/{template_id}", responses={**refused(412, 428), 200: SHOWN})
def renew(  # noqa: PLR0917 - the framework calls it by name
    template_id: str,
    new: NewVersion,
    known: Known,
    store: Store,
    response: Response,
    if_match: IfMatch = None,
) -> TemplateView:
    """Make another version of one of this workspace's own templates, of a site as it is built now."""
    template = own.one(store, known.workspace_id, template_id)
    refuse_stale(if_match, view(own.as_template(template)))
    site = sites.seen(store, known.workspace_id, new.site)
    shown = view(own.as_template(own.renew(store, template, site)))
    tell(response, shown)
    return shown


@router.delete("/{template_id}", status_code=204, responses=refused(412, 428))
def remove(template_id: str, known: Known, store: Store, if_match: IfMatch = None) -> None:
    """Offer one of this workspace's own templates no more; sites that were started from it stay."""
    template = own.one(store, known.workspace_id, template_id)
    refuse_stale(if_match, view(own.as_template(template)))
    own.remove(store, template)
