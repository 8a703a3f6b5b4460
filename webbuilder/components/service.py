"""Rules of the component tree: operations are ordered, checked and stored before they are acknowledged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, or_, select

from webbuilder.components import history, placing, registry, shape
from webbuilder.components.changes import AnyChange, Change, Insert, Move, Remove, Set
from webbuilder.components.tables import Component, Operation
from webbuilder.components.tree import Tree
from webbuilder.problems import Problem
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site

__all__ = ["AnyChange", "Change", "Insert", "Move", "Remove", "Set"]


def components_of(site_id: str, workspace_id: str) -> Select[Component]:
    """Select a site's components, siblings in order."""
    return (
        select(Component)
        .where(Component.site_id == site_id, Component.workspace_id == workspace_id)
        .order_by(Component.position, Component.id)
    )


def changed_alone(site_id: str, workspace_id: str, ids: Sequence[str]) -> Select[Component]:
    """Select what new values of components are checked against: these, the fields beside them, the pages."""
    forms = select(Component.parent_id).where(
        Component.site_id == site_id, Component.id.in_(ids), Component.type == "field"
    )
    beside = and_(Component.type == "field", Component.parent_id.in_(forms))
    known = or_(Component.id.in_(ids), Component.parent_id.is_(None), beside)
    return components_of(site_id, workspace_id).where(known)


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
    return _tree(session, components_of(site_id, workspace_id))


def _tree(session: Session, components: Select[Component]) -> Tree:
    # What this session read before somebody else's change committed is read again.
    return Tree(session.scalars(components.execution_options(populate_existing=True)).all())


def _insert(session: Session, tree: Tree, site: Site, change: Insert) -> None:
    if tree.get(change.id):
        raise Problem(
            409,
            "component-exists",
            f"There is a component {change.id} on this page already.",
            component=change.id,
        )
    position = placing.place(tree, change, change.type, site)
    placing.refuse_full(tree, change)
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
    placing.refuse_namesakes(tree, component)


def _move(_session: Session, tree: Tree, site: Site, change: Move) -> None:
    component = placing.there(tree, change.id, site)
    if tree.holds(component.id, change.parent):
        raise Problem(
            422,
            "own-descendant",
            "A component cannot be moved into itself. Choose another place.",
            errors=[{"pointer": "/parent", "detail": "is the component itself or lies below it"}],
        )
    tree.put(component, change.parent, placing.place(tree, change, component.type, site))
    placing.refuse_namesakes(tree, component)


def _set(_session: Session, tree: Tree, site: Site, change: Set) -> None:
    component = placing.there(tree, change.id, site)
    placing.refuse_homeless(component, change)
    component.properties = registry.checked(component.type, {**component.properties, **change.properties})
    placing.refuse_namesakes(tree, component)


def _remove(session: Session, tree: Tree, site: Site, change: Remove) -> None:
    component = placing.there(tree, change.id, site)
    placing.refuse_homeless(component, change)
    session.flush()  # what these same changes inserted is stored before it can be deleted
    for gone in tree.remove(component.id):
        session.delete(gone)


_APPLY: dict[type[AnyChange], Any] = {Insert: _insert, Move: _move, Set: _set, Remove: _remove}


def applied(session: Session, tree: Tree, site: Site, change: AnyChange) -> history.Done:
    """Apply one change to a tree and return it with what would take it back; nothing is logged yet.

    Raises:
        Problem: it names what is gone (409), or does not fit its type or place (422).
    """
    inverse = history.inverse_of(tree, change)
    _APPLY[type(change)](session, tree, site, change)
    return history.Done(change, inverse)


@dataclass(frozen=True, slots=True)
class Applied:
    """Where the log stands after changes, and the first revision of the step that they belong to."""

    revision: int
    step: int


def apply(
    session: Session,
    workspace_id: str,
    site_id: str,
    person_id: str,
    changes: Sequence[AnyChange],
    *,
    client: str | None = None,
    continues: int | None = None,
) -> Applied:
    """Apply changes in order, all or none, as one step to undo.

    Args:
        client: the machine at which it was done, if that was told.
        continues: the first revision of the step that they go on with, if they still may.

    Raises:
        Problem: a change names what is gone, or the site was put away (409), or it does not fit (422).
    """
    site = sites.in_use(session, workspace_id, site_id)
    joined = history.gone_on_with(session, site, person_id, continues, changes) if continues else None
    step = joined or site.revision + 1
    done = _all_applied(session, site, changes)
    return Applied(history.keep(session, site, person_id, done, client=client, first=step), step)


def begin(session: Session, site: Site, person_id: str, changes: Sequence[AnyChange]) -> int:
    """Lay out what a page begins with, which nobody can undo, and return the site's revision."""
    return history.keep(session, site, person_id, _all_applied(session, site, changes), "begun")


def _all_applied(session: Session, site: Site, changes: Sequence[AnyChange]) -> list[history.Done]:
    # Writing is what is done most, and must not take longer the more there is on the page.
    only_words = all(isinstance(change, Set) for change in changes)
    wanted = changed_alone(site.id, site.workspace_id, [change.id for change in changes])
    tree = _tree(session, wanted if only_words else components_of(site.id, site.workspace_id))
    done = []
    for number, change in enumerate(changes):
        try:
            done.append(applied(session, tree, site, change))
        except Problem as problem:
            problem.put_below("operations", number)
            raise
    if not only_words:
        shape.refuse_misshapen(tree)
    return done
