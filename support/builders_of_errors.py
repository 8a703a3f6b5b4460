"""Errors that people met before what matters, and the numbers that they were told."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from support.bad_days import await_well
from support.failures import SentenceMissing
from support.matchers_of_errors import kept_with
from support.records import Refused
from support.records_of_errors import FoundByNumber

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.cast import Actor
    from support.drivers.ports import Ports
    from support.records_of_errors import ErrorGroup
    from support.world import World

_NUMBER = re.compile(r"\b[0-9a-f]{32}\b")


def number_in(words: str | None) -> str:
    """Return the number that some words tell; LookupError where they tell none."""
    told = _NUMBER.search(words or "")
    if told is None:
        raise LookupError(f"no number was told by “{words}”, so nothing can be found by it")
    return told[0]


def met_an_error(world: World, actor: Actor, operator: Actor, section: str, site: str) -> None:
    """Let somebody ask the copywriter in vain, and remember the error as the operator sees it.

    Raises:
        LookupError: it answered, or the platform told no number.
    """
    try:
        actor.sees.customising.ask(site, section, world.brief_of(actor.person.name))
    except Refused as refusal:
        number = number_in(refusal.reason)
    else:
        message = "the copywriter answered, so nobody has met an error"
        raise LookupError(message)
    looks, of_number = operator.given, kept_with(number)
    group = world.wait_until(finding(looks, number), of_number, "the error should be counted").group
    if group is not None:
        world.memory.met[actor.person.name] = number, group, errors_in_all(looks)


def errors_in_all(ports: Ports) -> int:
    """Return how many errors there were of all groups."""
    return sum(group.many for group in ports.tracking.groups())


def looked_without(world: World, acts: Ports, part: str) -> None:
    """Let somebody look at their sites while a part is away, which then comes back."""
    world.outages.gone(part)
    acts.tracking.look_at_sites()
    world.outages.back(part)
    await_well(world.run.target.driver_set())


def told_number(world: World) -> str:
    """Return the number that the last act was refused with; empty where it told none."""
    told = _NUMBER.search(world.outcome.refused or "")
    return told[0] if told else ""


def finding(ports: Ports, number: str) -> Callable[[], FoundByNumber]:
    """Return what looks for a number; where none was told, nothing is found by it."""
    return partial(ports.tracking.found, number) if number else FoundByNumber


def met_before(world: World, name: str) -> tuple[str, ErrorGroup, int]:
    """Return the number, the group and the number of all errors as somebody had met one.

    Raises:
        SentenceMissing: they met none.
    """
    if name not in world.memory.met:
        raise SentenceMissing(f"{name} has met no error: 'Given {name} has met an error when …' is missing")
    return world.memory.met[name]
