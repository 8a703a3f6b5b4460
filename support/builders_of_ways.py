"""Ways to a site that take several acts to arrange or to look at; a room beside `support.builders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.pictures import PNG, picture
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.cast import Actor
    from support.world import World

PICTURE = "loaf.png"


def picture_without_words(owner: Actor, site: str) -> None:
    """Bring a picture and put it onto a draft, with no word about what it shows."""
    owner.given.pictures.bring(PICTURE, picture(), PNG)
    owner.given.moving.hang(site, PICTURE)


def addresses_of(world: World, site: str, pages: Sequence[str]) -> list[str]:
    """Return where visitors find pages; the home page is called as its site is, and ends with a slash."""
    home = world.addresses.live(site)
    return [f"{home}/" if page == site else world.addresses.live(site, page) for page in pages]


def named_on_map(world: World, site: str, pages: Sequence[str]) -> list[bool]:
    """Return of each page whether the map of a site names it."""
    mapped = world.stranger.sees.roaming.mapped(site)
    return [address in mapped for address in addresses_of(world, site, pages)]


def card_of_first_words(visitor: Actor, site: str, page: str) -> tuple[str, str]:
    """Return what a shared link to a page says, and all that the page says."""
    said = visitor.sees.roaming.card(site, page)
    lines = visitor.sees.visiting.read(site, None if page == site else page)
    return said.rstrip("…"), " ".join(lines)


def former_or_told(visitor: Actor, site: str, page: str | None = None) -> Sequence[str]:
    """Return the lines that stand at a former address, be it that there is nothing."""
    try:
        return visitor.sees.roaming.go_to_former(site, page)
    except Refused as refusal:
        return [refusal.reason]


def lent_or_told(visitor: Actor, site: str, page: str | None = None) -> Sequence[str]:
    """Return the lines that a link to a draft shows, be it that it leads nowhere."""
    try:
        return visitor.sees.lending.look(site, page)
    except Refused as refusal:
        return [refusal.reason]
