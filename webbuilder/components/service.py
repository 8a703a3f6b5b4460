"""Rules of the component tree: operations are ordered, checked and stored before they are acknowledged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Select, select

from webbuilder import database
from webbuilder.components import registry
from webbuilder.components.tables import Component, Operation
from webbuilder.components.tree import Tree
from webbuilder.problems import Problem
from webbuilder.sites import service as sites
from webbuilder.tracing import current_trace_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{3,63}$")]


class _Change(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: Identifier


class Insert(_Change):
    """Put a new component below `parent`, right after its child `after`, or first."""

    kind: Literal["insert"]
    type: str
    parent: Identifier
    after: Identifier | None = None
    properties: dict[str, Any] = {}


class Move(_Change):
    """Put a component below `parent`, right after its child `after`, or first."""

    kind: Literal["move"]
    parent: Identifier
    after: Identifier | None = None


class Set(_Change):
    """Give some properties of a component new values; the last writer of each property wins."""

    kind: Literal["set"]
    properties: dict[str, Any]


class Remove(_Change):
    """Take a component away, with everything below it."""

    kind: Literal["remove"]


Change = Annotated[Insert | Move | Set | Remove, Field(discriminator="kind")]


def components_of(site_id: str, workspace_id: str) -> Select[Component]:
    """Select a site's components, siblings in order."""
    return (
        select(Component)
        .where(Component.site_id == site_id, Component.workspace_id == workspace_id)
        .order_by(Component.position, Component.id)
    )


def operations_since(site_id: str, workspace_id: str, revision: int) -> Select[Operation]:
    """Select what happened to a site's page after a revision, in order."""
    return (
        select(Operation)
        .where(
            Operation.site_id == site_id,
            Operation.workspace_id == workspace_id,
            Operation.revision > revision,
        )
        .order_by(Operation.revision)
    )


def tree_of(session: Session, site_id: str, workspace_id: str) -> Tree:
    """Return a site's components as a tree."""
    # What this session read before somebody else's change committed is read again.
    fresh = components_of(site_id, workspace_id).execution_options(populate_existing=True)
    return Tree(session.scalars(fresh).all())


def _gone(identifier: str, site: Site) -> Problem:
    return Problem(
        409,
        "component-gone",
        f"The component {identifier} is not on this page any more. Look at the page as it is now.",
        component=identifier,
        revision=site.revision,
    )


def _there(tree: Tree, identifier: str, site: Site) -> Component:
    component = tree.get(identifier)
    if component is None:
        raise _gone(identifier, site)
    return component


def _place(tree: Tree, change: Insert | Move, kind: str, site: Site) -> float:
    parent = _there(tree, change.parent, site)
    if registry.type_named(kind).name not in registry.type_named(parent.type).holds:
        raise Problem(
            422,
            "does-not-belong",
            f"A {kind.replace('_', ' ')} cannot stand in a {parent.type.replace('_', ' ')}. "
            "Choose another place.",
            errors=[{"pointer": "/parent", "detail": f"{parent.type} does not hold {kind}"}],
        )
    after = _there(tree, change.after, site) if change.after else None
    if after is not None and after.parent_id != parent.id:
        raise _gone(after.id, site)
    if change.after == change.id:
        raise Problem(
            422,
            "own-neighbour",
            "A component cannot be put behind itself. Choose another place.",
            errors=[{"pointer": "/after", "detail": "is the component itself"}],
        )
    return tree.position_after(parent.id, after, leaving_out=change.id)


def _refuse_namesakes(tree: Tree, field: Component) -> None:
    """Refuse a second field of one name in a form: what a visitor sends could not be told apart."""
    if field.type != "field" or field.parent_id is None:
        return
    name = field.properties["name"]
    if sum(sibling.properties["name"] == name for sibling in tree.children(field.parent_id)) > 1:
        raise Problem(
            422,
            "name-taken",
            f"The form has a field named “{name}” already. Give this one another name.",
            errors=[{"pointer": "/properties/name", "detail": "is taken in this form"}],
        )


def _insert(session: Session, tree: Tree, site: Site, change: Insert) -> None:
    if tree.get(change.id):
        raise Problem(
            409,
            "component-exists",
            f"There is a component {change.id} on this page already.",
            component=change.id,
        )
    position = _place(tree, change, change.type, site)
    component = Component(
        site_id=site.id,
        id=change.id,
        workspace_id=site.workspace_id,
        parent_id=change.parent,
        position=position,
        type=change.type,
        properties=registry.checked(change.type, change.properties),
    )
    session.add(component)
    tree.add(component)
    _refuse_namesakes(tree, component)


def _move(_session: Session, tree: Tree, site: Site, change: Move) -> None:
    component = _there(tree, change.id, site)
    if tree.holds(component.id, change.parent):
        raise Problem(422, "own-descendant", "A component cannot be moved into itself. Choose another place.")
    component.position = _place(tree, change, component.type, site)
    component.parent_id = change.parent
    _refuse_namesakes(tree, component)


def _set(_session: Session, tree: Tree, site: Site, change: Set) -> None:
    component = _there(tree, change.id, site)
    component.properties = registry.checked(component.type, {**component.properties, **change.properties})
    _refuse_namesakes(tree, component)


def _remove(session: Session, tree: Tree, site: Site, change: Remove) -> None:
    component = _there(tree, change.id, site)
    if component.parent_id is None:
        raise Problem(422, "page-stays", "The page itself cannot be removed; remove what is on it.")
    session.flush()  # what these same changes inserted is stored before it can be deleted
    for gone in tree.remove(component.id):
        session.delete(gone)


_APPLY: dict[type[_Change], Any] = {Insert: _insert, Move: _move, Set: _set, Remove: _remove}


def apply(
    session: Session, workspace_id: str, site_id: str, person_id: str, changes: Sequence[_Change]
) -> int:
    """Apply changes in order, all or none, and return the site's new revision.

    Raises:
        Problem: a change names what is gone (409), or does not fit its type or place (422).
    """
    site = sites.locked(session, workspace_id, site_id)
    tree = tree_of(session, site_id, workspace_id)
    for number, change in enumerate(changes, start=1):
        try:
            _APPLY[type(change)](session, tree, site, change)
        except Problem as problem:
            problem.put_below("operations", number - 1)
            raise
        session.add(
            Operation(
                site_id=site.id,
                revision=site.revision + number,
                workspace_id=workspace_id,
                person_id=person_id,
                body=change.model_dump(),
                trace_id=current_trace_id(),
                at=database.now(),
            )
        )
    site.revision += len(changes)
    session.flush()
    return site.revision
