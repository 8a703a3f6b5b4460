"""Rules of copying, undoing and redoing: operations like all others, that the server makes."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from webbuilder import database
from webbuilder.components import history, others, placing, service, shape
from webbuilder.components.changes import CHANGE, Insert
from webbuilder.problems import Problem
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site

_NAME_LENGTH = 40


def copy(
    session: Session, workspace_id: str, site_id: str, person_id: str, component_id: str
) -> tuple[int, str]:
    """Put a copy of a component and of everything below it right behind it; nothing in it is shared.

    Returns:
        The site's new revision, and the id of the copy.

    Raises:
        Problem: the component is gone (409).
    """
    site = sites.in_use(session, workspace_id, site_id)
    tree = service.tree_of(session, site_id, workspace_id)
    inserts = copied(tree, placing.there(tree, component_id, site))
    return service.apply(session, workspace_id, site_id, person_id, inserts).revision, inserts[0].id


def copied(tree: Tree, component: Component) -> list[Insert]:
    """Return the inserts that make a copy: new ids throughout, and properties of its own."""
    ids = {one.id: database.new_id("c") for one in tree.below(component.id)}
    inserts = []
    for change in history.again(tree, component.id):
        is_itself = change.id == component.id
        inserts.append(
            change.model_copy(
                update={
                    "id": ids[change.id],
                    "parent": change.parent if is_itself else change.parent and ids[change.parent],
                    "after": component.id if is_itself else change.after and ids[change.after],
                    "properties": deepcopy(change.properties),
                }
            )
        )
    if component.type == "field":
        inserts[0].properties["name"] = _free(tree, component, "name", "_")
    if component.type == "page":
        inserts[0].properties["path"] = _free(tree, component, "path", "-")
    return inserts


def _free(tree: Tree, component: Component, name: str, joint: str) -> str:
    """Return what no sibling is called: the component's own, numbered."""
    taken = {one.properties[name] for one in tree.children(component.parent_id)}
    own = component.properties[name] or "home"
    numbered = (f"{joint}{number}" for number in range(2, len(taken) + 3))
    names = (f"{own[: _NAME_LENGTH - len(end)].rstrip(joint)}{end}" for end in numbered)
    return next(name for name in names if name not in taken)


def undo(session: Session, workspace_id: str, site_id: str, person_id: str, before: int | None = None) -> int:
    """Take back a person's own last step, as a new one, and return the site's new revision.

    Steps from the revision `before` on are passed over; a refusal names by `step` the one that is in the way.

    Raises:
        Problem: there is none, or what it did is gone, or was changed since by somebody else (409).
    """
    return _took_back(session, sites.in_use(session, workspace_id, site_id), person_id, "undone", before)


def redo(session: Session, workspace_id: str, site_id: str, person_id: str) -> int:
    """Do again what a person took back last, as a new step, and return the site's new revision.

    Raises:
        Problem: there is nothing, or what was done is gone, or was changed since by somebody else (409).
    """
    return _took_back(session, sites.in_use(session, workspace_id, site_id), person_id, "redone")


def _took_back(
    session: Session, site: Site, person_id: str, way: history.Way, before: int | None = None
) -> int:
    found = session.execute(history.steps_of(site.id, site.workspace_id, person_id))
    first = history.to_undo(found, before) if way == "undone" else history.to_redo(found)
    if first is None:
        word = "undo" if way == "undone" else "redo"
        nothing = f"There is nothing of yours left to {word} on this page."
        raise Problem(409, f"nothing-to-{word}", nothing, revision=site.revision)
    tree = service.tree_of(session, site.id, site.workspace_id)
    done = []
    try:
        for operation in session.scalars(history.operations_of(site.id, site.workspace_id, first)).all():
            others.refuse_words(tree, site, CHANGE.validate_python(history.asked_for(operation)))
            for change in map(CHANGE.validate_python, history.inverse(operation)):
                others.refuse_work(session, tree, site, operation, change)
                done.append(service.applied(session, tree, site, change))
        shape.refuse_misshapen(tree)
    except Problem as problem:
        problem.more["step"] = first
        problem.errors = []  # nobody sent the operations that they would point to
        raise
    return history.keep(session, site, person_id, done, way, of=first)
