"""What is shown of a page where somebody shares or finds a link to it (the Open Graph protocol, ogp.me)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from webbuilder.conventions.plain import plain_words

if TYPE_CHECKING:
    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree

# Stands in a stored release where each serving writes the address of the site, which may move.
HOME = "@@home@@"
_LONGEST = 160  # characters that search engines show


@dataclass(frozen=True, slots=True)
class Card:
    """Words, address and picture of a page; the picture is the first on it, with its words."""

    words: str
    address: str
    picture: str
    alternative: str


def of(tree: Tree, page: Component) -> Card:
    """Return what is shown of a page; where its owner says nothing about it, its first words do."""
    on_it = list(tree.below(page.id))
    first = next((one.properties["text"] for one in on_it if one.type == "text"), "")
    said = page.properties.get("description", "") or first
    pictures = (one.properties for one in on_it if one.type == "image" and one.properties["address"])
    picture = next(pictures, {"address": "", "alternative": ""})
    return Card(
        words=plain_words(said, _LONGEST),
        address=f"{HOME}{page.properties['path']}",
        picture=_absolute(picture["address"]),
        alternative=picture["alternative"],
    )


def _absolute(address: str) -> str:
    return f"{HOME}{address.removeprefix('/')}" if address.startswith("/") else address
