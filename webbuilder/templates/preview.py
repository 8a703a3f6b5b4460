"""A template as a tree that was never stored, so that it can be looked at without commitment."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from webbuilder.components import registry
from webbuilder.components.tables import Component
from webbuilder.components.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webbuilder.templates.models import Node, Template


def tree_of(template: Template) -> Tree:
    """Return the components of a template."""
    numbers = count(1)

    def components(node: Node, parent: str | None) -> Iterator[Component]:
        number = next(numbers)
        component = Component(
            site_id="preview",
            id=f"preview-{number}",
            workspace_id="preview",
            parent_id=parent,
            position=float(number),
            type=node.type,
            properties=registry.checked(node.type, node.properties),
        )
        yield component
        for child in node.children:
            yield from components(child, component.id)

    return Tree(component for page in template.pages for component in components(page, None))
