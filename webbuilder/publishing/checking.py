"""What an owner should look at before visitors do. None of it forbids publishing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pydantic import BaseModel

from webbuilder.components import service as components
from webbuilder.connector import standing
from webbuilder.images import drawn
from webbuilder.problems import Problem
from webbuilder.publishing import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site

# What a page may weigh without its pictures, in bytes: a second and a half at 100 kB/s, a slow phone's line.
HEAVY = 150_000


class Warned(BaseModel):
    """Something to look at before visitors do."""

    kind: str
    component: str
    words: str


class LookFirst(Problem):
    """There are warnings, and the owner has not said that they may stand."""

    def __init__(self, warnings: list[Warned]) -> None:
        words = " ".join(warned.words for warned in warnings)
        super().__init__(409, "look-first", words, warnings=[warned.model_dump() for warned in warnings])
        self.warnings = warnings


def warnings(session: Session, site: Site) -> list[Warned]:
    """Return what an owner should look at before publishing."""
    tree = components.tree_of(session, site.id, site.workspace_id)
    return [
        *_starting_nothing(session, site, tree),
        *_leading_nowhere(tree),
        *_without_words(tree),
        *_empty(tree),
        *_heavy(tree, site.name),
    ]


def _starting_nothing(session: Session, site: Site, tree: Tree) -> Iterator[Warned]:
    follows = "what visitors send is kept, but nothing follows."
    for form in standing.unconnected(session, site, tree):
        words = f"The form “{form.properties['label']}” is not connected to a workflow: {follows}"
        yield Warned(kind="form-not-connected", component=form.id, words=words)
    for form, workflow in standing.waiting(session, site, tree):
        joined = f"is connected to “{workflow}”, which is not published: {follows}"
        words = f"The form “{form.properties['label']}” {joined}"
        yield Warned(kind="workflow-not-published", component=form.id, words=words)


def _leading_nowhere(tree: Tree) -> list[Warned]:
    paths = {f"/{page.properties['path']}" for page in tree.pages}
    return [
        Warned(
            kind="link-leads-nowhere",
            component=link.id,
            words=f"“{link.properties['text']}” leads to {link.properties['address']}, where no page is.",
        )
        for link in tree.of_type("link", "call_to_action")
        if (to := _page_meant(link.properties["address"])) and to not in paths
    ]


def _page_meant(address: str) -> str | None:
    """Return the path of the page of this site that an address leads to; None where it leads elsewhere."""
    path = urlsplit(address).path
    is_of_site = address.startswith("/") and not address.startswith(("//", drawn.BELOW))
    return f"/{path.strip('/')}" if is_of_site else None


def _without_words(tree: Tree) -> list[Warned]:
    """Return the pictures that say nothing to whoever does not see them (WCAG 2.2, 1.1.1)."""
    lacks = "has no words for those who do not see it"
    return [
        Warned(
            kind="picture-without-words",
            component=picture.id,
            words=f"A picture on {_called(tree.page_of(picture.id))} {lacks}.",
        )
        for picture in tree.of_type("image")
        if picture.properties["address"] and not picture.properties["alternative"].strip()
    ]


def _empty(tree: Tree) -> list[Warned]:
    """Return the pages on which nothing is to be read."""
    return [
        Warned(kind="page-empty", component=page.id, words=f"There is nothing on {_called(page)}.")
        for page in tree.pages
        if not any(tree.children(part.id) for part in pages.parts_of(tree, page)[1])
    ]


def _heavy(tree: Tree, name: str) -> list[Warned]:
    """Return the pages that take long on a slow line."""
    weights = {page: len(pages.render(tree, page, name).encode()) for page in tree.pages}
    advice = f"Spread it over several pages of {HEAVY // 1000} kB at most."
    return [
        Warned(
            kind="page-heavy",
            component=page.id,
            words=f"Visitors with a slow line wait for {_called(page)}: it has {weight // 1000} kB without"
            f" its pictures. {advice}",
        )
        for page, weight in weights.items()
        if weight > HEAVY
    ]


def _called(page: Component) -> str:
    return f"the page “{page.properties['title']}”" if page.properties["path"] else "the home page"
