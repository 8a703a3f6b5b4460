"""Facts about several people on one page that take more than one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hamcrest import has_item, is_not

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hamcrest.core.matcher import Matcher

    from support.cast import Actor


def without_line(words: str) -> Matcher[Sequence[str]]:
    """Match lines of which none says this."""
    lines: Matcher[Sequence[str]] = has_item(words)
    return is_not(lines)


def both_open(one: Actor, other: Actor, site: str) -> None:
    """Let two people have a site before them."""
    one.sees.together.open(site)
    other.sees.together.open(site)


def shouted(actor: Actor, text: str, many: int) -> None:
    """Let somebody say the same again and again."""
    for _ in range(many):
        actor.sees.together.say(text)
