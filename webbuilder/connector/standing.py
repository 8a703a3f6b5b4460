"""How forms stand: which lead nowhere, and why, and which wait for their workflow to be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.connector import service
from webbuilder.workflows import service as workflows
from webbuilder.workflows.tables import Workflow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.connector.tables import Connection
    from webbuilder.sites.tables import Site


def why_broken(session: Session, connection: Connection, tree: Tree) -> str | None:
    """Return why a form that was connected starts nothing any more; None where it does, or will."""
    workflow = session.get(Workflow, connection.workflow_id)
    if workflow is None or workflow.removed_at is not None:
        return "The workflow that it started was removed. Connect it to another one."
    if tree.get(connection.component_id) and not service.asks_for_address(tree, connection.component_id):
        return "It no longer insists on an e-mail address. Add a required field for it."
    return None


def _forms(session: Session, site: Site, tree: Tree) -> list[tuple[Component, Connection | None]]:
    """Return the forms of a page, each with its connection if it has one."""
    return [
        (form, session.scalar(service.of_form(site.workspace_id, site.id, form.id)))
        for form in tree.of_type("form")
    ]


def unconnected(session: Session, site: Site, tree: Tree) -> list[Component]:
    """Return the forms of a page that no workflow listens to, or none any more."""
    return [
        form for form, one in _forms(session, site, tree) if one is None or why_broken(session, one, tree)
    ]


def waiting(session: Session, site: Site, tree: Tree) -> list[tuple[Component, str]]:
    """Return the forms of a page whose workflow is not published, each with the name of that."""
    drafts = {
        workflow.id: workflow.name
        for workflow in session.scalars(workflows.of_site(site.workspace_id, site.id))
        if not workflow.published_version
    }
    joined = _forms(session, site, tree)
    return [(form, drafts[one.workflow_id]) for form, one in joined if one and one.workflow_id in drafts]
