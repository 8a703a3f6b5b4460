"""What was sent and started nothing: held back, let through, or kept and started late."""

from __future__ import annotations

from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_exactly, empty, equal_to, has_length

from support.builders_of_jobs import (
    LATE,
    signed_up_in_vain,
    signed_up_often,
    started_late,
    waits_for_late_start,
)
from support.records_of_workflows import JobTold


@given("{sender:Person}'s program has filled in all of the form of {site:Quoted} for {visitor:Person}")
def program_has_filled_in(context: Context, sender: str, site: str, visitor: str) -> None:
    """A program wrote something into each field of the form, where people write nothing as well."""
    person = context.world.actor(visitor).person
    context.world.actor(sender).given.meddling.fill_in_all(site, person.name, person.email)


@given("{name:Person} has let through what was sent for {visitor:Person} to {site:Quoted}")
def has_let_through(context: Context, name: str, visitor: str, site: str) -> None:
    """What was held back was taken for a person's before what matters."""
    context.world.actor(name).given.sifting.let_through(site, context.world.actor(visitor).person.email)


@given("{visitor:Person} has signed up in vain on {site:Quoted}")
def has_signed_up_in_vain(context: Context, visitor: str, site: str) -> None:
    """The form was sent while it started nothing, and that was seen, before what matters."""
    signed_up_in_vain(context.world, context.world.actor(visitor), site)


@given("{visitor:Person} has signed up {times:Count} times on {site:Quoted}")
def has_signed_up_often(context: Context, visitor: str, times: int, site: str) -> None:
    """The form was loaded and sent so many times, with the same address."""
    signed_up_often(context.world.actor(visitor), site, times)


@given(
    '{name:Person} waits for the late start of {visitor:Person} on {site:Quoted}, while the part "{part:Part}" is down'  # noqa: E501 - editors read one string
)
def waits_while_down(context: Context, name: str, visitor: str, site: str, part: str) -> None:
    """Somebody signed up before the form was connected, and nobody is there to start it late."""
    waits_for_late_start(context.world, name, visitor, site, part)


@given("{name:Person} has had started what was kept on {site:Quoted}")
def has_started_late(context: Context, name: str, site: str) -> None:
    """All that was kept was started late, and that has ended well."""
    started_late(context.world, context.world.actor(name), site)


@given("{name:Person} has cancelled the late starts of {site:Quoted}")
def has_cancelled(context: Context, name: str, site: str) -> None:
    """They were cancelled before what matters."""
    context.world.actor(name).given.jobs.cancel(LATE, site)


@when("{name:Person} lets through what was sent for {visitor:Person} to {site:Quoted}")
def lets_through(context: Context, name: str, visitor: str, site: str) -> None:
    """Take what was held back for a person's."""
    context.world.actor(name).acts.sifting.let_through(site, context.world.actor(visitor).person.email)


@when("{name:Person} starts what was kept on {site:Quoted}")
def starts_late(context: Context, name: str, site: str) -> None:
    """Have what was kept start what its form starts by now."""
    context.world.actor(name).acts.sifting.start_late(site)


@when("{name:Person} cancels the late starts of {site:Quoted}")
def cancels(context: Context, name: str, site: str) -> None:
    """Want no more of it."""
    context.world.actor(name).acts.jobs.cancel(LATE, site)


@when("{name:Person} lets the late starts of {site:Quoted} be done again")
def does_again(context: Context, name: str, site: str) -> None:
    """Want the rest of it after all."""
    context.world.actor(name).acts.jobs.again(LATE, site)


@given('the part "{part:Part}" has come back')
def part_has_come_back(context: Context, part: str) -> None:
    """The same, before what matters."""
    context.world.outages.back(part)


@when('the part "{part:Part}" is back')
def part_is_back(context: Context, part: str) -> None:
    """Whoever looks after the parts looks after this one again."""
    context.world.outages.back(part)


@then("{name:Person} should find what was sent for {visitor:Person} to {site:Quoted} held back")
def should_find_held_back(context: Context, name: str, visitor: str, site: str) -> None:
    """All that is held back on a site, by its address."""
    held = context.world.actor(name).sees.sifting.held_back(site)
    email = context.world.actor(visitor).person.email
    context.world.assert_that(held, contains_exactly(email), f"what is held back on {site}")


@then("{name:Person} should find nothing held back on {site:Quoted}")
def should_find_nothing_held_back(context: Context, name: str, site: str) -> None:
    """Nothing is held back there; the sentence before says that something was."""
    held = context.world.actor(name).sees.sifting.held_back(site)
    context.world.assert_that(held, empty(), f"what is held back on {site}")


@then("{name:Person} should have {many:Count} submissions to {site:Quoted}")
def should_have_submissions(context: Context, name: str, many: int, site: str) -> None:
    """How many submissions there are in all."""
    sent = context.world.actor(name).sees.connecting.submissions(site)
    context.world.assert_that(sent, has_length(many), f"the submissions to {site}")


@then(
    "within {limit:Seconds} seconds the late starts of {site:Quoted} should be told as {state:Quoted}, {far:Quoted}"  # noqa: E501 - editors read one string
)
def should_come_to_be_told(context: Context, limit: float, site: str, state: str, far: str) -> None:
    """How the work stands and how far it is, as its owner sees it, no later than the sentence allows."""
    told = partial(context.world.owner.sees.jobs.told, LATE, site)
    context.world.eventually(told, equal_to(JobTold(state, far)), f"the late starts of {site}", limit)


@then("the late starts of {site:Quoted} should be told as {state:Quoted}, {far:Quoted}")
def should_be_told_as(context: Context, site: str, state: str, far: str) -> None:
    """How the work stands and how far it is, as its owner sees it now."""
    told = context.world.owner.sees.jobs.told(LATE, site)
    context.world.assert_that(told, equal_to(JobTold(state, far)), f"the late starts of {site}")
