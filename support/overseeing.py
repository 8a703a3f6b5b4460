"""Workflows that something starts, and how a run is read until it stands as expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.builders import followed_by, live_site_that_welcomes
from support.matchers_of_runs import standing_so

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from support.cast import Actor
    from support.drivers.ports_of_workflows import Overseeing, Starting
    from support.records_of_workflows import RunTold
    from support.world import World

TAGGED = "is tagged"
_TWICE_S = 40.0  # for two tries: a mail server that says nothing costs ten seconds each time


def run_of(
    overseeing: Overseeing, site: str, workflow: str, email: str, naming: str | None = None
) -> Callable[[], RunTold]:
    """Return what reads the newest run for somebody, with a name, if given, in the place of the address."""
    return lambda: overseeing.told(site, workflow, email).naming(email, naming or email)


def tried_twice(world: World, visitor: Actor, site: str, workflow: str) -> None:
    """Let somebody sign up, and wait until a step of what follows is tried again."""
    visitor.given.visiting.sign_up(site, visitor.person.name, visitor.person.email)
    told = run_of(world.owner.given.overseeing, site, workflow, visitor.person.email)
    world.eventually(told, standing_so("running", tried=2), f"the run of {workflow}", _TWICE_S)


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


def in_force(owner: Actor, site: str, workflow: str, *, starts: Callable[[Starting], None]) -> None:
    """Let an owner have a workflow in force that was drawn, and that starts so each time."""
    starts(owner.given.starting)
    owner.given.starting.each_time(site, workflow)
    owner.given.drawing.publish(site, workflow)


def told_by(partner: Actor, owner: Actor, site: str, workflow: str, steps: Sequence[tuple[str, ...]]) -> None:
    """Let an owner have a live site, and a workflow in force that a partner's messages start each time."""
    live_site_that_welcomes(owner, site)
    owner.given.drawing.draw(site, workflow, steps)
    in_force(owner, site, workflow, starts=lambda starting: starting.by_message(site, workflow))
    partner.given.doors.hold(owner.given.doors.open(site, workflow))


def telling(partner: Actor, owner: Actor, site: str) -> None:
    """Let an owner have a live site whose form starts the workflow "letters", which tells a partner."""
    steps = [
        ("Add the visitor to contacts", ""),
        ("Send a message to another system", partner.given.doors.place()),
    ]
    followed_by(owner, site, steps)
    partner.given.doors.hold(owner.given.doors.open(site, "letters"))


def waiting_for_button(owner: Actor, site: str) -> None:
    """Let an owner have a live site whose form waits three days whether the button of a mail is pressed."""
    steps = [
        ("Add the visitor to contacts", ""),
        ("Send a mail", "Welcome, {name}", "Hello {name}. [See what is baked](/)"),
        ("Wait for the contact", "follows the mail Welcome, {name}, 3 days"),
        ("Send a mail", "You have looked, {name}", "Hello {name}."),
    ]
    followed_by(owner, site, steps)


def waiting_for_friends(owner: Actor, site: str) -> None:
    """Let an owner have a live site whose form waits three days whether somebody comes to be a friend."""
    steps = [
        ("Add the visitor to contacts", ""),
        ("Send a mail", "Welcome, {name}", "Hello {name}."),
        ("Wait for the contact", "is tagged friend, 3 days"),
        ("Go on if tagged", "friend, otherwise 7"),
        ("Send a mail", "Dear friend {name}", "Hello {name}."),
        ("End here", ""),
        ("Send a mail", "Come back, {name}", "Hello {name}."),
    ]
    followed_by(owner, site, steps)


def started_by(owner: Actor, site: str, workflow: str, tag: str, steps: Sequence[tuple[str, ...]]) -> None:
    """Let an owner have a workflow in force that starts when somebody gets a tag."""
    owner.given.drawing.draw(site, workflow, steps)
    owner.given.starting.by_deed(site, workflow, TAGGED, tag)
    owner.given.drawing.publish(site, workflow)


def done_by(  # noqa: PLR0917 - what is said of a deed
    owner: Actor, site: str, workflow: str, deed: str, of: str, steps: Sequence[tuple[str, ...]]
) -> None:
    """Let an owner have a workflow in force that starts each time when a contact does something."""
    owner.given.drawing.draw(site, workflow, steps)
    in_force(owner, site, workflow, starts=lambda starting: starting.by_deed(site, workflow, deed, of))


def on_day(  # noqa: PLR0917 - what is said of a day
    owner: Actor, site: str, workflow: str, called: str, at: datetime, steps: Sequence[tuple[str, ...]]
) -> None:
    """Let an owner have a workflow in force that starts on a day for each contact on a list."""
    owner.given.drawing.draw(site, workflow, steps)
    in_force(owner, site, workflow, starts=lambda starting: starting.by_day(site, workflow, called, at))
