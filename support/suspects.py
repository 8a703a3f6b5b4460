"""Whom a failure points at: who answered last, or who last changed what that one only shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from support.failures import failure_of

if TYPE_CHECKING:
    from support.drivers.driver_set import DriverSet
    from support.failures import Failure
    from support.journal import Exchange
    from support.world import World

ANSWERED, CHANGED = "answered last", "made the last change"
# They show and keep what every other system does, so what is wrong there is seldom theirs.
_WINDOWS = frozenset({"Frontend Builder", "Component APIs"})


class Suspect(NamedTuple):
    """A system, and why it is named."""

    system: str
    why: str


def suspect(
    drivers: DriverSet,
    exchanges: Sequence[Exchange],
    last_change: tuple[str, str] | None,
    *,
    of_act: bool = False,
) -> Suspect:
    """Return the system to ask first; its name is empty when none had a part.

    Args:
        last_change: method and address of the last act of a When that was more than a look.
        of_act: whether how that act ended is what failed, rather than what came of it.
    """
    found = (drivers.system_of(one.method, one.address) for one in reversed(exchanges))
    last = next((system for system in found if system), "")
    changed = drivers.system_of(*last_change) if last_change else None
    if changed and (of_act or last in _WINDOWS):
        return Suspect(changed, CHANGED)
    return Suspect(last, ANSWERED)


def failure_in(world: World, error: BaseException | None) -> Failure:
    """Return what there is to say about the step that runs, which an error has ended; without secrets."""
    target, journal, judge = world.run.target, world.journal, world.judge
    system, why = suspect(
        target.driver_set(), journal.exchanges, journal.last_change, of_act=judge.spoke_of_act
    )
    stage = f"{judge.kind.title()} {judge.words}".strip()
    owner = target.description.owners.get(system, "")
    failure = failure_of(error, stage, system=system, owner=owner, trace_id=journal.trace_id)
    return replace(failure, why=why).without(journal.secrets.redacted)
