"""What visitors get: HTML made by the server from components, never taken from anybody."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from webbuilder.publishing import cards
from webbuilder.publishing.dressing import dressed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.images.sizes import Size

_HERE = Path(__file__).parent
STYLE = _HERE.parent / "screens" / "static" / "site.css"
# Stands in a stored release where each serving writes its own view token; ids have no other characters.
_PLACE = re.compile(r"@@view:([a-z0-9_-]+)@@")


@dataclass(frozen=True, slots=True)
class Look:
    """What pages of a site have in common.

    Attributes:
        accent: the colour of its brand, where it has one of its own.
        indexed: whether machines may list it.
        sizes: how large pictures are, by their addresses: a page keeps their place until they come.
    """

    accent: str | None = None
    indexed: bool = True
    sizes: Mapping[str, Size] = field(default_factory=dict)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["dressed"] = dressed
    return made


def parts_of(tree: Tree, page: Component) -> tuple[list[Component], list[Component], list[Component]]:
    """Return what a page begins with, what it is about, and what it ends with: its landmarks."""
    body = tree.children(page.id)
    head: list[Component] = []
    foot: list[Component] = []
    while body and body[0].type == "navigation":
        head.append(body.pop(0))
    while body and body[-1].type == "footer":
        foot.insert(0, body.pop())
    return head, body, foot


def in_colour(accent: str | None) -> str:
    """Return the style that gives a site the colour of a brand; nothing where it has none of its own."""
    return f"html:root {{ --accent: {accent}; }}" if accent else ""


def render(tree: Tree, page: Component, name: str, look: Look | None = None) -> str:
    """Return a page with a place for a view token in each form."""
    look = look or Look()
    head, body, foot = parts_of(tree, page)
    pictures = (one for one in tree.below(page.id) if one.type == "image" and one.properties["address"])
    first = next((one.id for one in pictures), None)
    return (
        _environment()
        .get_template("page.html")
        .render(
            {"tree": tree, "page": page, "name": name, "head": head, "body": body, "foot": foot},
            first=first,
            sizes=look.sizes,
            style=STYLE.read_text("utf-8") + in_colour(look.accent),
            card=cards.of(tree, page),
            indexed=look.indexed,
        )
    )


def notice(title: str, words: str, *, back: str | None = None, act: tuple[str, str] | None = None) -> str:
    """Return a small page that tells a visitor one thing; `act` is where and how they do one."""
    return (
        _environment()
        .get_template("notice.html")
        .render(title=title, words=words, back=back, act=act, style=STYLE.read_text("utf-8"))
    )


def served(html: str, token_for: Callable[[str], str], home: str = "/") -> str:
    """Return a stored page as it is served once, from an address: every form with a token of its own."""
    return _PLACE.sub(lambda place: token_for(place[1]), html).replace(cards.HOME, home)
