"""Machines with manners of their own, and many machines of one person."""

from __future__ import annotations

from functools import partial

from behave import given, then
from behave.runner import Context
from hamcrest import equal_to

from support.together import naming, open_on, showing


@given("{name:Person}'s browser keeps nothing for a page")
def keeps_nothing(context: Context, name: str) -> None:
    """Pages that want to put something by are refused; said before anything is opened."""
    context.world.actor(name).sees.machines.deny_storage()


@given("{name:Person}'s clock is {hours:Count} hours behind")
def clock_is_behind(context: Context, name: str, hours: int) -> None:
    """Pages are told another time than it is; said before anything is opened."""
    context.world.actor(name).sees.machines.set_clock(-hours)


@given("{name:Person} works on {device:Device}")
def works_on(context: Context, name: str, device: str) -> None:
    """Pages are as large as there; said before anything is opened."""
    context.world.actor(name).sees.machines.hold(device)


@given("{name:Person} has {site:Quoted} open on {many:Count} machines")
def has_open_on(context: Context, name: str, site: str, many: int) -> None:
    """Somebody has the site before them on further machines, on the channel specified."""
    open_on(context.world.actor(name), site, many)


@then("within {limit:Seconds} seconds {name:Person} should see {other:Quoted} there on {many:Count} machines")
def should_see_there_on(context: Context, limit: float, name: str, other: str, many: int) -> None:
    """Somebody is named among those who have the site open, on so many machines of one person."""
    seen = partial(naming, context.world.actor(name), other)
    context.world.eventually(seen, equal_to(many), f"the machines of {name} that name {other}", limit)


@then("within {limit:Seconds} seconds {many:Count} screens of {name:Person} should show {words:Quoted}")
def screens_should_show(context: Context, limit: float, many: int, name: str, words: str) -> None:
    """A line of the page as it stands on so many machines of one person."""
    seen = partial(showing, context.world.actor(name), words)
    context.world.eventually(seen, equal_to(many), f"the screens of {name} that show it", limit)
