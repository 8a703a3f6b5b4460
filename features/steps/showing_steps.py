"""Drafts that are shown by a link, and sites that go live at a time."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to

from support.builders import read_or_told
from support.builders_of_ways import lent_or_told
from support.matchers import reads


@given("{name:Person} has made a link to the draft of {site:Quoted}")
def has_lent(context: Context, name: str, site: str) -> None:
    """Somebody may look at a draft, before what matters."""
    context.world.actor(name).given.lending.lend(site)


@given("{name:Person} has taken back the link to {site:Quoted}")
def has_taken_back(context: Context, name: str, site: str) -> None:
    """A link leads nowhere any more."""
    context.world.actor(name).given.lending.take_back(site)


@given("{visitor:Person} has looked at the draft of {site:Quoted} by the link")
def has_looked(context: Context, visitor: str, site: str) -> None:
    """Somebody saw a draft, before what matters."""
    context.world.actor(visitor).given.lending.look(site)


@given("{name:Person} has let {site:Quoted} go live in {days:Count} days")
def has_let_go_live(context: Context, name: str, site: str, days: int) -> None:
    """A site will go live by itself."""
    context.world.actor(name).given.timing.let_go_live(site, timedelta(days=days))


@given("{name:Person} has let {site:Quoted} go live in {days:Count} days and off the net in {later:Count}")
def has_let_go_live_and_off(context: Context, name: str, site: str, days: int, later: int) -> None:
    """A site will go live by itself, and off the net again."""
    ahead = timedelta(days=days), timedelta(days=later)
    context.world.actor(name).given.timing.let_go_live(site, *ahead)


@when("{name:Person} makes a link to the draft of {site:Quoted}")
def lends(context: Context, name: str, site: str) -> None:
    """Let whoever has the link look at a draft."""
    context.world.actor(name).acts.lending.lend(site)


@when("{visitor:Person} looks at the draft of {site:Quoted} by the link")
def looks(context: Context, visitor: str, site: str) -> None:
    """Follow the link that somebody gave one; it may lead nowhere."""
    context.world.actor(visitor).acts.lending.look(site)


@when("{visitor:Person} looks by the link at the page {page:Quoted} of {site:Quoted}")
def looks_at_page(context: Context, visitor: str, page: str, site: str) -> None:
    """Follow the link to a page behind the first; it may lead nowhere."""
    context.world.actor(visitor).acts.lending.look(site, page)


@when("{visitor:Person} looks by the link at a page of {site:Quoted} that there never was")
def looks_astray(context: Context, visitor: str, site: str) -> None:
    """Mistype what follows the link."""
    context.world.actor(visitor).acts.lending.look_astray(site)


@when("{visitor:Person} tries the link to {other:Quoted} at {site:Quoted}")
def tries_at_another(context: Context, visitor: str, other: str, site: str) -> None:
    """Use what lets one in at one draft to get at another."""
    context.world.actor(visitor).acts.lending.look_at_other(other, site)


@when("{visitor:Person} guesses a link to the draft of {site:Quoted}")
def guesses(context: Context, visitor: str, site: str) -> None:
    """Try a link that nobody made."""
    context.world.actor(visitor).acts.lending.guess(site)


@when("{name:Person} lets {site:Quoted} go live in {days:Count} days")
def lets_go_live(context: Context, name: str, site: str, days: int) -> None:
    """Let a site go live by itself."""
    context.world.actor(name).acts.timing.let_go_live(site, timedelta(days=days))


@when("{name:Person} lets {site:Quoted} go live in {days:Count} days anyway")
def lets_go_live_anyway(context: Context, name: str, site: str, days: int) -> None:
    """Let a site go live by itself, whatever is warned of."""
    context.world.actor(name).acts.timing.let_go_live_anyway(site, timedelta(days=days))


@when("{name:Person} lets {site:Quoted} go off the net in {days:Count} days")
def lets_go_off(context: Context, name: str, site: str, days: int) -> None:
    """Let a site go off the net by itself."""
    context.world.actor(name).acts.timing.let_go_live(site, None, timedelta(days=days))


@when("{name:Person} lets {site:Quoted} go live in {days:Count} days and off the net in {sooner:Count}")
def lets_go_live_and_off(context: Context, name: str, site: str, days: int, sooner: int) -> None:
    """Say two times; it may be refused."""
    ahead = timedelta(days=days), timedelta(days=sooner)
    context.world.actor(name).acts.timing.let_go_live(site, *ahead)


@when("{name:Person} lets {site:Quoted} go live {days:Count} days ago")
def lets_go_live_ago(context: Context, name: str, site: str, days: int) -> None:
    """Say a time that is over; it may be refused."""
    context.world.actor(name).acts.timing.let_go_live(site, -timedelta(days=days))


@then("{visitor:Person} should read {words:Quoted} by the link to {site:Quoted}")
def should_read_by_link(context: Context, visitor: str, words: str, site: str) -> None:
    """A line of the draft, for whoever was given the link."""
    seen = lent_or_told(context.world.actor(visitor), site)
    context.world.assert_that(seen, reads(words), f"what the link to the draft of {site} shows")


@then("{visitor:Person} should read {words:Quoted} on the page {page:Quoted} by the link to {site:Quoted}")
def should_read_page_by_link(context: Context, visitor: str, words: str, page: str, site: str) -> None:
    """A line of another page of the draft, for whoever was given the link."""
    seen = lent_or_told(context.world.actor(visitor), site, page)
    context.world.assert_that(seen, reads(words), f"what the link shows of the page {page} of {site}")


@then("the link to {site:Quoted} should tell machines {words:Quoted}")
def link_should_tell_machines(context: Context, site: str, words: str) -> None:
    """What search engines that were given the link are told to do with what it shows."""
    told = context.world.stranger.sees.lending.told_to_machines(site)
    context.world.assert_that(told, equal_to(words), f"what the link to {site} tells machines")


@then("within {limit:Seconds} seconds visitors of {site:Quoted} should come to read {words:Quoted}")
def should_come_to_read(context: Context, limit: float, site: str, words: str) -> None:
    """A line of the live page, no later than the sentence allows since its time came."""
    seen = partial(read_or_told, context.world.stranger, site)
    context.world.eventually(seen, reads(words), f"what visitors of {site} get", limit)


@then(
    "within {limit:Seconds} seconds {site:Quoted} should come to be off the net, with {many:Count} releases"
)
def should_come_to_be_off(context: Context, limit: float, site: str, many: int) -> None:
    """So many releases are kept, and none is live, no later than the sentence allows since its time came."""
    told = partial(context.world.owner.sees.releasing.releases, site)
    context.world.eventually(told, equal_to((many, None)), f"the releases of {site}", limit)
