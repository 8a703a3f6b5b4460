"""Bad days: people who sign up and write while a part is in trouble."""

from __future__ import annotations

import time
from itertools import count
from typing import TYPE_CHECKING

from hamcrest import is_

from support.ordeals import Ordeal, at_it, went_through
from support.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.cast import Actor
    from support.drivers.driver_set import DriverSet
    from support.histories.acts import Act
    from support.world import World

_WELL_S = 30.0  # within which a platform whose parts are back must be able to do its work


def _signing_up(visitor: Actor, site: str, emails: list[str]) -> Callable[[], Act]:
    """Return what sends the form of a site once, each time with another address, which it adds to a list."""
    name, _, domain = visitor.person.email.partition("@")

    def signs_up() -> Act:
        emails.append(f"{name}.{len(emails) + 1}@{domain}")
        return visitor.acts.racing.sign_up(site, emails[-1])

    return signs_up


def signed_up_through(world: World, visitor: Actor, site: str, part: str, trouble: str) -> None:
    """Let somebody send a form again and again, with other addresses, and its owner look in the end."""
    emails: list[str] = []
    world.memory.ordeal = went_through(world, _signing_up(visitor, site, emails), part, trouble)
    looks = world.owner.acts.racing.signed_up(site, emails)
    world.memory.history = [*world.memory.ordeal.acts, *looks]


def signed_up_in_the_end(world: World, visitor: Actor, site: str) -> None:
    """Let somebody send a form with other addresses until it is taken."""
    begun = time.monotonic()
    with at_it(_signing_up(visitor, site, [])) as somebody:
        somebody.wait_for_success(begun, world.scale)
    world.memory.ordeal = Ordeal(tuple(somebody.acts), begun, begun)


def wrote_through(world: World, owner: Actor, site: str, part: str, trouble: str) -> None:
    """Let somebody write the headline of a site again and again, each time with other words."""
    racing, numbers = owner.acts.racing, count(1)
    begins = racing.begin(site)

    def writes() -> Act:
        return racing.write(site, "headline", f"{owner.person.name} {next(numbers)}")

    world.memory.ordeal = went_through(world, writes, part, trouble)
    world.memory.history = [
        *(*begins, *world.memory.ordeal.acts),
        *(*racing.read(site), *racing.told(site)),
    ]


def await_well(drivers: DriverSet) -> None:
    """Wait until a platform whose parts are back can do its work: who uses it next has done nothing to it."""
    eventually(drivers.is_well, is_(True), "the platform should be well again", within=_WELL_S)
