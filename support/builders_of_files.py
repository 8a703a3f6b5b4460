"""Facts about files of contacts that take several acts to arrange; a room beside `support.builders`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hamcrest import has_property

from support.files import of_one_and
from support.matchers import among, mail_about

if TYPE_CHECKING:
    from support.cast import Actor
    from support.drivers.ports import Ports
    from support.world import World

EXPORTED = "contacts.csv"


def imports(ports: Ports, file: str, content: bytes) -> None:
    """Try a file out, and have it imported."""
    ports.importing.try_out(file, content)
    ports.importing.begin(file)


def imported(world: World, owner: Actor, file: str, content: bytes) -> None:
    """Have a file imported, and wait until that has ended well."""
    imports(owner.given, file, content)
    ended = has_property("state", "succeeded")
    world.wait_until(lambda: owner.given.importing.stands(file), ended, f"importing {file} should end well")


def got_sample(world: World, owner: Actor, site: str, subject: str) -> None:
    """Try a form out, and wait until its mail has come: whoever tried it is known by then."""
    owner.given.sampling.try_out(site)
    mails, sample = partial(world.inbox.mails, owner.person.email), among(mail_about(subject))
    world.wait_until(mails, sample, f"the sample of {site}")


def waits_for_import(world: World, owner: Actor, file: str, visitor: str, part: str) -> None:
    """End a part, and ask for somebody to be imported."""
    world.outages.gone(part)
    imports(owner.given, file, of_one_and(world, visitor, ""))
