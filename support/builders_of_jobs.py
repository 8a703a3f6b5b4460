"""Facts about work in the background that take several acts to arrange; a room beside `support.builders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hamcrest import has_property

if TYPE_CHECKING:
    from support.cast import Actor
    from support.world import World

LATE = "late starts"


def signed_up_often(visitor: Actor, site: str, times: int) -> None:
    """Have somebody load the form and send it, so many times with the same address."""
    for _ in range(times):
        visitor.given.visiting.sign_up(site, visitor.person.name, visitor.person.email)


def signed_up_in_vain(world: World, visitor: Actor, site: str) -> None:
    """Let somebody sign up while the form starts nothing, and wait until that was seen."""
    signed_up_often(visitor, site, 1)
    nothing_left = has_property("waiting", 0)
    world.wait_until(world.owner.given.jobs.backlog, nothing_left, "what was sent should have been looked at")


def email_of_another(world: World, number: int) -> str:
    """Return the address of one of the others who sign up, and of whom nothing else is known."""
    name, _, domain = world.stranger.person.email.partition("@")
    return f"{name}.{number}@{domain}"


def others_signed_up(world: World, site: str, many: int) -> None:
    """Let so many people sign up, one after the other."""
    for number in range(1, many + 1):
        world.stranger.given.visiting.sign_up(site, f"Other {number}", email_of_another(world, number))


def others_signed_up_without(world: World, site: str, many: int, part: str) -> None:
    """End a part, and let so many people sign up."""
    world.outages.gone(part)
    others_signed_up(world, site, many)


def waits_for_late_start(world: World, name: str, visitor: str, site: str, part: str) -> None:
    """Let somebody sign up, connect the form afterwards, end a part, and ask for a late start."""
    owner = world.actor(name)
    signed_up_in_vain(world, world.actor(visitor), site)
    owner.given.connecting.connect(site, "welcome")
    world.outages.gone(part)
    owner.given.sifting.start_late(site)


def replaced(world: World, part: str) -> None:
    """End a part without a word and for good, once another machine runs it as well."""
    world.outages.joined(part)
    world.outages.killed(part)


def started_late(world: World, owner: Actor, site: str) -> None:
    """Have what was kept on a site started, and wait until that has ended well."""
    owner.given.sifting.start_late(site)
    ended = has_property("state", "succeeded")
    world.wait_until(lambda: owner.given.jobs.told(LATE, site), ended, "late starts should end well")
