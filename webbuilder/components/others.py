"""What others did to the things that a person takes back: it is never taken back with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.components import history
from webbuilder.components.changes import Move, Remove, Set
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from webbuilder.components.changes import AnyChange
    from webbuilder.components.tables import Operation
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site


def refuse_words(tree: Tree, site: Site, change: Any) -> None:
    """Refuse to take back a change whose properties say something else by now: that would take others' words.

    Raises:
        Problem: they do.
    """
    component = tree.get(change.id)
    if not isinstance(change, Set) or component is None:
        return
    if any(component.properties[name] != value for name, value in change.properties.items()):
        raise _changed(component.id, site)


def refuse_work(session: Session, tree: Tree, site: Site, operation: Operation, change: AnyChange) -> None:
    """Refuse to take an operation back by a change that would take away, or put elsewhere, what others did.

    What they took back themselves does not count, nor what they took out of it in time.

    Raises:
        Problem: somebody else changed, put or brought something there since (409).
    """
    if not isinstance(change, Remove | Move) or tree.get(change.id) is None:
        return
    taken = [change.id] if isinstance(change, Move) else [one.id for one in tree.below(change.id)]
    since = session.scalars(
        history.operations_on(site.id, site.workspace_id, operation.revision, taken)
    ).all()
    if isinstance(change, Remove) and (found := _not_put_since(since, taken)):
        raise _changed(found, site)
    for other in _standing(session, site, [one for one in since if one.person_id != operation.person_id]):
        if isinstance(change, Remove) or other.body["kind"] == "move":
            raise _changed(other.body["id"], site)


def _not_put_since(since: Sequence[Operation], ids: Sequence[str]) -> str | None:
    # What is older than the act that is taken back was brought there, and is nobody's to remove by undoing.
    put = {one.body["id"] for one in since if one.body["kind"] == "insert"}
    return next((identifier for identifier in ids if identifier not in put), None)


def _standing(session: Session, site: Site, operations: Sequence[Operation]) -> list[Operation]:
    steps = {
        person: set(history.standing(session.execute(history.steps_of(site.id, site.workspace_id, person))))
        for person in {one.person_id for one in operations}
    }
    return [one for one in operations if history.step_of(one) in steps[one.person_id]]


def _changed(identifier: str, site: Site) -> Problem:
    return Problem(
        409,
        "changed-meanwhile",
        "This was changed again after you did, and it stays as it is now. Look at the page as it is.",
        component=identifier,
        revision=site.revision,
    )
