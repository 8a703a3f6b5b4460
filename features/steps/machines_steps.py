"""Machines with manners of their own, and many machines of one person."""

from __future__ import annotations

from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import empty, equal_to, has_items

from support.screens import too_wide
from support.tables import column
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


@when("{name:Person} goes from {site:Quoted} wherever links lead her")
def wanders(context: Context, name: str, site: str) -> None:
    """Open a site in the builder, then whatever there are links to, and so on."""
    context.world.actor(name).acts.machines.wander(site)


@then("nothing that {name:Person} works at should stand beyond the edge")
def nothing_beyond(context: Context, name: str) -> None:
    """How much of the screen that is open somebody would have to move sideways for, on what they work on."""
    seen = context.world.actor(name).sees.machines.beyond_edges()
    context.world.assert_that(too_wide(seen), empty(), f"what {name} has to move sideways for")


@then("these screens should find room on what {name:Person} works on")
def should_find_room(context: Context, name: str) -> None:
    """Each was met, by its title, and stands within the edges of what somebody works on."""
    seen = context.world.actor(name).sees.machines.beyond_edges()
    context.world.assert_that(seen, has_items(*column(context.table, "screen")), f"screens that {name} met")
    context.world.assert_that(too_wide(seen), empty(), f"what {name} has to move sideways for")


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
