"""What a page must look like after a change, whatever the operations were that led there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.components import registry
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from webbuilder.components.tree import Tree


def refuse_misshapen(tree: Tree) -> None:
    """Refuse a page on which something holds fewer or more than its type can.

    Raises:
        Problem: it does.
    """
    bounded = [kind.name for kind in registry.TYPES.values() if kind.least or kind.most]
    for component in tree.of_type(*bounded):
        kind, many = registry.type_named(component.type), len(tree.children(component.id))
        if not kind.least <= many <= (kind.most or many):
            raise Problem(
                422,
                "misshapen",
                f"There can be {kind.least} to {kind.most} side by side in {registry.spoken(kind.name)}, "
                f"and there would be {many}. Add or remove accordingly.",
                errors=[{"pointer": "/operations", "detail": f"leave {many} in {component.id}"}],
            )
