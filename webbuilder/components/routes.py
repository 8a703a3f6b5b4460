"""Component APIs over HTTP: the types, the tree, operations, copies, undoing, catching up."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from webbuilder.asking import Known, Store
from webbuilder.components import history, pages, registry, service, steps
from webbuilder.components.properties import Language, NewPath
from webbuilder.components.tables import Component
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.numbers import whole
from webbuilder.problems import refused
from webbuilder.sites import service as sites

_NEWEST = 2**31 - 1  # a revision is stored in four bytes
router = APIRouter(prefix="/api", tags=["components"], route_class=Keeping)

Page = Annotated[str | None, Query(description="The id of a page; the home page without one.")]

Client = Annotated[
    str | None,
    Header(
        alias="X-Client",
        pattern="^[A-Za-z0-9-]{1,64}$",
        description="This machine, by which others, and it itself, tell whose operations they hear of.",
    ),
]

_EXAMPLE: Any = {"operations": [{"kind": "set", "id": "c_5f0c21", "properties": {"text": "Rye week"}}]}


class ComponentView(BaseModel):
    """One component and what lies below it."""

    id: str
    type: str
    properties: dict[str, Any]
    children: list[ComponentView]


class PageLine(BaseModel):
    """One of a site's pages; visitors find it at `path`, and the home page without one."""

    id: str
    title: str
    path: str
    language: Language
    description: str


class PageView(BaseModel):
    """One page of a site at a revision, and which pages there are, in order."""

    revision: int
    page: ComponentView
    pages: list[PageLine]


class NewPage(BaseModel):
    """What a page is called; without a path it gets one by its title."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"title": "Our menu", "path": "our-menu"}]}
    )
    title: Annotated[str, Field(min_length=1, max_length=300, pattern=r"\S")]
    path: NewPath | None = None


class Changes(BaseModel):
    """Operations to apply in order, all or none.

    They are one act to undo, a step; with `continues`, the first revision of one's newest step, they join
    that. Where one has done anything else meanwhile, or others changed the same things, a new one begins
    all the same; the answer says which it was.
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})
    operations: list[service.Change] = Field(min_length=1, max_length=1000)
    continues: Annotated[int, Field(strict=True, ge=1, le=_NEWEST), BeforeValidator(whole)] | None = None


class Revision(BaseModel):
    """Where the log of operations stands."""

    revision: int


class Stored(Revision):
    """Where the log stands, and the first revision of the step that the operations belong to."""

    step: int


class Added(Revision):
    """A page that was added: its id, and where the log stands."""

    page: str


class Copied(Revision):
    """A copy that was made: its id, and where the log stands."""

    component: str


class TypeView(BaseModel):
    """A type of component: what may stand in it and how many, and the JSON Schema of its properties."""

    name: str
    holds: list[str]
    least: int
    most: int | None
    words: list[str]
    schema_: dict[str, Any] = Field(alias="schema")


class TypeList(BaseModel):
    """All types of component."""

    items: list[TypeView]


class Catch(BaseModel):
    """What happened since a revision."""

    revision: int
    operations: list[dict[str, Any]]


@router.get("/components/types")
def types(known: Known) -> TypeList:  # noqa: ARG001 - lets nobody else in
    """Return the types of component, each with the JSON Schema that its properties are checked with."""
    return TypeList.model_validate({"items": registry.described()})


@router.get("/sites/{site_id}/components")
def read(site_id: str, known: Known, store: Store, page: Page = None) -> PageView:
    """Return a page's components as a tree, with the revision they are at."""
    site = sites.seen(store, known.workspace_id, site_id)
    tree = service.tree_of(store, site_id, known.workspace_id)
    wanted = pages.one(tree, page) if page else tree.home

    def view(component: Component) -> ComponentView:
        return ComponentView(
            id=component.id,
            type=component.type,
            properties=component.properties,
            children=[view(child) for child in tree.children(component.id)],
        )

    lines = [PageLine.model_validate({"id": one.id, **pages.line(one)}) for one in tree.pages]
    return PageView(revision=site.revision, page=view(wanted), pages=lines)


@router.post("/sites/{site_id}/pages", status_code=201, responses=refused(409))
def add_page(site_id: str, new: NewPage, known: Known, store: Store) -> Added:
    """Put a page behind the others, that begins and ends like the home page."""
    revision, page = pages.add(store, known.workspace_id, site_id, known.person_id, new.title, new.path)
    return Added(revision=revision, page=page)


@router.post("/sites/{site_id}/operations", responses=refused(409))
def change(site_id: str, changes: Changes, known: Known, store: Store, client: Client = None) -> Stored:
    """Apply operations; acknowledged means stored."""
    whose = (known.workspace_id, site_id, known.person_id)
    on = changes.continues
    done = service.apply(store, *whose, changes.operations, client=client, continues=on)
    return Stored(revision=done.revision, step=done.step)


@router.get("/sites/{site_id}/operations")
def catch_up(
    site_id: str, known: Known, store: Store, since: Annotated[int, Query(ge=0, le=_NEWEST)] = 0
) -> Catch:
    """Return the operations after the revision `since`, in order."""
    site = sites.seen(store, known.workspace_id, site_id)
    found = store.scalars(service.operations_since(site_id, known.workspace_id, since)).all()
    return Catch(revision=site.revision, operations=[history.told(row) for row in found])


@router.post("/sites/{site_id}/components/{component_id}/copies", status_code=201, responses=refused(409))
def copy(site_id: str, component_id: str, known: Known, store: Store) -> Copied:
    """Put a copy right behind a component, with ids of its own throughout."""
    revision, made = steps.copy(store, known.workspace_id, site_id, known.person_id, component_id)
    return Copied(revision=revision, component=made)


@router.post("/sites/{site_id}/undo", responses=refused(409))
def undo(
    site_id: str, known: Known, store: Store, before: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None
) -> Revision:
    """Take back one's own last step; what was done is found by catching up.

    A refusal names the `step` that is in the way; given as `before`, it is passed over, with all newer ones.
    """
    return Revision(revision=steps.undo(store, known.workspace_id, site_id, known.person_id, before))


@router.post("/sites/{site_id}/redo", responses=refused(409))
def redo(site_id: str, known: Known, store: Store) -> Revision:
    """Do again what one took back last; what was done is found by catching up."""
    return Revision(revision=steps.redo(store, known.workspace_id, site_id, known.person_id))
