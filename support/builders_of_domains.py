"""Domains of sites that take several acts to arrange or to look at; a room beside `support.builders`."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from support.drivers.names import SetNames
from support.matchers import reads_of
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.cast import Actor
    from support.drivers.ports_of_ways import Naming
    from support.records import NameRecord
    from support.world import World

NOTHING = "does not exist here"  # what visitors are told where no site is
_NOTICED_S = 15.0  # within which somebody looks whose time has come
PROOF, LEAD = "TXT", "CNAME"


def real_host(world: World, host: str) -> str:
    """Return the domain that stands for a scenario's, so that runs never collide."""
    label, _, rest = host.partition(".")
    return f"{label}-{world.suffix}.{rest}"


def ascii_host(world: World, host: str) -> str:
    """Return the real domain as name servers and visitors' browsers know it (IDNA)."""
    return real_host(world, host).encode("idna").decode()


def names_of(world: World) -> SetNames:
    """Return what says what name servers say; what a scenario lets them say is forgotten at its end."""
    if world.memory.names is None:
        world.memory.names = SetNames(world.run.target.addresses["names"])
        world.cleanup.add("forget what name servers were told", world.memory.names.forget_all)
    return world.memory.names


def say(world: World, *records: NameRecord) -> None:
    """Let name servers say what is to be set."""
    for one in records:
        names_of(world).say(one.name, {one.kind: [one.value]})


def proof_of(naming: Naming, site: str) -> NameRecord:
    """Return the record by which a domain is proven."""
    return next(one for one in naming.to_set(site) if one.kind == PROOF)


def prove_too(owner: Actor, site: str) -> None:
    """Let the record that proves a domain say two things: this owner's, beside what is for mail."""
    mine = proof_of(owner.given.naming, site)
    names_of(owner.seat.world).say(mine.name, {PROOF: ["v=spf1 -all", mine.value]})


def lead_to(owner: Actor, site: str, machine: str) -> None:
    """Let the domain of a site lead to a machine by its name."""
    lead = next(one for one in owner.given.naming.to_set(site) if one.kind == LEAD)
    names_of(owner.seat.world).say(lead.name, {LEAD: [f"{machine}."]})


def remove_records(owner: Actor, site: str) -> None:
    """Let name servers know nothing of the domain of a site."""
    for one in owner.given.naming.to_set(site):
        names_of(owner.seat.world).forget(one.name)


def lost(owner: Actor, site: str, host: str) -> None:
    """Let name servers know nothing of a domain, and wait until that was noticed by itself."""
    world = owner.seat.world
    remove_records(owner, site)
    world.pass_time(timedelta(days=2))
    seen = partial(read_at_or_told, world.stranger, host)
    world.eventually(seen, reads_of(NOTHING), f"what visitors of {host} get", _NOTICED_S)


def silence(world: World, host: str) -> None:
    """Let nobody answer who is asked about a domain, and whose it is."""
    names_of(world).fall_silent_below(ascii_host(world, host))


def to_be_set(owner: Actor, site: str, host: str) -> tuple[str, str, str]:
    """Return what is to be read, in order: the name of the proof, the domain, and where it is to lead."""
    proof, lead = owner.given.naming.to_set(site)
    return proof.name, ascii_host(owner.seat.world, host), lead.value


def page_at(world: World, site: str, host: str, page: str) -> str:
    """Return where visitors find a page of a site at a domain."""
    return world.addresses.at(site, ascii_host(world, host), page)


def give_live(owner: Actor, naming: Naming, site: str, host: str) -> None:
    """Bring a domain, set what makes it live, and look; visitors who come from now on are told of it."""
    naming.bring(site, real_host(owner.seat.world, host))
    say(owner.seat.world, *owner.given.naming.to_set(site))
    naming.look_again(site)


def given_live(owner: Actor, site: str, host: str) -> None:
    """Bring a domain that is live by now, and let visitors know.

    Raises:
        LookupError: it did not come to be live, so that nothing could be said of one that is.
    """
    naming = owner.given.naming
    give_live(owner, naming, site, host)
    address = naming.address(site)
    if ascii_host(owner.seat.world, host) not in address:
        raise LookupError(f"the domain {host} of {site} is not live: it is found at {address}")
    owner.seat.world.addresses.move(site, address)


def read_at_or_told(visitor: Actor, host: str) -> Sequence[str]:
    """Return the lines that visitors of a domain get, be it that there is nothing."""
    try:
        return visitor.sees.roaming.read_at(ascii_host(visitor.seat.world, host))
    except Refused as refusal:
        return [refusal.reason]
