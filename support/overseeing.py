"""Workflows that something starts, and how a run is read until it stands as expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from support.cast import Actor
    from support.drivers.ports_of_workflows import Overseeing
    from support.records_of_workflows import RunTold
    from support.world import World


def run_of(
    overseeing: Overseeing, site: str, workflow: str, email: str, naming: str | None = None
) -> Callable[[], RunTold]:
    """Return what reads the newest run for somebody, with a name, if given, in the place of the address."""
    return lambda: overseeing.told(site, workflow, email).naming(email, naming or email)


def tries_of(overseeing: Overseeing, site: str, workflow: str, *emails: str) -> Callable[[], list[int]]:
    """Return what reads how often the step was begun, for each of these people, that was begun most often."""

    def read() -> list[int]:
        runs = [overseeing.told(site, workflow, email) for email in emails]
        return [max((step.attempts for step in run.steps), default=0) for run in runs]

    return read


def emails_of(world: World, people: Sequence[str]) -> list[str]:
    """Return the addresses of some of the cast."""
    return [world.actor(name).person.email for name in people]


def states_of(
    overseeing: Overseeing, site: str, workflow: str, emails: Sequence[str]
) -> Callable[[], list[str]]:
    """Return what reads how the newest runs for these people stand."""
    return lambda: [overseeing.told(site, workflow, email).state for email in emails]


def started_by(owner: Actor, site: str, workflow: str, tag: str, steps: Sequence[tuple[str, ...]]) -> None:
    """Let an owner have a workflow in force that starts when somebody gets a tag."""
    owner.given.drawing.draw(site, workflow, steps)
    owner.given.starting.by_tag(site, workflow, tag)
    owner.given.drawing.publish(site, workflow)


def started_each_time_by(
    owner: Actor, site: str, workflow: str, tag: str, steps: Sequence[tuple[str, ...]]
) -> None:
    """Let an owner have a workflow in force that starts each time when somebody gets a tag."""
    owner.given.drawing.draw(site, workflow, steps)
    owner.given.starting.by_tag(site, workflow, tag)
    owner.given.starting.each_time(site, workflow)
    owner.given.drawing.publish(site, workflow)
