"""People who publish a site again and again while visitors read it: all is written down, and judged later."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from support.matchers import with_properties
from support.ordeals import at_it, went_through

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hamcrest.core.matcher import Matcher

    from support.cast import Actor
    from support.drivers.ports_of_ways import Issuing
    from support.histories.acts import Act
    from support.world import World


def published_at_once(world: World, people: Sequence[str], site: str, many: int) -> None:
    """Let people publish so often together, each time with another headline, while a visitor reads."""
    owners = {name: world.actor(name).acts.issuing for name in people}
    begins = [each.begin(site) for each in owners.values()]
    start, visitor = threading.Barrier(len(owners)), world.stranger.acts.issuing

    def publishes(name: str, issuing: Issuing) -> list[Act]:
        start.wait()
        return [issuing.publish(site, f"{name} {number + 1}") for number in range(many // len(owners))]

    with at_it(partial(visitor.read, site)) as reading, ThreadPoolExecutor(len(owners)) as threads:
        told = [threads.submit(publishes, *each) for each in owners.items()]
        done = [act for each in told for act in each.result()]
    world.memory.history = [begins[0], *done, *reading.acts, _read_in_the_end(world, visitor, site)]


def published_through(world: World, owner: Actor, site: str, part: str, trouble: str) -> None:
    """Let somebody publish before, during and after the trouble of a part, while a visitor reads."""
    issuing, visitor, numbers = owner.acts.issuing, world.stranger.acts.issuing, count(1)
    begins = issuing.begin(site)

    def publishes() -> Act:
        return issuing.publish(site, f"{owner.person.name} {next(numbers)}")

    with at_it(partial(visitor.read, site)) as reading:
        world.memory.ordeal = went_through(world, publishes, part, trouble)
    in_the_end = _read_in_the_end(world, visitor, site)
    world.memory.history = [begins, *world.memory.ordeal.acts, *reading.acts, in_the_end]


def _read_in_the_end(world: World, visitor: Issuing, site: str) -> Act:
    """Read once all is over, until there is an answer: without one nothing would show what was lost."""
    answered: Matcher[Act] = with_properties(answer="acknowledged")
    return world.wait_until(partial(visitor.read, site), answered, f"{site} should be read in the end")
