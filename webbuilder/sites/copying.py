"""A copy of a site: the same words, forms and workflows, under new ids throughout; it shares nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from webbuilder import database
from webbuilder.components import service as components
from webbuilder.components.tables import Component
from webbuilder.connector.tables import Connection
from webbuilder.sites import service
from webbuilder.workflows import service as workflows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site

Ids = dict[str, str]


def connections_of(workspace_id: str, site_id: str) -> Select[Connection]:
    """Select the connections of a site's forms."""
    return select(Connection).where(Connection.workspace_id == workspace_id, Connection.site_id == site_id)


def copy(session: Session, site: Site, name: str, person_id: str) -> Site:
    """Return a copy of a site's draft under another name; it is live nowhere.

    Raises:
        Problem: the name will not do.
    """
    made = service.create(session, site.workspace_id, name, site.template)
    tree = components.tree_of(session, site.id, site.workspace_id)
    ids = {one.id: database.new_id("c") for one in tree.below(tree.page.id)}
    session.add(_page(made, tree.page, ids))
    session.flush()
    inserts = _inserts_of(tree, tree.page.id, ids)
    if inserts:
        components.begin(session, made, person_id, inserts)
    _join(session, site, made, ids, _workflows(session, site, made))
    return made


def _page(made: Site, page: Component, ids: Ids) -> Component:
    return Component(
        site_id=made.id,
        id=ids[page.id],
        workspace_id=made.workspace_id,
        parent_id=None,
        position=0.0,
        type=page.type,
        properties={**page.properties, "title": made.name},
    )


def _inserts_of(tree: Tree, parent: str, ids: Mapping[str, str]) -> list[components.Insert]:
    """Return what makes all that lies below a component anew, under the ids that it is to have."""
    return list(_inserts(tree, parent, ids))


def _inserts(tree: Tree, parent: str, ids: Mapping[str, str]) -> Iterator[components.Insert]:
    after = None
    for child in tree.children(parent):
        yield components.Insert(
            kind="insert",
            id=ids[child.id],
            type=child.type,
            parent=ids[parent],
            after=after,
            properties=child.properties,
        )
        yield from _inserts(tree, child.id, ids)
        after = ids[child.id]


def _workflows(session: Session, site: Site, made: Site) -> Ids:
    """Copy the workflows as they are published; return the new id of each."""
    copied = {}
    for workflow in session.scalars(workflows.of_site(site.workspace_id, site.id)).all():
        steps = workflows.steps_of(session, workflow.id, workflow.published_version)
        new = workflows.create(
            session, made.workspace_id, made.id, workflow.name, [step.model_dump() for step in steps]
        )
        copied[workflow.id] = new.id
    return copied


def _join(session: Session, site: Site, made: Site, ids: Ids, copied: Ids) -> None:
    """Join each copied form to the copy of the workflow that its original starts, as it was joined."""
    for connection in session.scalars(connections_of(site.workspace_id, site.id)).all():
        if connection.component_id in ids:
            session.add(
                Connection(
                    site_id=made.id,
                    component_id=ids[connection.component_id],
                    workspace_id=made.workspace_id,
                    workflow_id=copied[connection.workflow_id],
                    mapping=dict(connection.mapping),
                    created_at=made.created_at,
                )
            )
    session.flush()
