"""Letters to many, as scenarios need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.builders import SITE

if TYPE_CHECKING:
    from support.cast import Actor
    from support.drivers.ports_of_mail import Broadcasting
    from support.records_of_mail import Whom


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
