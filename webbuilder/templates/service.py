"""Rules of templates: what there is to start from, and how a site is made from it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from webbuilder import database
from webbuilder.components import service as components
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
    pages: list[Node]
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


def _inserts(nodes: list[Node], parent: str | None = None) -> Iterator[components.Insert]:
    after = None
    for child in nodes:
        identifier = database.new_id("c")
        yield components.Insert(
            kind="insert",
            id=identifier,
            type=child.type,
            parent=parent,
            after=after,
            properties=child.properties,
        )
        yield from _inserts(child.children, identifier)
        after = identifier


def start_site(session: Session, workspace_id: str, person_id: str, name: str, template_id: str) -> Site:
    """Make a site from a template: components with identities of their own, workflows published and ready.

    Raises:
        Problem: there is no such template, or the name is blank.
    """
    template = one(template_id)
    site = sites.create(session, workspace_id, name, template_id)
    home, *others = template.pages
    named = home.model_copy(update={"properties": {**home.properties, "title": site.name}})
    components.begin(session, site, person_id, list(_inserts([named, *others])))
    for workflow in template.workflows:
        workflows.create(session, workspace_id, site.id, workflow.name, workflow.steps)
    return site
