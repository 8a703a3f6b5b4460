"""Facts about several people on one page that take more than one act."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hamcrest import all_of, empty, has_item, is_not

from support.cut_off import comes_to_be_called

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hamcrest.core.matcher import Matcher

    from support.cast import Actor
    from support.world import World


def without_line(words: str) -> Matcher[Sequence[str]]:
    """Match the lines of a page that is there, of which none says this."""
    lines: Matcher[Sequence[str]] = has_item(words)
    nothing = cast("Matcher[Sequence[str]]", empty())  # typed by PyHamcrest for whatever has a size
    return all_of(is_not(nothing), is_not(lines))


def both_open(one: Actor, other: Actor, site: str) -> None:
    """Let two people have a site before them."""
    one.sees.together.open(site)
    other.sees.together.open(site)


def twice_open(actor: Actor, site: str) -> None:
    """Let one person have a site before them in two windows."""
    actor.sees.together.open(site)
    actor.elsewhere.together.open(site)


def written_elsewhere(world: World, actor: Actor, site: str, words: str) -> None:
    """Let somebody write beneath the headline in their second window, and see it stored."""
    elsewhere = actor.elsewhere.saving
    elsewhere.write_beneath_headline(site, words)
    comes_to_be_called(world, elsewhere, site, "Saved")


def open_on(actor: Actor, site: str, many: int) -> None:
    """Let one person have a site before them on further machines."""
    for _ in range(many):
        actor.take_machine().together.open(site)


def naming(actor: Actor, other: str) -> int:
    """Return on how many of somebody's further machines another is named."""
    return sum(other in one.together.others() for one in actor.machines)


def showing(actor: Actor, words: str) -> int:
    """Return how many screens of somebody's further machines show a line."""
    return sum(words in one.together.lines_shown() for one in actor.machines)


def shouted(actor: Actor, text: str, many: int) -> None:
    """Let somebody say the same again and again."""
    for _ in range(many):
        actor.sees.together.say(text)
