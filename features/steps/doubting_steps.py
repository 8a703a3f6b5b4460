"""Letters of which nobody knows whether they came."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context

from support.builders_of_mail import hung_up_on, sent_into_the_dark
from support.matchers_of_people import uncertain_for, uncertain_for_nobody_but


@given("nobody can ask the mail server which mails it has")
def nobody_can_ask(context: Context) -> None:
    """Whoever asks for a mail that was handed over is not answered, until the scenario ends."""
    context.world.outages.gone("mailbox")


@given("the mail server has hung up on {name:Person}'s broadcast {subject:Quoted} to {many:Count} readers")
def has_hung_up_on(context: Context, name: str, subject: str, many: int) -> None:
    """The mail server was given each letter of a broadcast and said nothing; it still does so."""
    hung_up_on(context.world, context.world.actor(name), subject, many)


@given("nobody knows whether {name:Person}'s broadcast {subject:Quoted} reached its {many:Count} readers")
def nobody_knows_whether(context: Context, name: str, subject: str, many: int) -> None:
    """A broadcast to everybody was sent, each of its letters is uncertain, and the mail server is back."""
    sent_into_the_dark(context.world, context.world.actor(name), subject, many)


@when("{name:Person} sends the broadcast {subject:Quoted} to {visitor:Person} once more")
def sends_once_more(context: Context, name: str, subject: str, visitor: str) -> None:
    """Send an uncertain letter again to one reader; it may be refused."""
    email = context.world.actor(visitor).person.email
    context.world.actor(name).acts.doubting.send_again(subject, email)


@when("{name:Person} says that the broadcast {subject:Quoted} has come to {visitor:Person}")
def says_that_it_has_come(context: Context, name: str, subject: str, visitor: str) -> None:
    """Say that an uncertain letter has reached its reader; it may be refused."""
    email = context.world.actor(visitor).person.email
    context.world.actor(name).acts.doubting.has_come(subject, email)


@then("the broadcast {subject:Quoted} should be uncertain for {visitor:Person}")
def should_be_uncertain_for(context: Context, subject: str, visitor: str) -> None:
    """Somebody is named of whom nobody knows whether the letter reached them."""
    email, told = context.world.actor(visitor).person.email, context.world.owner.sees.broadcasting.told
    context.world.assert_that(told(subject), uncertain_for(email), f"the broadcast {subject}")


@then("the broadcast {subject:Quoted} should be uncertain for {visitor:Person} alone")
def should_be_uncertain_for_alone(context: Context, subject: str, visitor: str) -> None:
    """Of all other readers it is known whether the letter reached them."""
    email, told = context.world.actor(visitor).person.email, context.world.owner.sees.broadcasting.told
    context.world.assert_that(told(subject), uncertain_for_nobody_but(email), f"the broadcast {subject}")
