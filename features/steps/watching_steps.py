"""Pages that come to somebody who watches."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import all_of, equal_to, greater_than, less_than_or_equal_to

from support.builders_of_pictures import begun_with_photograph


@given("{name:Person} has the site {site:Quoted} with a photograph above {words:Quoted}")
def has_site_with_photograph(context: Context, name: str, site: str, words: str) -> None:
    """A draft that shows a large picture first, and words under it."""
    begun_with_photograph(context.world.actor(name), site, words)


@when("{visitor:Person} watches {site:Quoted} come on the line of a phone")
def watches_come(context: Context, visitor: str, site: str) -> None:
    """Open the live page through a slow line, and read it down to its end."""
    context.world.actor(visitor).acts.watching.come(site)


@then("{visitor:Person} should have seen the largest of the page within {limit:Limit}")
def largest_seen_within(context: Context, visitor: str, limit: float) -> None:
    """The largest picture or words of the window, since it was asked for: Largest Contentful Paint."""
    after = context.world.actor(visitor).sees.watching.largest_after()
    bound = all_of(greater_than(0), less_than_or_equal_to(limit))
    context.world.assert_that(after, bound, f"seconds until {visitor} saw the largest of the page")


@then("nothing that {visitor:Person} saw should have moved by itself")
def nothing_moved(context: Context, visitor: str) -> None:
    """By how much of the window things moved that nobody had moved: Cumulative Layout Shift."""
    moved = context.world.actor(visitor).sees.watching.moved()
    context.world.assert_that(moved, equal_to(0), f"the share of the window that moved while {visitor} read")
