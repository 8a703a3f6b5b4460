"""Rules of templates: what there is to start from, and how a site is made from it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from webbuilder import database
from webbuilder.components import service as components
from webbuilder.connector import service as connector
from webbuilder.problems import Problem, not_found
from webbuilder.sites import service as sites
from webbuilder.templates import own, reading
from webbuilder.workflows import service as workflows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site
    from webbuilder.templates.models import Node, Template
    from webbuilder.templates.tables import OwnTemplate

_LIBRARY = Path(__file__).parent / "library"
_MOST_OWN = 100
_UNSEEN = frozenset({"address", "path", "theme", "look", "kind", "name"})  # nobody reads these on a page


@cache
def library() -> dict[str, Template]:
    """Return the templates by id, in the order they are offered."""
    return {template.id: template for template in reading.usable(sorted(_LIBRARY.glob("*.json")))}


def _words(node: Node) -> Iterator[str]:
    said = (value for name, value in node.properties.items() if name not in _UNSEEN)
    yield from (value for value in said if isinstance(value, str))
    for child in node.children:
        yield from _words(child)


def _said(template: Template) -> str:
    """Return all that a template says, folded for looking things up in it."""
    about = (template.name, template.category, template.description)
    pages = (words for page in template.pages for words in _words(page))
    plans = (plan.name for plan in template.workflows)
    return f" {' '.join((*about, *pages, *plans)).casefold()}"


def _fitting(templates: Iterable[Template], words: str, category: str) -> list[Template]:
    wanted = re.findall(r"\w+", words.casefold())
    return [
        one
        for one in templates
        if category in {"", one.category} and all(re.search(rf"\b{word}", _said(one)) for word in wanted)
    ]


def found(words: str = "", category: str = "") -> list[Template]:
    """Return the library's templates of a category that say each of the words, or one that begins so."""
    return _fitting(library().values(), words, category)


def one(template_id: str) -> Template:
    """Return a template.

    Raises:
        Problem: there is no such template.
    """
    if template_id not in library():
        raise not_found("template")
    return library()[template_id]


def to_start_from(session: Session, workspace_id: str, template_id: str) -> Template:
    """Return a template: one of the workspace's own, or of the library.

    Raises:
        Problem: there is no such template here.
    """
    mine = own.kept(session, workspace_id, template_id)
    return own.as_template(mine) if mine else one(template_id)


def offered(session: Session, workspace_id: str, words: str = "", category: str = "") -> list[Template]:
    """Return what there is to start from, one's own first, or what of it is looked for."""
    mine = own.offered(session, workspace_id)
    return [*_fitting(mine, words, category), *found(words, category)]


def save(session: Session, site: Site, name: str, description: str) -> OwnTemplate:
    """Make a template of a site.

    Raises:
        Problem: the name is blank or taken, or the workspace has as many of its own as it may.
    """
    called = " ".join(name.split())
    if not 0 < len(called) <= sites.NAME_LENGTH:
        raise Problem(422, "not-valid", f"A template needs a name of {sites.NAME_LENGTH} characters at most.")
    mine = own.locked(session, site.workspace_id)
    if len(mine) >= _MOST_OWN:
        raise Problem(
            409, "too-many", f"You have {_MOST_OWN} templates of your own. Offer one of them no more."
        )
    taken = [*(each.name for each in library().values()), *(each.name for each in mine)]
    if called.casefold() in {name.casefold() for name in taken}:
        raise Problem(
            409,
            "name-is-taken",
            f"There is a template called “{called}”. Choose another name, or save another version of yours.",
        )
    return own.make(session, site, called, " ".join(description.split()))


def _laid_out(nodes: list[Node], parent: str | None = None) -> Iterator[tuple[components.Insert, Node]]:
    after = None
    for child in nodes:
        identifier = database.new_id("c")
        insert = components.Insert(
            kind="insert",
            id=identifier,
            type=child.type,
            parent=parent,
            after=after,
            properties=child.properties,
        )
        yield insert, child
        yield from _laid_out(child.children, identifier)
        after = identifier


def start_site(session: Session, workspace_id: str, person_id: str, name: str, template_id: str) -> Site:
    """Make a site from a template: components of its own, workflows published, forms connected to them.

    Raises:
        Problem: there is no such template, or the name is blank.
    """
    template = to_start_from(session, workspace_id, template_id)
    site = sites.create(session, workspace_id, name, template_id, template.version)
    home, *others = template.pages
    named = home.model_copy(update={"properties": {**home.properties, "title": site.name}})
    laid_out = list(_laid_out([named, *others]))
    components.begin(session, site, person_id, [insert for insert, _ in laid_out])
    made = {
        plan.name: workflows.create(session, workspace_id, site.id, plan.name, plan.steps, plan.trigger).id
        for plan in template.workflows
    }
    _wire(session, site, laid_out, made)
    return site


def _wire(
    session: Session, site: Site, laid_out: Iterable[tuple[components.Insert, Node]], made: Mapping[str, str]
) -> None:
    """Let the forms of a site start the workflows that its template names."""
    for insert, node in laid_out:
        if node.starts:
            connector.connect(session, site, insert.id, made[node.starts], node.mapping)
