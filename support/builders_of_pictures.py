"""Facts about pictures that take several acts to arrange; a room beside `support.builders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.pictures import PNG, photograph
from support.records import Refused

if TYPE_CHECKING:
    from support.cast import Actor
    from support.world import World


def publishes_with_picture(owner: Actor, site: str, name: str) -> None:
    """Let an owner put a picture onto a page and publish it."""
    owner.acts.pictures.put(site, name)
    owner.acts.publishing.publish(site)


def published_with_picture(world: World, owner: Actor, site: str, name: str, content: bytes) -> None:
    """Publish a new site that shows a picture, and have a visitor see it."""
    owner.given.building.start(site)
    owner.given.pictures.bring(name, content, PNG)
    owner.given.pictures.put(site, name)
    owner.given.publishing.publish(site)
    world.stranger.given.pictures.seen(site, name)


def begun_with_photograph(owner: Actor, site: str, words: str) -> None:
    """Let an owner have a site that shows a large picture first, and words under it."""
    given, name = owner.given, "oven.png"
    given.building.start(site)
    given.moving.clear(site, site)
    given.arranging.lay_out(site, "Our oven", [])
    given.pictures.bring(name, photograph(), PNG)
    given.pictures.put(site, name)
    given.composing.put(site, "heading", {"words": words})


def shown_or_nothing(owner: Actor, site: str, words: str) -> bytes:
    """Return the picture that a draft shows under such words; nothing where there is none."""
    try:
        return owner.sees.pictures.shown(site, words)
    except Refused:
        return b""


def seen_or_nothing(visitor: Actor, site: str, name: str) -> bytes:
    """Return the picture that a visitor sees under a name; nothing where there is none."""
    try:
        return visitor.sees.pictures.seen(site, name)
    except Refused:
        return b""
