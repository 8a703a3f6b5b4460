"""Letters to many, as scenarios need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.drivers.ports_of_mail import Broadcasting
    from support.records_of_mail import Whom

SITE = "Spring Sale"


def written(broadcasting: Broadcasting, subject: str, whom: Whom) -> None:
    """Write a broadcast from the site that scenarios have."""
    broadcasting.write(SITE, subject, whom)


def sent(broadcasting: Broadcasting, subject: str, whom: Whom) -> None:
    """Write a broadcast, look to how many it goes, and let it go out."""
    broadcasting.write(SITE, subject, whom)
    broadcasting.send(subject)
