"""Forms by the thousand: sent as fast as they are taken, and worked off in time, or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from support.builders_of_jobs import email_of_another
from support.failures import SentenceMissing
from support.load.asking import numbers_of

if TYPE_CHECKING:
    from support.world import World

_SENDERS = 4


@dataclass(frozen=True, slots=True)
class Flood:
    """How many forms were sent, and within how many seconds all that follows should be done."""

    forms: int
    seconds: float


def flooded(
    world: World, site: str, rows: Sequence[tuple[str, ...]], meanwhile: Callable[[], None] = lambda: None
) -> None:
    """Let as many send the form of a site as the size says, each once; halfway something may happen."""
    many, seconds = numbers_of(rows, world.run.settings.size)
    visiting = world.stranger.acts.visiting

    def send(number: int) -> None:
        visiting.sign_up(site, f"Other {number}", email_of_another(world, number))

    acts: list[Callable[[], None]] = [partial(send, number) for number in range(1, many + 1)]
    acts.insert(many // 2, meanwhile)
    with ThreadPoolExecutor(_SENDERS) as threads:
        for done in [threads.submit(act) for act in acts]:
            done.result()
    world.memory.flood = Flood(many, seconds)


def flood_of(world: World) -> Flood:
    """Return what was sent.

    Raises:
        SentenceMissing: nothing was.
    """
    if world.memory.flood is None:
        raise SentenceMissing("no forms came: a When such as 'as many forms of … are sent' is missing")
    return world.memory.flood
