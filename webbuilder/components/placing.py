"""Where a component may stand, and beside what: the rules that every operation is held to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.components import registry
from webbuilder.components.changes import Insert, Move, Remove, Set
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site

MOST_COMPONENTS, MOST_PAGES = 5000, 100  # of a page, of a site


def there(tree: Tree, identifier: str, site: Site) -> Component:
    """Return a component.

    Raises:
        Problem: it is gone; the current revision is said (409).
    """
    component = tree.get(identifier)
    if component is None:
        raise _gone(identifier, site)
    return component


def place(tree: Tree, change: Insert | Move, kind: str, site: Site) -> float:
    """Return the position that a component of a type gets where it shall stand.

    Raises:
        Problem: it does not belong there (422), or what it shall stand in or behind is gone (409).
    """
    _refuse_stranger(tree, change, registry.type_named(kind).name, site)
    after = there(tree, change.after, site) if change.after else None
    if after is not None and after.parent_id != change.parent:
        raise _gone(after.id, site)
    if change.after == change.id:
        raise Problem(
            422,
            "own-neighbour",
            "A component cannot be put behind itself. Choose another place.",
            errors=[{"pointer": "/after", "detail": "is the component itself"}],
        )
    return tree.position_after(change.parent, after, leaving_out=change.id)


def refuse_full(tree: Tree, change: Insert) -> None:
    """Refuse one component too many on a page, and one page too many."""
    if change.parent is None and len(tree.pages) >= MOST_PAGES:
        most = f"A site has {MOST_PAGES} pages at most. Remove one, or begin another site."
        raise _too_many("site-full", most)
    if change.parent is not None and tree.many_on_page_of(change.parent) >= MOST_COMPONENTS:
        most = f"A page holds {MOST_COMPONENTS} components at most. Remove some, or begin another page."
        raise _too_many("page-full", most)


def refuse_namesakes(tree: Tree, component: Component) -> None:
    """Refuse a second field of one name in a form, and a second page at one address of a site.

    What a visitor sends, or asks for, could not be told apart.
    """
    if component.type == "field":
        name = component.properties["name"]
        taken = f"The form has a field named “{name}” already. Give this one another name."
        _refuse_twin(tree, component, "name", Problem(422, "name-taken", taken))
    if component.type == "page":
        path = f"/{component.properties['path']}"
        taken = f"Another page of this site has this address already: {path}. Give this one another."
        _refuse_twin(tree, component, "path", Problem(422, "path-taken", taken))


def refuse_homeless(component: Component, change: Set | Remove) -> None:
    """Refuse to take the home page away, or to give it a path: visitors begin there."""
    is_home = component.type == "page" and not component.properties["path"]
    if is_home and (isinstance(change, Remove) or change.properties.get("path")):
        raise Problem(
            422,
            "home-stays",
            "The home page stays where visitors begin, and cannot be removed; change what is on it.",
            errors=[
                {"pointer": "/id" if isinstance(change, Remove) else "/properties/path", "detail": "is home"}
            ],
        )


def _refuse_stranger(tree: Tree, change: Insert | Move, kind: str, site: Site) -> None:
    if change.parent is None:
        belongs, where = kind == "page", "outside of a page"
    else:
        parent = there(tree, change.parent, site)
        belongs = kind in registry.type_named(parent.type).holds
        where = f"in {registry.spoken(parent.type)}"
    if not belongs:
        raise Problem(
            422,
            "does-not-belong",
            f"{registry.spoken(kind).capitalize()} cannot stand {where}. Choose another place.",
            errors=[{"pointer": "/parent", "detail": f"does not hold {kind}"}],
        )


def _refuse_twin(tree: Tree, component: Component, name: str, problem: Problem) -> None:
    siblings = tree.children(component.parent_id)
    if sum(one.properties[name] == component.properties[name] for one in siblings) > 1:
        problem.errors = [{"pointer": f"/properties/{name}", "detail": "is taken"}]
        raise problem


def _too_many(kind: str, words: str) -> Problem:
    return Problem(422, kind, words, errors=[{"pointer": "/id", "detail": "is one too many"}])


def _gone(identifier: str, site: Site) -> Problem:
    return Problem(
        409,
        "component-gone",
        f"The component {identifier} is not on this page any more. Look at the page as it is now.",
        component=identifier,
        revision=site.revision,
    )
