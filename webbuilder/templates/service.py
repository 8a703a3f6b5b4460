"""Rules of templates: what there is to start from, and how a site is made from it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from webbuilder import database
from webbuilder.components import registry, service as components
from webbuilder.components.tables import Component
from webbuilder.problems import not_found
from webbuilder.sites import service as sites
from webbuilder.workflows import service as workflows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site

_LIBRARY = Path(__file__).parent / "library"


class Node(BaseModel):
    """A component of a template, with what it holds."""

    type: str
    properties: dict[str, Any] = {}
    children: list[Node] = []


class WorkflowPlan(BaseModel):
    """A workflow that comes with a template."""

    name: str
    steps: list[dict[str, Any]]


class Template(BaseModel):
    """Something good to start from."""

    id: str
    name: str
    category: str
    description: str
    page: Node
    workflows: list[WorkflowPlan]


@cache
def library() -> dict[str, Template]:
    """Return the templates by id, in the order they are offered."""
    found = [
        Template.model_validate(json.loads(path.read_text("utf-8")))
        for path in sorted(_LIBRARY.glob("*.json"))
    ]
    return {template.id: template for template in found}


def one(template_id: str) -> Template:
    """Return a template.

    Raises:
        Problem: there is no such template.
    """
    if template_id not in library():
        raise not_found("template")
    return library()[template_id]


def _inserts(node: Node, parent: str) -> Iterator[components.Insert]:
    after = None
    for child in node.children:
        identifier = database.new_id("c")
        yield components.Insert(
            kind="insert",
            id=identifier,
            type=child.type,
            parent=parent,
            after=after,
            properties=child.properties,
        )
        yield from _inserts(child, identifier)
        after = identifier


def start_site(session: Session, workspace_id: str, person_id: str, name: str, template_id: str) -> Site:
    """Make a site from a template: components with identities of their own, workflows published and ready.

    Raises:
        Problem: there is no such template, or the name is blank.
    """
    template = one(template_id)
    site = sites.create(session, workspace_id, name, template_id)
    page = database.new_id("c")
    properties = registry.checked("page", {**template.page.properties, "title": site.name})
    session.add(
        Component(
            site_id=site.id,
            id=page,
            workspace_id=workspace_id,
            parent_id=None,
            position=0.0,
            type="page",
            properties=properties,
        )
    )
    session.flush()
    components.begin(session, site, person_id, list(_inserts(template.page, page)))
    for workflow in template.workflows:
        workflows.create(session, workspace_id, site.id, workflow.name, workflow.steps)
    return site
