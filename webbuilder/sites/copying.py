"""A copy of a site: the same words, forms and workflows, under new ids throughout; it shares nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from webbuilder import database
from webbuilder.components import service as components
from webbuilder.connector.tables import Connection
from webbuilder.sites import service
from webbuilder.workflows import service as workflows, versions
from webbuilder.workflows.triggers import BY_FORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.components.tables import Component
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
    made = service.create(session, site.workspace_id, name, site.template, site.template_version)
    made.zone = site.zone
    tree = components.tree_of(session, site.id, site.workspace_id)
    ids = {one.id: database.new_id("c") for page in tree.pages for one in tree.below(page.id)}
    components.begin(session, made, person_id, _inserts_of(tree, made.name, ids))
    _join(session, site, made, ids, _workflows(session, site, made))
    return made


def _inserts_of(tree: Tree, name: str, ids: Mapping[str, str]) -> list[components.Insert]:
    """Return what makes all pages anew, under the ids and the home page's name that they are to have."""
    inserts = list(_inserts(tree, tree.pages, None, ids))
    home = next(one for one in inserts if one.id == ids[tree.home.id])
    home.properties = {**home.properties, "title": name}
    return inserts


def _inserts(
    tree: Tree, originals: Sequence[Component], parent: str | None, ids: Mapping[str, str]
) -> Iterator[components.Insert]:
    after = None
    for one in originals:
        yield components.Insert(
            kind="insert",
            id=ids[one.id],
            type=one.type,
            parent=parent,
            after=after,
            properties=one.properties,
        )
        yield from _inserts(tree, tree.children(one.id), ids[one.id], ids)
        after = ids[one.id]


def _workflows(session: Session, site: Site, made: Site) -> Ids:
    """Copy the workflows as they are published, and their drafts; return the new id of each."""
    copied = {}
    for workflow in session.scalars(workflows.of_site(site.workspace_id, site.id)).all():
        number = workflow.published_version
        steps = [step.model_dump() for step in versions.steps_of(session, workflow.id, number)]
        starts = versions.trigger_of(session, workflow.id, number) if number else BY_FORM
        new = workflows.create(session, made.workspace_id, made.id, workflow.name, steps, starts)
        new.draft, new.trigger = workflow.draft, workflow.trigger
        copied[workflow.id] = new.id
    return copied


def _join(session: Session, site: Site, made: Site, ids: Ids, copied: Ids) -> None:
    """Join each copied form to the copy of the workflow that its original starts, as it was joined."""
    for connection in session.scalars(connections_of(site.workspace_id, site.id)).all():
        if connection.component_id in ids and connection.workflow_id in copied:
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
