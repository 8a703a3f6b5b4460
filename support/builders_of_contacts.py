"""Facts about contacts that take several acts to arrange; a room beside `support.builders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hamcrest import equal_to

from support.builders import followed_by
from support.overseeing import done_by, states_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.cast import Actor
    from support.world import World

ENTERED, FRIENDS = "comes to fit the segment", "Friends"
_LETTERS, _MEETING = "letters", "meeting"


def known(world: World, owner: Actor, visitor: Actor, steps: Sequence[tuple[str, ...]]) -> None:
    """Let somebody be a contact of an owner by a form of their own, for whom these steps were taken."""
    site, person = f"For {visitor.person.name}", visitor.person
    followed_by(owner, site, [("Add the visitor to contacts", ""), *steps])
    visitor.given.visiting.sign_up(site, person.name, person.email)
    read = states_of(owner.given.overseeing, site, _LETTERS, [person.email])
    world.wait_until(read, equal_to(["succeeded"]), f"{person.name} should be a contact by then")


def met_with(owner: Actor, segment: str, subject: str) -> None:
    """Let an owner have a workflow in force that sends a mail to whoever comes to fit a segment."""
    site = _MEETING.title()
    owner.given.building.start(site)
    done_by(owner, site, _MEETING, ENTERED, segment, [("Send a mail", subject, "Hello {name}.")])


def numbers(rows: Sequence[tuple[str, ...]]) -> dict[str, int]:
    """Return rows of a name and a number as what is how many."""
    return {name: int(many) for name, many in rows}


def counted(emails: Sequence[str]) -> tuple[int, int]:
    """Return how many came up, and how many different ones."""
    return len(emails), len(set(emails))
