"""Keeping order among sites: copies, what is put away, what is thrown away, and addresses."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import empty, equal_to


@given("{name:Person} has copied {site:Quoted} as {other:Quoted}")
def has_copied(context: Context, name: str, site: str, other: str) -> None:
    """A copy that was made before what matters."""
    context.world.actor(name).given.sites.copy(site, other)


@given("{name:Person} has put {site:Quoted} away")
def has_put_away(context: Context, name: str, site: str) -> None:
    """A site that was put away before what matters."""
    context.world.actor(name).given.sites.put_away(site)


@given("{name:Person} has thrown {site:Quoted} away")
def has_thrown_away(context: Context, name: str, site: str) -> None:
    """A site is gone for good, after it was put away, before what matters."""
    sites = context.world.actor(name).given.sites
    sites.put_away(site)
    sites.throw_away(site)


@when("{name:Person} puts {site:Quoted} away")
def puts_away(context: Context, name: str, site: str) -> None:
    """Let nobody visit a site, for now."""
    context.world.actor(name).acts.sites.put_away(site)


@when("{name:Person} brings {site:Quoted} back")
def brings_back(context: Context, name: str, site: str) -> None:
    """Let a site be as it was before it was put away."""
    context.world.actor(name).acts.sites.bring_back(site)


@when("{name:Person} throws {site:Quoted} away")
def throws_away(context: Context, name: str, site: str) -> None:
    """Erase a site for good."""
    context.world.actor(name).acts.sites.throw_away(site)


@when("{name:Person} gives {site:Quoted} the address of {other:Quoted}")
def gives_address_of(context: Context, name: str, site: str, other: str) -> None:
    """Want an address that another site has."""
    context.world.actor(name).acts.sites.take_address_of(other, site)


@then("{name:Person} should have the sites {sites:Several}")
def should_have_sites(context: Context, name: str, sites: tuple[str, ...]) -> None:
    """These sites are in use and no others, the newest first."""
    wanted = list(map(context.world.real, sites))
    context.world.assert_that(
        context.world.actor(name).sees.sites.names(), equal_to(wanted), f"the sites of {name}"
    )


@then("{name:Person} should have {site:Quoted} put away")
def should_have_put_away(context: Context, name: str, site: str) -> None:
    """This site alone is put away."""
    away = context.world.actor(name).sees.sites.put_away_names()
    context.world.assert_that(away, equal_to([context.world.real(site)]), f"what {name} has put away")


@then("{name:Person} should have nothing put away")
def should_have_nothing_put_away(context: Context, name: str) -> None:
    """No site is put away; the sentence before says that the act was done."""
    context.world.assert_that(
        context.world.actor(name).sees.sites.put_away_names(), empty(), f"what {name} has put away"
    )
