"""Earlier releases, and being off the net."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to


@given("{name:Person} has brought back the release of {site:Quoted} before the last")
def has_brought_back(context: Context, name: str, site: str) -> None:
    """Visitors have an earlier release again, before what matters."""
    context.world.actor(name).given.releasing.bring_back(site)


@given("{name:Person} has taken {site:Quoted} off the net")
def has_taken_off(context: Context, name: str, site: str) -> None:
    """Visitors find nothing, before what matters."""
    context.world.actor(name).given.releasing.take_off(site)


@given("{name:Person} is looking at the releases of {site:Quoted}")
def is_looking_at_releases(context: Context, name: str, site: str) -> None:
    """Somebody has the releases before them; what they switch is switched as they have seen it."""
    context.world.actor(name).sees.releasing.look_at_releases(site)


@when("{name:Person} brings back the release of {site:Quoted} before the last")
def brings_back(context: Context, name: str, site: str) -> None:
    """Let visitors have the release before the last again; it may be refused."""
    context.world.actor(name).acts.releasing.bring_back(site)


@when("{name:Person} takes {site:Quoted} off the net")
def takes_off(context: Context, name: str, site: str) -> None:
    """Let visitors find nothing; it may be refused."""
    context.world.actor(name).acts.releasing.take_off(site)


@then("{site:Quoted} should have {many:Count} releases, of which number {live:Count} is live")
def should_have_releases(context: Context, site: str, many: int, live: int) -> None:
    """So many releases are kept, and visitors have that of this number."""
    told = context.world.owner.sees.releasing.releases(site)
    context.world.assert_that(told, equal_to((many, live)), f"the releases of {site}")
