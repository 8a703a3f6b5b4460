"""Strangers on live sites: they sign up, twice, with mistakes, next day again."""

from __future__ import annotations

from datetime import timedelta

from behave import given, then, when
from behave.runner import Context

from support.builders import welcomed
from support.outcomes import refused


@given("{visitor:Person} has switched scripts off")
def runs_no_scripts(context: Context, visitor: str) -> None:
    """Scripts are off on a visitor's machine from the beginning."""
    context.world.actor(visitor).sees.visiting.without_scripts()


@given("{visitor:Person} was welcomed after signing up on {site:Quoted}")
def was_welcomed(context: Context, visitor: str, site: str) -> None:
    """A first sign-up is over and done, its mail included."""
    welcomed(context.world, context.world.actor(visitor), site)


@given("{visitor:Person} has signed up on {site:Quoted}")
def has_signed_up(context: Context, visitor: str, site: str) -> None:
    """The form was sent; what follows of it may still be going on."""
    person = context.world.actor(visitor).person
    context.world.actor(visitor).given.visiting.sign_up(site, person.name, person.email)


@given("a day has passed")
def day_has_passed(context: Context) -> None:
    """A day goes by in every workspace of the scenario."""
    context.world.pass_time(timedelta(days=1))


@given("{days:Count} days have passed")
def days_have_passed(context: Context, days: int) -> None:
    """Days go by in every workspace of the scenario."""
    context.world.pass_time(timedelta(days=days))


@when("{sender:Person} sends {site:Quoted} {what:Misuse}")
def sends_otherwise(context: Context, sender: str, site: str, what: str) -> None:
    """A program asks a live site for what no page of it asks for."""
    context.world.actor(sender).acts.meddling.misuse(site, what)


@when("{visitor:Person} signs up on {site:Quoted}")
def signs_up(context: Context, visitor: str, site: str) -> None:
    """Fill in name and address, and send the form."""
    person = context.world.actor(visitor).person
    context.world.actor(visitor).acts.visiting.sign_up(site, person.name, person.email)


@when("{visitor:Person} signs up on {site:Quoted} with the address {address:Quoted}")
def signs_up_with(context: Context, visitor: str, site: str, address: str) -> None:
    """Fill in an address that matters, and send the form."""
    context.world.actor(visitor).acts.visiting.sign_up(site, visitor, address)


@when("{visitor:Person} signs up on {site:Quoted} with the address in capitals")
def signs_up_in_capitals(context: Context, visitor: str, site: str) -> None:
    """Fill in the same address in another spelling, and send the form."""
    person = context.world.actor(visitor).person
    context.world.actor(visitor).acts.visiting.sign_up(site, person.name, person.email.upper())


@when("{visitor:Person} sends the sign-up form of {site:Quoted} twice in a row")
def sends_twice(context: Context, visitor: str, site: str) -> None:
    """Send one served form twice, as an impatient person does."""
    person = context.world.actor(visitor).person
    context.world.actor(visitor).acts.visiting.sign_up_twice(site, person.name, person.email)


@then("{name:Person} should be told {words:Quoted}")
def should_be_told(context: Context, name: str, words: str) -> None:
    """The act before was this person's, and was refused in words that hold these."""
    context.world.assert_that(context.world.outcome, refused(name, words), "what was said")


@then("within {limit:Seconds} seconds {name:Person} should be told {words:Quoted}")
def should_be_told_within(context: Context, limit: float, name: str, words: str) -> None:
    """The act before was this person's, and was refused in such words, no later than the sentence allows."""
    context.world.assert_that(context.world.outcome, refused(name, words, within=limit), "what was said")
