"""Letters to many, as scenarios need them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hamcrest import greater_than_or_equal_to

from support.builders import SITE
from support.matchers_of_people import standing_at
from support.records_of_mail import EVERYBODY

if TYPE_CHECKING:
    from datetime import timedelta

    from support.cast import Actor, Person
    from support.drivers.ports_of_mail import Broadcasting
    from support.records_of_mail import Whom
    from support.world import World

_MAIL_SERVER, _MAILBOX = "mail server", "mailbox"


def written(broadcasting: Broadcasting, subject: str, whom: Whom, at: str = "") -> None:
    """Write a broadcast from the site that scenarios have, for a time or for at once."""
    broadcasting.write(SITE, subject, whom, at)


def written_and_seen(owner: Actor, subject: str, whom: Whom) -> None:
    """Let an owner have written a broadcast, and have it before them with its size."""
    written(owner.given.broadcasting, subject, whom)
    owner.sees.broadcasting.told(subject)


def sent(broadcasting: Broadcasting, subject: str, whom: Whom, at: str = "") -> None:
    """Write a broadcast, look to how many it goes, and let it go out, or let it wait for a time."""
    written(broadcasting, subject, whom, at)
    broadcasting.send(subject)


def mailbox_at(provider: str, person: Person) -> str:
    """Return an address of somebody's with a provider of mail."""
    return f"{person.email.partition('@')[0]}@{provider}"


def stood_still(world: World, owner: Actor, subject: str, how_long: timedelta) -> None:
    """Pause a broadcast, and let time go by meanwhile."""
    owner.given.broadcasting.pause(subject)
    world.pass_time(how_long)


def hung_up_on(world: World, owner: Actor, subject: str, many: int) -> None:
    """Send a broadcast to everybody by a mail server that hangs up, until it has done so on each letter."""
    world.outages.misbehaves(_MAIL_SERVER, "hangs up once it has the mail")
    sent(owner.given.broadcasting, subject, EVERYBODY)
    has_hung_up = partial(world.outages.let_go, _MAIL_SERVER)
    world.eventually(has_hung_up, greater_than_or_equal_to(many), "on how many it hung up", 60)


def sent_into_the_dark(world: World, owner: Actor, subject: str, many: int) -> None:
    """Let a broadcast to everybody be sent, each of its letters uncertain; then the mail server is back."""
    world.outages.gone(_MAILBOX)
    hung_up_on(world, owner, subject, many)
    told = partial(owner.given.broadcasting.told, subject)
    world.eventually(told, standing_at("sent"), f"the broadcast {subject}", 60)
    world.outages.back(_MAILBOX)
    world.outages.back(_MAIL_SERVER)
