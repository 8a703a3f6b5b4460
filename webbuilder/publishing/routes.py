"""Publishing over HTTP: look first, then let visitors have it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, ConfigDict, StrictBool

from webbuilder.asking import Known, Store, settings_of
from webbuilder.conventions.kept import Keeping
from webbuilder.jobs import routes as job_routes, work
from webbuilder.problems import refused
from webbuilder.publishing import checking, service
from webbuilder.settings import Settings
from webbuilder.sites import addresses, service as sites

router = APIRouter(prefix="/api/sites/{site_id}", tags=["publishing"], route_class=Keeping)


class Wish(BaseModel):
    """Whether warnings may stand."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"despite_warnings": True}]})
    despite_warnings: StrictBool = False


class ReleaseView(BaseModel):
    """What visitors get now, and where."""

    number: int
    revision: int
    address: str


class WarningList(BaseModel):
    """What to look at before publishing."""

    items: list[checking.Warned]


@router.get("/warnings")
def warnings(site_id: str, known: Known, store: Store) -> WarningList:
    """Say what to look at before publishing."""
    return WarningList(items=checking.warnings(store, sites.one(store, known.workspace_id, site_id)))


@router.post("/publications", status_code=202, responses={**refused(409), 202: job_routes.ACCEPTED})
def publish_in_background(
    site_id: str, wish: Wish, known: Known, store: Store, response: Response
) -> job_routes.JobView:
    """Let visitors have the draft as it is when its turn comes; say at once where to look for that."""
    site = sites.one(store, known.workspace_id, site_id)
    sites.refuse_put_away(site)
    service.refuse_unseen(store, site, despite=wish.despite_warnings)
    asked = {"site": site_id, "despite_warnings": wish.despite_warnings}
    return job_routes.accepted(work.ask(store, known.workspace_id, work.PUBLICATION, asked), response)


@router.post("/releases", status_code=201, responses=refused(409))
def publish(
    site_id: str, wish: Wish, known: Known, store: Store, told: Annotated[Settings, Depends(settings_of)]
) -> ReleaseView:
    """Let visitors have the draft as it is now."""
    release = service.publish(store, known.workspace_id, site_id, despite_warnings=wish.despite_warnings)
    site = sites.one(store, known.workspace_id, site_id)
    return ReleaseView(
        number=release.number, revision=release.revision, address=addresses.address_of(told.where.sites, site)
    )
