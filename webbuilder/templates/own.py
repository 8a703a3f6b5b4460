"""Rules of templates that a workspace makes of its sites: a save is a version, and sites stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from webbuilder import clock, database
from webbuilder.accounts.tables import Workspace
from webbuilder.components import service as components
from webbuilder.connector import service as connector
from webbuilder.problems import not_found
from webbuilder.sites import copying
from webbuilder.templates.models import Node, Template, WorkflowPlan
from webbuilder.templates.tables import OwnTemplate
from webbuilder.workflows import service as workflows, versions
from webbuilder.workflows.tables import Workflow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site

CATEGORY = "Your own"
_Start = tuple[str, dict[str, Any]]  # the name of a workflow, and which field fills which of the contact


def of_workspace(workspace_id: str) -> Select[OwnTemplate]:
    """Select what a workspace made to start from, by name."""
    return select(OwnTemplate).where(OwnTemplate.workspace_id == workspace_id).order_by(OwnTemplate.name)


def as_template(kept: OwnTemplate) -> Template:
    """Return a stored template as one to start from."""
    about = {"id": kept.id, "name": kept.name, "category": CATEGORY, "description": kept.description}
    return Template.model_validate({**about, "version": kept.version, **kept.content})


def offered(session: Session, workspace_id: str) -> list[Template]:
    """Return what a workspace made to start from, by name."""
    return [as_template(kept) for kept in session.scalars(of_workspace(workspace_id))]


def kept(session: Session, workspace_id: str, template_id: str) -> OwnTemplate | None:
    """Return a workspace's own template; None where it has none such."""
    return session.scalar(of_workspace(workspace_id).where(OwnTemplate.id == template_id))


def locked(session: Session, workspace_id: str) -> list[OwnTemplate]:
    """Return what a workspace made to start from; nobody else changes that until this transaction ends."""
    session.get_one(Workspace, workspace_id, with_for_update=True)
    fresh = of_workspace(workspace_id).execution_options(populate_existing=True)
    return [*session.scalars(fresh)]


def make(session: Session, site: Site, name: str, description: str) -> OwnTemplate:
    """Make a template of a site as it is built now."""
    made = OwnTemplate(
        id=database.new_id("template"),
        workspace_id=site.workspace_id,
        name=name,
        description=description,
        version=1,
        content=_content(session, site),
        created_at=clock.now(session, site.workspace_id),
    )
    session.add(made)
    session.flush()
    return made


def renew(session: Session, template: OwnTemplate, site: Site) -> OwnTemplate:
    """Make another version of a template, of a site as it is built now; sites that came of it stay."""
    template.version, template.content = template.version + 1, _content(session, site)
    session.flush()
    return template


def one(session: Session, workspace_id: str, template_id: str) -> OwnTemplate:
    """Return a template of a workspace's own, which nobody else changes until this transaction ends.

    Raises:
        Problem: the workspace made no such template.
    """
    found = next((kept for kept in locked(session, workspace_id) if kept.id == template_id), None)
    if found is None:
        raise not_found("template")
    return found


def remove(session: Session, template: OwnTemplate) -> None:
    """Offer a template no more; sites that were started from it stay."""
    session.delete(template)
    session.flush()


def _content(session: Session, site: Site) -> dict[str, object]:
    """Return a site as pages and workflows, without any id, so that nothing of it is shared."""
    tree = components.tree_of(session, site.id, site.workspace_id)
    offered_here = session.scalars(workflows.of_site(site.workspace_id, site.id)).all()
    starts = _starts(session, site, tree, {one.id: one for one in offered_here if one.published_version})
    plans = [
        WorkflowPlan(
            name=one.name,
            steps=_steps(session, one),
            trigger=versions.trigger_of(session, one.id, one.published_version),
        )
        for one in offered_here
        if one.published_version
    ]
    pages = _nodes(tree, [tree.home, *(page for page in tree.pages if page is not tree.home)], starts)
    return {
        "pages": [page.model_dump() for page in pages],
        "workflows": [plan.model_dump() for plan in plans],
    }


def _steps(session: Session, workflow: Workflow) -> list[dict[str, object]]:
    steps = versions.steps_of(session, workflow.id, workflow.published_version)
    return [step.model_dump() for step in steps]


def _starts(session: Session, site: Site, tree: Tree, known: Mapping[str, Workflow]) -> dict[str, _Start]:
    """Return what each connected form starts, and fills of a contact, where it could be connected today.

    Who waits for a workflow to be published starts none yet.
    """
    found = session.scalars(copying.connections_of(site.workspace_id, site.id))
    return {
        one.component_id: (known[one.workflow_id].name, one.mapping)
        for one in found
        if one.workflow_id in known
        and tree.get(one.component_id)
        and connector.asks_for_address(tree, one.component_id)
    }


def _nodes(tree: Tree, parts: Sequence[Component], starts: Mapping[str, _Start]) -> list[Node]:
    return [
        Node(
            type=one.type,
            starts=starts[one.id][0] if one.id in starts else None,
            mapping=starts[one.id][1] if one.id in starts else None,
            properties=dict(one.properties),
            children=_nodes(tree, tree.children(one.id), starts),
        )
        for one in parts
    ]
