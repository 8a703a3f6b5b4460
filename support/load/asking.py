"""What sentences ask of a load: who comes and does what, that they come, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from support.failures import SentenceMissing
from support.load import page
from support.load.outcome import LoadTold
from support.load.plan import WHO, Part, Plan, Size
from support.load.playing import CannotBeLoad, role_of
from support.load.putting import LoadVoid, put
from support.scenario import compiled, titles_below

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.world import World

HUNDRED = 100
QUALITIES = Path("features/qualities")


def coming(world: World, rows: Sequence[tuple[str, ...]]) -> None:
    """Keep what those do who are to come: who, how many of a hundred visits, as told in which scenario.

    Raises:
        CannotBeLoad: a scenario cannot be done by many, there are no such people, or shares make no hundred.
    """
    at = {title: path for path, title in titles_below(QUALITIES)}
    lost = [title for _, _, title in rows if title not in at]
    if lost:
        raise CannotBeLoad(f"No feature below {QUALITIES} has a scenario “{lost[0]}”.")
    parts = [Part(who, int(share), at[title], title) for who, share, title in rows]
    for who in {part.who for part in parts}:
        if who not in WHO:
            raise CannotBeLoad(f"Nobody who comes is called {who!r}; there are {' and '.join(WHO)}.")
        if sum(part.share for part in parts if part.who == who) != HUNDRED:
            raise CannotBeLoad(f"The visits of {who} make no hundred.")
    holds = _holds(world)
    for part in parts:
        role_of(part, holds)
    world.memory.coming = parts


def came(world: World, rows: Sequence[tuple[str, ...]]) -> None:
    """Let them come, as many and as long as the size of this run says, and keep what came of it.

    Raises:
        SentenceMissing: nobody said what they do.
        LoadVoid: it says nothing about the platform.
    """
    if not world.memory.coming:
        raise SentenceMissing("nobody knows what they do: 'Given these people, who do as told' is missing")
    run = world.run
    size = Size(run.settings.size, *numbers_of(rows, run.settings.size))
    plan = Plan(
        size=size,
        parts=tuple(world.memory.coming),
        seed=run.settings.seed,
        given=_holds(world),
        sites=world.addresses.all_live(),
        target=run.target.description.name,
        shared=run.shared(),
    )
    nothing, notes = put(plan, run.settings.generators)
    world.memory.load = LoadTold(world.case.title, size, notes, nothing)
    world.journal.acted("api")
    page.write(world.memory.load, run.settings.reports)


def numbers_of(rows: Sequence[tuple[str, ...]], wanted: str) -> list[int]:
    """Return the numbers behind a size in the table of a sentence.

    Raises:
        CannotBeLoad: the table does not have it.
    """
    sizes = {name: [*map(int, numbers)] for name, *numbers in rows}
    if wanted not in sizes:
        raise CannotBeLoad(f"The table has no size {wanted!r}; it has {', '.join(sizes)}.")
    return sizes[wanted]


def _holds(world: World) -> tuple[str, ...]:
    """Return the sentences that a scenario takes as given."""
    calls = compiled(world.case.path, world.case.title, "api").calls
    return tuple(one.name for one in calls if one.kind == "given")


def done_of(world: World, title: str) -> int:
    """Return how many visits of a scenario went as told.

    Raises:
        LoadVoid: none did, so that nothing is known of what follows of them.
    """
    done = what_came(world).done(title)
    if not done:
        raise LoadVoid(f"No visit went as told in “{title}”, so what follows of it says nothing.")
    return done


def what_came(world: World) -> LoadTold:
    """Return what came of the load.

    Raises:
        SentenceMissing: nobody came.
    """
    if world.memory.load is None:
        raise SentenceMissing("nobody came: a When such as 'they come, as many and as long …' is missing")
    return world.memory.load
