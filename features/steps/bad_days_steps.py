"""Bad days: parts in trouble while people are at it, what they are told, and how soon all is well."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import less_than_or_equal_to

from support.bad_days import signed_up_in_the_end, signed_up_through, wrote_through
from support.builders_of_insights import balance_of
from support.matchers_of_histories import unharmed
from support.matchers_of_insights import in_order
from support.ordeals import ordeal_of
from support.racing import judged


@given('the part "{part:Part}" is down')
def part_is_down(context: Context, part: str) -> None:
    """It has ended, and nobody starts it again."""
    context.world.outages.gone(part)


@given("the mail server is gone")
def mail_server_gone(context: Context) -> None:
    """Nobody reaches it, until it is back or the scenario ends."""
    context.world.outages.gone("mail server")


@when("{visitor:Person} signs up on {site:Quoted} as often as it takes")
def signs_up_in_the_end(context: Context, visitor: str, site: str) -> None:
    """Send the form until it is taken, each time with another address."""
    signed_up_in_the_end(context.world, context.world.actor(visitor), site)


@when(
    '{visitor:Person} signs up on {site:Quoted} again and again, while the part "{part:Part}" {trouble:Trouble}'  # noqa: E501 - editors read one string
)
def signs_up_through(context: Context, visitor: str, site: str, part: str, trouble: str) -> None:
    """Each time with another address, before, during and after; the owner looks in the end."""
    signed_up_through(context.world, context.world.actor(visitor), site, part, trouble)


@when('{name:Person} writes on {site:Quoted} again and again, while the part "{part:Part}" {trouble:Trouble}')
def writes_through(context: Context, name: str, site: str, part: str, trouble: str) -> None:
    """Each time other words for the headline, before, during and after; what is there in the end is read."""
    wrote_through(context.world, context.world.actor(name), site, part, trouble)


@then("that should have been possible again within {limit:Limit}")
def should_be_possible_again(context: Context, limit: float) -> None:
    """From the beginning of the trouble until something that was asked for after it was answered."""
    took = ordeal_of(context.world).back_after
    context.world.assert_that(took, less_than_or_equal_to(limit), "seconds until all was well")


@then("nothing that was called stored should be lost")
def nothing_should_be_lost(context: Context) -> None:
    """What was acknowledged before, during and after is read in the end; and nothing that nobody wrote."""
    told = judged(context.world, "lost update", "out of nowhere")
    context.world.assert_that(told, unharmed(), "what was called stored")


@then("within {limit:Seconds} seconds {name:Person}'s ledger should hold all that was called stored")
def should_hold_all_stored(context: Context, limit: float, name: str) -> None:
    """No less than was called stored, once in the book of each system, and nothing is under way."""
    stored, told = ordeal_of(context.world).stored, balance_of(context.world.actor(name))
    context.world.eventually(told, in_order(stored), f"{name}'s ledger", limit)
