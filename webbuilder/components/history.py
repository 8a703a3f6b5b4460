"""The log of a page's operations: each with what takes it back, in steps made at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Select, select

from webbuilder import database
from webbuilder.components.changes import AnyChange, Insert, Move, Remove, Set
from webbuilder.components.tables import Operation
from webbuilder.realtime import presence
from webbuilder.tracing import current_trace_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site

# What a step is: something new, something taken back, or something taken back that came again.
Way = Literal["begun", "done", "undone", "redone"]
_STEP = "step"
# The revision that a step began with, its way, and the first revision of the one taken back or done again.
Step = tuple[int, str, int | None]


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was applied, and the changes that would take it back, in order."""

    change: AnyChange
    inverse: Sequence[AnyChange]


def inverse_of(tree: Tree, change: AnyChange) -> list[AnyChange]:
    """Return what would take a change back, by the tree before it; nothing where it cannot be applied."""
    if isinstance(change, Insert):
        return [Remove(kind="remove", id=change.id)]
    component = tree.get(change.id)
    if component is None:
        return []
    if isinstance(change, Set):
        before = {name: value for name, value in component.properties.items() if name in change.properties}
        return [Set(kind="set", id=change.id, properties=before)]
    before_it = tree.before(component)
    if isinstance(change, Move):
        after = before_it.id if before_it else None
        return [Move(kind="move", id=change.id, parent=component.parent_id, after=after)]
    return [*again(tree, change.id)]


def again(tree: Tree, identifier: str) -> list[Insert]:
    """Return the inserts that would bring a component and everything below it back to where it stands."""
    inserts = []
    for component in tree.below(identifier):
        before_it = tree.before(component)
        inserts.append(
            Insert(
                kind="insert",
                id=component.id,
                type=component.type,
                parent=component.parent_id,
                after=before_it.id if before_it else None,
                properties=dict(component.properties),
            )
        )
    return inserts


def keep(
    session: Session,
    site: Site,
    person_id: str,
    done: Iterable[Done],
    way: Way = "done",
    *,
    of: int | None = None,
    client: str | None = None,
    first: int | None = None,
) -> int:
    """Log changes as one step of a person's, and return the site's new revision.

    `of` is the first revision of the step that this one takes back, or does again; `client` is the machine at
    which it was done, if that was told; `first` is that of the step which these go on with.
    """
    first = first or site.revision + 1
    for one in done:
        site.revision += 1
        step = {
            "first": first,
            "way": way,
            "of": of,
            "client": client,
            "inverse": [] if way == "begun" else [change.model_dump() for change in one.inverse],
        }
        session.add(
            Operation(
                site_id=site.id,
                revision=site.revision,
                workspace_id=site.workspace_id,
                person_id=person_id,
                body={**one.change.model_dump(), _STEP: step},
                trace_id=current_trace_id(),
                at=database.now(),
            )
        )
    session.flush()
    presence.say(session, "operations", site.id)
    return site.revision


def gone_on_with(
    session: Session, site: Site, person_id: str, first: int, changes: Iterable[AnyChange]
) -> int | None:
    """Return the step that began with a revision, if changes may join it.

    Nothing of this person's came after it, and nobody else changed the same things since: what others did
    stands, so a step with that in its midst could never be undone.
    """
    newest = session.execute(steps_of(site.id, site.workspace_id, person_id).limit(1)).first()
    if newest is None or newest[:2] != (first, "done"):
        return None
    step = session.scalars(operations_of(site.id, site.workspace_id, first))
    ids = {change.id for change in changes} | {one.body["id"] for one in step}
    since = operations_on(site.id, site.workspace_id, first, ids)
    others = any(one.person_id != person_id for one in session.scalars(since))
    return None if others else first


def operations_on(site_id: str, workspace_id: str, revision: int, ids: Collection[str]) -> Select[Operation]:
    """Select what was done to some components from a revision on, in order."""
    return (
        select(Operation)
        .where(
            Operation.site_id == site_id,
            Operation.workspace_id == workspace_id,
            Operation.revision >= revision,
            Operation.body["id"].as_string().in_(ids),
        )
        .order_by(Operation.revision)
    )


def told(operation: Operation) -> dict[str, Any]:
    """Return an operation as it was asked for, with its revision, whose it is, and of which machine."""
    whose = {"by": operation.person_id, "client": operation.body[_STEP].get("client")}
    return {"revision": operation.revision, **asked_for(operation), **whose}


def asked_for(operation: Operation) -> dict[str, Any]:
    """Return an operation as it was asked for."""
    return {name: value for name, value in operation.body.items() if name != _STEP}


def inverse(operation: Operation) -> list[dict[str, Any]]:
    """Return what takes an operation back, in order."""
    kept: list[dict[str, Any]] = operation.body[_STEP]["inverse"]
    return kept


def steps_of(site_id: str, workspace_id: str, person_id: str) -> Select[int, str, int | None]:
    """Select a person's steps on a page, the newest first."""
    first = Operation.body[_STEP]["first"].as_integer()
    return (
        select(
            Operation.revision,
            Operation.body[_STEP]["way"].as_string(),
            Operation.body[_STEP]["of"].as_integer(),
        )
        .where(
            Operation.site_id == site_id,
            Operation.workspace_id == workspace_id,
            Operation.person_id == person_id,
            first == Operation.revision,
        )
        .order_by(Operation.revision.desc())
    )


def operations_of(site_id: str, workspace_id: str, first: int) -> Select[Operation]:
    """Select the operations of the step that began with a revision, the newest first."""
    return (
        select(Operation)
        .where(
            Operation.site_id == site_id,
            Operation.workspace_id == workspace_id,
            Operation.revision >= first,
            Operation.body[_STEP]["first"].as_integer() == first,
        )
        .order_by(Operation.revision.desc())
    )


def step_of(operation: Operation) -> int:
    """Return the first revision of the step that an operation belongs to."""
    return int(operation.body[_STEP]["first"])


def standing(steps: Iterable[Step]) -> Iterator[int]:
    """Go through the steps that are not taken back, by their first revisions, the newest first.

    `steps` are a person's, the newest first.
    """
    taken_back = set()
    for first, way, of in steps:
        if way == "begun":
            return
        if way == "undone":
            taken_back.add(of)
        elif first not in taken_back:
            yield first


def to_undo(steps: Iterable[Step], before: int | None = None) -> int | None:
    """Return the newest step that is not taken back, by its first revision; None where nothing is left.

    `steps` are a person's, the newest first; those from the revision `before` on are passed over.
    """
    return next((first for first in standing(steps) if before is None or first < before), None)


def to_redo(steps: Iterable[Step]) -> int | None:
    """Return the newest undoing that nothing new followed and that was not redone; None where there is none.

    `steps` are a person's, the newest first.
    """
    come_again = set()
    for first, way, of in steps:
        if way == "redone":
            come_again.add(of)
        elif way != "undone":
            return None
        elif first not in come_again:
            return first
    return None
