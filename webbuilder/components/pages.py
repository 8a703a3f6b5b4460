"""Rules of pages: which there are, and what a new one begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder import database
from webbuilder.components import service, steps
from webbuilder.components.changes import Insert
from webbuilder.problems import not_found
from webbuilder.sites import addresses, service as sites

if TYPE_CHECKING:
    from collections.abc import Generator

    from sqlalchemy.orm import Session

    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree

_PATH_LENGTH = 40


def one(tree: Tree, page_id: str) -> Component:
    """Return a page.

    Raises:
        Problem: the site has no such page.
    """
    page = tree.get(page_id)
    if page is None or page.parent_id is not None:
        raise not_found("page")
    return page


def line(page: Component) -> dict[str, str]:
    """Return what a list of pages says of one."""
    said = {"title": page.properties["title"], "path": page.properties["path"], "language": language(page)}
    return {**said, "description": str(page.properties.get("description", ""))}


def language(page: Component) -> str:
    """Return in which language a page is; one that was stored before it was asked is in English."""
    return str(page.properties.get("language", "en"))


def add(  # noqa: PLR0917 - as the operations beside it
    session: Session, workspace_id: str, site_id: str, person_id: str, title: str, path: str | None = None
) -> tuple[int, str]:
    """Put a page behind all others: with the home page's theme, navigation and footer, and a headline.

    Returns:
        The site's new revision, and the id of the page.

    Raises:
        Problem: another page has that path, or the site has as many pages as it may (422).
    """
    sites.in_use(session, workspace_id, site_id)
    tree = service.tree_of(session, site_id, workspace_id)
    changes = list(_begun(tree, title.strip(), path or _free_path(tree, title)))
    return service.apply(session, workspace_id, site_id, person_id, changes).revision, changes[0].id


def _like(home: Component) -> dict[str, str]:
    """Return what a further page has of the first."""
    return {"theme": home.properties["theme"], "language": language(home)}


def _begun(tree: Tree, title: str, path: str) -> Generator[Insert]:
    page, section = database.new_id("c"), database.new_id("c")
    said = {"title": title, "path": path, **_like(tree.home)}
    last = tree.pages[-1].id
    yield Insert(kind="insert", id=page, type="page", parent=None, after=last, properties=said)
    around = {
        kind: [one for one in tree.children(tree.home.id) if one.type == kind]
        for kind in ("navigation", "footer")
    }
    after = None
    for original in around["navigation"]:
        after = yield from _copy(tree, original, page, after)
    yield Insert(kind="insert", id=section, type="section", parent=page, after=after, properties={})
    headline = {"text": title, "level": 1}
    yield Insert(kind="insert", id=database.new_id("c"), type="heading", parent=section, properties=headline)
    after = section
    for original in around["footer"]:
        after = yield from _copy(tree, original, page, after)


def _copy(tree: Tree, original: Component, page: str, after: str | None) -> Generator[Insert, None, str]:
    first, *below = steps.copied(tree, original)
    yield first.model_copy(update={"parent": page, "after": after})
    yield from below
    return first.id


def _free_path(tree: Tree, title: str) -> str:
    taken = {one.properties["path"] for one in tree.pages}
    own = addresses.slug_from(title)[:_PATH_LENGTH].strip("-")
    numbered = (f"-{number}" for number in range(2, len(taken) + 2))
    others = (f"{own[: _PATH_LENGTH - len(end)].strip('-')}{end}" for end in numbered)
    return next(path for path in (own, *others) if path not in taken)
