"""Several people at one page at once: what they do is drawn by lot, and the seed says which lot."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hamcrest import any_of

from support.cut_off import comes_to_be_called

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.cast import Actor
    from support.world import World

SIDES = 1_000_000
_CUTS = ((0.2, 0.35), (0.6, 0.75))  # from which share of the edits to which the first person is cut off


def missed_a_removal(world: World, owner: Actor, other: Actor, site: str, words: tuple[str, str]) -> None:
    """Let an owner rewrite what somebody removes meanwhile, and what is beneath; nothing gets through."""
    headline = owner.given.building.draft(site).headline
    owner.sees.saving.lose_connection(site, "lost")
    other.given.composing.remove(site, headline)
    owner.sees.saving.write_headline_in_vain(site, words[0])
    owner.sees.saving.write_beneath_headline(site, words[1])
    owner.sees.saving.regain_connection()
    comes_to_be_called(world, owner.sees.saving, site, "Conflict")


def jostled(world: World, people: Sequence[str], site: str, many: int, cut: str) -> None:
    """Let people change a page in turns, by lot, and wait for nobody; one of them is cut off twice."""
    lot = random.Random(world.run.settings.seed)  # noqa: S311 - drawn again by the same seed
    actors, saving = [world.actor(name) for name in people], world.actor(cut).sees.saving
    saving.lose_connection(site, "cut")
    saving.regain_connection()
    for actor in actors:
        actor.acts.together.open(site)
    begins, ends = ({round(many * share[end]) for share in _CUTS} for end in (0, 1))
    for number in range(many):
        if number in begins:
            saving.lose_connection(site, "cut")
        if number in ends:
            saving.regain_connection()
        actors[number % len(actors)].acts.jostling.edit(site, lot.randrange(SIDES))
    for actor in actors:
        _end(world, actor, site)


def _end(world: World, actor: Actor, site: str) -> None:
    """Wait until all that somebody did is stored, or refused and settled."""
    called, over = actor.sees.saving.called, any_of("Saved", "Conflict")
    if world.wait_until(lambda: called(site), over, f"{actor.person.name}'s edits should end") == "Conflict":
        actor.acts.jostling.settle(site)


def pages_before(world: World, people: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the different pages that people have before them; one where all see the same."""
    return sorted({tuple(world.actor(name).sees.together.lines_shown()) for name in people})


def page_stored(actor: Actor, site: str) -> tuple[str, ...]:
    """Return the page as it comes back on another machine."""
    actor.elsewhere.together.open(site)
    return tuple(actor.elsewhere.together.lines_shown())
