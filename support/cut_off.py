"""What people do whom nobody hears for a while, and what becomes of it, in more than one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hamcrest import contains_string, equal_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from support.cast import Actor
    from support.drivers.ports_of_pages import Saving
    from support.world import World

HEADLINE, BENEATH = "headline", "beneath the headline"


def written_in_tunnel(world: World, actor: Actor, site: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Let somebody write at places of a page, one after the other, while they are cut off; it is stored then.

    Raises:
        LookupError: a row names a place that nobody writes at in a tunnel.
    """
    saving = actor.sees.saving
    writes = {HEADLINE: saving.write_headline, BENEATH: saving.write_beneath_headline}
    saving.lose_connection(site, "cut")
    for place, words in rows:
        if place not in writes:
            raise LookupError(f"{place!r} is none of {', '.join(writes)}")
        writes[place](site, words)
        comes_to_be_called(world, saving, site, "Offline")  # so that each is tried before the next is written
    saving.regain_connection()
    comes_to_be_called(world, saving, site, "Saved")


def comes_to_be_called(world: World, saving: Saving, site: str, word: str) -> None:
    """Wait until a builder says of a site how far it is, in this word."""
    world.wait_until(lambda: saving.called(site), equal_to(word), f"{site} should come to be called {word}")


def refused_once_back(world: World, actor: Actor, site: str, headline: str) -> None:
    """Let somebody who is cut off write a headline, and let it be refused when they are back."""
    saving = actor.sees.saving
    saving.write_headline_in_vain(site, headline)
    saving.regain_connection()
    comes_to_be_called(world, saving, site, "Conflict")


def told_that_it_waits(world: World, actor: Actor, site: str, headline: str, why: str) -> None:
    """Let somebody write a headline that cannot be stored yet, and be told why."""
    saving = actor.sees.saving
    saving.write_headline(site, headline)
    world.wait_until(saving.told, contains_string(why), f"it should be said why {headline} waits")
