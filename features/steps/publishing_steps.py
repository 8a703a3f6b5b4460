"""Letting visitors have a site, and what they find there."""

from __future__ import annotations

from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_string, equal_to

from support.builders import (
    live_site_that_welcomes,
    published_anyway,
    read_or_told,
    refusal_of,
    site_with_form,
)
from support.matchers import reads, reads_of
from support.outcomes import done_within


@given("{name:Person} has published the site {site:Quoted} with the headline {headline:Quoted}")
def has_published_with_headline(context: Context, name: str, site: str, headline: str) -> None:
    """A live site whose headline will be spoken about."""
    given = context.world.actor(name).given
    given.building.start(site)
    given.building.change_headline(site, headline)
    given.publishing.publish(site)


@given("{name:Person} has published the site {site:Quoted} with a sign-up form")
def has_published_with_form(context: Context, name: str, site: str) -> None:
    """A live site with a form that is not connected; the warning was overruled."""
    site_with_form(context.world.actor(name), site)
    context.world.actor(name).given.publishing.publish_anyway(site)


@given("{name:Person} has a live site {site:Quoted} that welcomes visitors")
def has_live_site_that_welcomes(context: Context, name: str, site: str) -> None:
    """A live site whose sign-up form starts the welcome workflow."""
    live_site_that_welcomes(context.world.actor(name), site)


@given("{name:Person} has published {site:Quoted}")
def has_published(context: Context, name: str, site: str) -> None:
    """A draft that visitors have by now, whatever it warned of; how it came to be was said before."""
    context.world.actor(name).given.publishing.publish_anyway(site)


@given("visitors of {site:Quoted} have read {words:Quoted}")
def visitors_have_read(context: Context, site: str, words: str) -> None:
    """Whoever visits in later sentences was there before, on the same machine."""
    seen = context.world.stranger.sees.visiting.read(site)
    context.world.assert_that(seen, reads(words), f"what visitors of {site} get at first")


@when("{name:Person} publishes {site:Quoted}")
def publishes(context: Context, name: str, site: str) -> None:
    """Let visitors have the draft as it is now."""
    context.world.actor(name).acts.publishing.publish(site)


@when("{name:Person} has {site:Quoted} published in the background")
def has_published_in_background(context: Context, name: str, site: str) -> None:
    """Ask for it, and go on; what becomes of it is looked up later."""
    context.world.actor(name).acts.publishing.publish_in_background(site)


@when("{visitor:Person} visits {site:Quoted}")
def visits(context: Context, visitor: str, site: str) -> None:
    """A stranger goes to the site's address."""
    context.world.actor(visitor).acts.visiting.read(site)


@then("visitors of {site:Quoted} should read {words:Quoted}")
def visitors_should_read(context: Context, site: str, words: str) -> None:
    """A line of the live page, as a stranger gets it."""
    seen = read_or_told(context.world.stranger, site)
    context.world.assert_that(seen, reads(words), f"what visitors of {site} get")


@then("within {limit:Limit} visitors of {site:Quoted} should read {words:Quoted}")
def visitors_should_read_within(context: Context, limit: float, site: str, words: str) -> None:
    """A line of the live page, no later than the sentence allows since it was to be published."""
    world, seen = context.world, partial(read_or_told, context.world.stranger, site)
    world.assert_that(world.outcome, done_within(limit), f"publishing {site}")
    world.eventually(seen, reads(words), f"what visitors of {site} get", limit - world.outcome.after)


@then("visitors of {site:Quoted} should read about {words:Quoted}")
def visitors_should_read_about(context: Context, site: str, words: str) -> None:
    """Words that stand somewhere in a line of the live page."""
    seen = read_or_told(context.world.stranger, site)
    context.world.assert_that(seen, reads_of(words), f"what visitors of {site} get")


@then("visitors of {site:Quoted} should find nothing")
def visitors_should_find_nothing(context: Context, site: str) -> None:
    """A stranger who goes to the site's address is told that there is no such page."""
    told = refusal_of(context.world.stranger.sees.visiting.read, site)
    context.world.assert_that(told, contains_string("does not exist here"), f"what visitors of {site} get")


@then("within {limit:Seconds} seconds the publishing of {site:Quoted} should be called {state:Quoted}")
def publishing_should_be_called(context: Context, limit: float, site: str, state: str) -> None:
    """What the platform calls the work that was asked for, no later than the sentence allows."""
    came = context.world.owner.sees.publishing.came_of_it
    context.world.eventually(lambda: came(site), equal_to(state), f"the publishing of {site}", limit)


@then("visitors should find {site:Quoted} there once {name:Person} publishes it")
def visitors_should_find_it_there(context: Context, site: str, name: str) -> None:
    """The address that led nowhere is the right one: the published page answers at it."""
    headline = published_anyway(context.world.actor(name), site)
    seen = context.world.stranger.sees.visiting.read(site)
    context.world.assert_that(seen, reads(headline), f"what visitors of {site} get")
