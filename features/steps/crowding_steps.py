"""Many people at once, of whom nothing is known but that they sign up."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import empty, equal_to

from support.builders_of_jobs import email_of_another, others_signed_up, others_signed_up_without
from support.records_of_workflows import BacklogTold


@given("{many:Count} others have signed up on {site:Quoted}")
def others_have_signed_up(context: Context, many: int, site: str) -> None:
    """So many people sent the form, one after the other; what follows may still be going on."""
    others_signed_up(context.world, site, many)


@given('{many:Count} others have signed up on {site:Quoted}, while the part "{part:Part}" is down')
def others_have_signed_up_while_down(context: Context, many: int, site: str, part: str) -> None:
    """So many people sent the form, and nobody is there to do what follows of it."""
    others_signed_up_without(context.world, site, many, part)


@when("{name:Person} looks at the work that waits")
def looks_at_backlog(context: Context, name: str) -> None:
    """See how much of one's work nobody has begun."""
    context.world.actor(name).acts.jobs.backlog()


@then("within {limit:Seconds} seconds {name:Person} should be told that {many:Count} pieces of work are late")
def should_be_told_late(context: Context, limit: float, name: str, many: int) -> None:
    """How much nobody has begun, and that it waits longer than it should."""
    told = context.world.actor(name).sees.jobs.backlog
    context.world.eventually(told, equal_to(BacklogTold(many, late=True)), f"what waits at {name}'s", limit)


@then("within {limit:Seconds} seconds {name:Person} should be told that {many:Count} pieces of work wait")
def should_be_told_waiting(context: Context, limit: float, name: str, many: int) -> None:
    """How much nobody has begun, and that it has not been long."""
    told = context.world.actor(name).sees.jobs.backlog
    context.world.eventually(told, equal_to(BacklogTold(many, late=False)), f"what waits at {name}'s", limit)


@then("number {number:Count} of the others should have no mail yet")
def should_have_no_mail_yet(context: Context, number: int) -> None:
    """One of the others, in the order in which they signed up; the sentence before says that work is done."""
    mails = context.world.inbox.mails(email_of_another(context.world, number))
    context.world.assert_that(mails, empty(), f"the inbox of number {number} of the others")
