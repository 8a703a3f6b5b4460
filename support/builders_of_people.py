"""One person under two addresses, as scenarios need it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from support.builders import welcomed
from support.cast import Actor
from support.matchers import among, only
from support.matchers_of_people import saying_of
from support.matchers_of_words import standing

if TYPE_CHECKING:
    from support.cast import Person
    from support.world import World


def at_home(person: Person) -> str:
    """Return the other address of somebody: the same but for what stands behind a plus."""
    name, _, domain = person.email.partition("@")
    return f"{name}+home@{domain}"


def under_other_address(world: World, visitor: str) -> Actor:
    """Return somebody as they are under their other address: with another inbox, and the same name."""
    person = world.actor(visitor).person
    return Actor(replace(person, email=at_home(person)), world)


def come_to_wait(world: World, visitor: Actor, site: str, workflow: str) -> None:
    """Let somebody sign up, and what follows stand still until something is due."""
    person, given = visitor.person, world.owner.given.connecting
    visitor.given.visiting.sign_up(site, person.name, person.email)
    expected = among(standing(person.email, "waiting"))
    world.eventually(lambda: given.runs(site, workflow), expected, f"the runs of {workflow}")


def welcomed_at_home(world: World, visitor: str, site: str) -> None:
    """Let somebody have signed up under their other address, and have the mail that followed."""
    welcomed(world, under_other_address(world, visitor), site)


def heard_agreeing(world: World, visitor: str, site: str, label: str, said: str) -> None:
    """Let somebody have signed up and said this to a consent, and wait until that is kept."""
    person, given = world.actor(visitor).person, world.actor(visitor).given.visiting
    given.answer(site, {label: "yes"} if said == "agreed" else {}, person.name, person.email)
    contacts, kept = world.owner.sees.contacts, only(saying_of(said, label))
    world.wait_until(lambda: contacts.found(person.email), kept, f"what {visitor} said to {label}")
