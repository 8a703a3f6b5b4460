"""What a picture of a template shows: its headline, and how its home page goes on."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webbuilder.templates.models import Node, Template

_LINE, _LINES, _BANDS = 30, 2, 4  # characters of a line of the headline, its lines, the bands below it
Kind = Literal["words", "columns", "voices", "form", "questions"]
_KINDS: dict[str, Kind] = {"columns": "columns", "testimonial": "voices", "form": "form", "faq": "questions"}


@dataclass(frozen=True, slots=True)
class Band:
    """A section of the page: what stands out in it, and how many of these there are."""

    kind: Kind
    many: int


def _below(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _below(child)


def headline(template: Template) -> list[str]:
    """Return the first heading of the home page, in lines that a picture has room for."""
    words = (node.properties["text"] for node in _below(template.pages[0]) if node.type == "heading")
    return textwrap.wrap(next(words, template.name), _LINE, max_lines=_LINES, placeholder=" …")


def picture(template: Template) -> str | None:
    """Return the address of the first picture on the home page; None where there is none."""
    shown = (node.properties["address"] for node in _below(template.pages[0]) if node.type == "image")
    return next(filter(None, shown), None)


def bands(template: Template) -> list[Band]:
    """Return the first sections below the topmost one, in order."""
    sections = [node for node in template.pages[0].children if node.type == "section"]
    return [_band(section) for section in sections[1 : 1 + _BANDS]]


def _band(section: Node) -> Band:
    for node in section.children:
        if node.type in _KINDS:
            kind = _KINDS[node.type]
            alike = sum(one.type == node.type for one in section.children)
            return Band(kind, alike if kind == "voices" else len(node.children))
    return Band("words", 1)
