"""Several things of a page at once: chosen together, and moved or removed as one."""

from __future__ import annotations

from behave import given, when
from behave.runner import Context


@given("{name:Person} has chosen {words:Several} together on {site:Quoted} by {hand:Hand}")
def has_chosen(context: Context, name: str, words: tuple[str, ...], site: str, hand: str) -> None:
    """Several things of the page as it is open are chosen; what is done next is done to all of them."""
    context.world.actor(name).sees.gathering.choose(site, words, hand)


@given("{name:Person} has removed what is chosen on {site:Quoted}")
def has_removed_chosen(context: Context, name: str, site: str) -> None:
    """What was chosen together has been taken away."""
    context.world.actor(name).sees.gathering.remove(site)


@when("{name:Person} removes what is chosen on {site:Quoted}")
def removes_chosen(context: Context, name: str, site: str) -> None:
    """Take away what was chosen together."""
    context.world.actor(name).acts.gathering.remove(site)


@when("{name:Person} moves what is chosen {way:Way} {times:Times} on {site:Quoted}")
def moves_chosen(context: Context, name: str, way: int, times: int, site: str) -> None:
    """Move what was chosen together by so many places."""
    context.world.actor(name).acts.gathering.shift(site, way * times)
