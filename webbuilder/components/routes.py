"""Component APIs over HTTP: read the tree, apply operations, catch up."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.asking import Known, Store
from webbuilder.components import service
from webbuilder.components.tables import Component
from webbuilder.conventions.kept import Keeping
from webbuilder.problems import refused
from webbuilder.sites import service as sites

router = APIRouter(prefix="/api/sites/{site_id}", tags=["components"], route_class=Keeping)

_EXAMPLE: Any = {"operations": [{"kind": "set", "id": "c_5f0c21", "properties": {"text": "Rye week"}}]}


class ComponentView(BaseModel):
    """One component and what lies below it."""

    id: str
    type: str
    properties: dict[str, Any]
    children: list[ComponentView]


class PageView(BaseModel):
    """A site's page at a revision."""

    revision: int
    page: ComponentView


class Changes(BaseModel):
    """Operations to apply in order, all or none."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})
    operations: list[service.Change] = Field(min_length=1, max_length=1000)


class Revision(BaseModel):
    """Where the log of operations stands."""

    revision: int


class Catch(BaseModel):
    """What happened since a revision."""

    revision: int
    operations: list[dict[str, Any]]


@router.get("/components")
def read(site_id: str, known: Known, store: Store) -> PageView:
    """Return the page's components as a tree, with the revision they are at."""
    site = sites.seen(store, known.workspace_id, site_id)
    tree = service.tree_of(store, site_id, known.workspace_id)

    def view(component: Component) -> ComponentView:
        return ComponentView(
            id=component.id,
            type=component.type,
            properties=component.properties,
            children=[view(child) for child in tree.children(component.id)],
        )

    return PageView(revision=site.revision, page=view(tree.page))


@router.post("/operations", responses=refused(409))
def change(site_id: str, changes: Changes, known: Known, store: Store) -> Revision:
    """Apply operations; acknowledged means stored."""
    return Revision(
        revision=service.apply(store, known.workspace_id, site_id, known.person_id, changes.operations)
    )


@router.get("/operations")
def catch_up(site_id: str, known: Known, store: Store, since: Annotated[int, Query(ge=0)] = 0) -> Catch:
    """Return the operations after the revision `since`, in order."""
    site = sites.seen(store, known.workspace_id, site_id)
    found = store.scalars(service.operations_since(site_id, known.workspace_id, since)).all()
    return Catch(revision=site.revision, operations=[{"revision": row.revision, **row.body} for row in found])
