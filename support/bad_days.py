"""People who are at it while a part is in trouble: what was kept, and when all was well again."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from hamcrest import is_

from support.failures import SentenceMissing
from support.records import Refused
from support.waiting import answers, eventually

if TYPE_CHECKING:
    from support.cast import Actor
    from support.drivers.driver_set import DriverSet
    from support.drivers.ports_around import Outages
    from support.histories.acts import Act
    from support.world import World

_STANDS_S = 3.0  # for so long a part stands still
_WELL_S = 30.0  # within which a platform whose parts are back must be able to do its work
_PATIENCE_S = 25.0  # after which nobody tries any more
_BY_ITSELF: dict[str, Callable[[Outages, str], None]] = {
    "is killed": lambda outages, part: outages.killed(part),
    "is asked to end": lambda outages, part: outages.killed(part, politely=True),
}
STANDS_STILL = "stands still"
TROUBLES = (*_BY_ITSELF, STANDS_STILL)


@dataclass(frozen=True, slots=True)
class Ordeal:
    """What somebody did before, during and after the trouble of a part.

    Attributes:
        acts: what was done, in order; the last was acknowledged.
        begun: when the trouble began, by the clock of the acts.
    """

    acts: tuple[Act, ...]
    begun: float

    @property
    def back_after(self) -> float:
        """Seconds from the beginning of the trouble until what was asked after it was first done."""
        ended = (act.ended for act in self.acts if act.begun >= self.begun and act.is_stored)
        return min(ended, default=math.inf) - self.begun

    @property
    def stored(self) -> int:
        """How much was called stored."""
        return sum(act.is_stored for act in self.acts)


@contextmanager
def in_trouble(outages: Outages, part: str, trouble: str) -> Iterator[None]:
    """Let a part be in trouble: one that ends is started again by whoever looks after it."""
    if trouble != STANDS_STILL:
        _BY_ITSELF[trouble](outages, part)
        yield
        return
    outages.stands_still(part)
    later = threading.Timer(_STANDS_S, outages.goes_on, [part])
    later.start()
    try:
        yield
    finally:
        later.join()


def _signing_up(visitor: Actor, site: str, emails: list[str]) -> Callable[[], Act]:
    """Return what sends the form of a site once, each time with another address, which it adds to a list."""
    name, _, domain = visitor.person.email.partition("@")

    def signs_up() -> Act:
        emails.append(f"{name}.{len(emails) + 1}@{domain}")
        return visitor.acts.racing.sign_up(site, emails[-1])

    return signs_up


def signed_up_through(world: World, people: tuple[str, str], site: str, part: str, trouble: str) -> None:
    """Let somebody send a form again and again, with other addresses, and its owner look in the end."""
    visitor, owner = map(world.actor, people)
    emails: list[str] = []
    ordeal = _through(world, _signing_up(visitor, site, emails), part, trouble)
    looks = owner.acts.racing.signed_up(site, emails)
    world.memory.history = [*ordeal.acts, *looks]
    world.memory.ordeal = ordeal


def signed_up_in_the_end(world: World, name: str, site: str) -> None:
    """Let somebody send a form with other addresses until it is taken."""
    begun = time.monotonic()
    acts: list[Act] = []
    _until_served(world, _signing_up(world.actor(name), site, []), acts)
    world.memory.ordeal = Ordeal(tuple(acts), begun)


def wrote_through(world: World, owner: Actor, site: str, part: str, trouble: str) -> None:
    """Let somebody write the headline of a site again and again, each time with other words."""
    racing, numbers = owner.acts.racing, count(1)
    begins = racing.begin(site)

    def writes() -> Act:
        return racing.write(site, "headline", f"{owner.person.name} {next(numbers)}")

    ordeal = _through(world, writes, part, trouble)
    world.memory.history = [*begins, *ordeal.acts, *racing.read(site), *racing.told(site)]
    world.memory.ordeal = ordeal


def _through(world: World, act: Callable[[], Act], part: str, trouble: str) -> Ordeal:
    acts: list[Act] = []
    _until_served(world, act, acts)
    with in_trouble(world.outages, part, trouble):
        begun = time.monotonic()
        _until_served(world, act, acts)
    _until_served(world, act, acts)
    return Ordeal(tuple(acts), begun)


def _until_served(world: World, act: Callable[[], Act], acts: list[Act]) -> None:
    """Let somebody try until it is done, or until they lose patience; the sentences judge how that went."""
    for done in answers(act, _PATIENCE_S * world.scale):
        assert not isinstance(done, Refused)  # noqa: S101 - acts tell of refusals, and raise none
        acts.append(done)
        if done.is_stored:
            return


def await_well(drivers: DriverSet) -> None:
    """Wait until a platform whose parts are back can do its work: who uses it next has done nothing to it."""
    eventually(drivers.is_well, is_(True), "the platform should be well again", within=_WELL_S)


def ordeal_of(world: World) -> Ordeal:
    """Return what somebody went through.

    Raises:
        SentenceMissing: nobody went through anything.
    """
    if world.memory.ordeal is None:
        raise SentenceMissing("no part was in trouble: a When such as '… while the part …' is missing")
    return world.memory.ordeal
