"""What people do whom nobody hears for a while, and what becomes of it, in more than one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hamcrest import contains_string, equal_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from support.cast import Actor
    from support.world import World

HEADLINE, BENEATH = "headline", "beneath the headline"


def written_in_tunnel(world: World, actor: Actor, site: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Let somebody write at places of a page, one after the other, while they are cut off; it is stored then.

    Raises:
        LookupError: a row names a place that nobody writes at in a tunnel.
    """
    saving = actor.sees.saving
    writes = {HEADLINE: saving.write_headline_in_vain, BENEATH: saving.write_beneath_headline}
    saving.lose_connection(site, "cut")
    for place, words in rows:
        if place not in writes:
            raise LookupError(f"{place!r} is none of {', '.join(writes)}")
        writes[place](site, words)
        writes[HEADLINE] = saving.write_headline  # that nothing gets through is known by now
    saving.regain_connection()
    world.wait_until(lambda: saving.called(site), equal_to("Saved"), f"{site} should be stored after the cut")


def refused_once_back(world: World, actor: Actor, site: str, headline: str) -> None:
    """Let somebody who is cut off write a headline, and let it be refused when they are back."""
    saving = actor.sees.saving
    saving.write_headline_in_vain(site, headline)
    saving.regain_connection()
    world.wait_until(lambda: saving.called(site), equal_to("Conflict"), f"{site} should be in conflict")


def told_that_it_waits(world: World, actor: Actor, site: str, headline: str, why: str) -> None:
    """Let somebody write a headline that cannot be stored yet, and be told why."""
    saving = actor.sees.saving
    saving.write_headline(site, headline)
    world.wait_until(saving.told, contains_string(why), f"it should be said why {headline} waits")
