"""When and how fast letters to many go out."""

from __future__ import annotations

from datetime import timedelta

from behave import given, then, when
from behave.runner import Context

from support.builders_of_mail import mailbox_at, sent, stood_still
from support.matchers_of_mail import going_on_at
from support.matchers_of_people import many_standing
from support.records_of_mail import EVERYBODY


@given("{name:Person} has added {visitor:Person} to the contacts, whose clocks are those of {zone:Quoted}")
def has_added_with_clocks(context: Context, name: str, visitor: str, zone: str) -> None:
    """Somebody was made a contact by hand, and where they live was written down, before what matters."""
    person, knowing = context.world.actor(visitor).person, context.world.actor(name).given.knowing
    knowing.add(person.email, person.name)
    knowing.write(person.email, "Time zone", zone)


@given("{name:Person} has added {visitor:Person} to the contacts, whose mail is with {provider:Quoted}")
def has_added_elsewhere(context: Context, name: str, visitor: str, provider: str) -> None:
    """Somebody was made a contact by hand, at an address of some provider, before what matters."""
    person, knowing = context.world.actor(visitor).person, context.world.actor(name).given.knowing
    knowing.add(mailbox_at(provider, person), person.name)


@given("{name:Person} has sent the broadcast {subject:Quoted} to everybody for {at:Quoted}")
def has_sent_for(context: Context, name: str, subject: str, at: str) -> None:
    """A broadcast to all contacts waits for a time that their clocks show, before what matters."""
    sent(context.world.actor(name).given.broadcasting, subject, EVERYBODY, at)


@given("{name:Person} has paused the broadcast {subject:Quoted} for {hours:Count} hours")
def has_paused_for(context: Context, name: str, subject: str, hours: int) -> None:
    """A broadcast stood still while hours went by, and still does, before what matters."""
    stood_still(context.world, context.world.actor(name), subject, timedelta(hours=hours))


@given("{name:Person} has named the hours from {begins:Quoted} to {ends:Quoted} as quiet")
def has_named_as_quiet(context: Context, name: str, begins: str, ends: str) -> None:
    """Nobody is written to at these hours of theirs, before what matters."""
    context.world.actor(name).given.pacing.be_quiet(begins, ends)


@given("{name:Person} has let {many:Count} letter to many a minute go to a provider")
def has_slowed_down(context: Context, name: str, many: int) -> None:
    """A provider of mail gets so many a minute and not more, before what matters."""
    context.world.actor(name).given.pacing.slow_down(many)


@given("the broadcast {subject:Quoted} has reached {many:Count} reader")
def has_reached(context: Context, subject: str, many: int) -> None:
    """So many have got a broadcast, before what matters."""
    sees, taken = context.world.owner.sees.broadcasting, many_standing(many, "accepted")
    context.world.wait_until(lambda: sees.told(subject), taken, f"the broadcast {subject}")


@when("{name:Person} sends the broadcast {subject:Quoted} to everybody for {at:Quoted}")
def sends_for(context: Context, name: str, subject: str, at: str) -> None:
    """Write to all contacts for a time that their clocks show, and let it go out then."""
    sent(context.world.actor(name).acts.broadcasting, subject, EVERYBODY, at)


@when("{name:Person} names the hours from {begins:Quoted} to {ends:Quoted} as quiet")
def names_as_quiet(context: Context, name: str, begins: str, ends: str) -> None:
    """Let nobody be written to at these hours of theirs; it may be refused."""
    context.world.actor(name).acts.pacing.be_quiet(begins, ends)


@when("{name:Person} lets {many:Count} letters to many a minute go to a provider")
def slows_down(context: Context, name: str, many: int) -> None:
    """Let a provider of mail get so many a minute and not more; it may be refused."""
    context.world.actor(name).acts.pacing.slow_down(many)


@then(
    "within {limit:Limit} {name:Person} should know that {subject:Quoted} goes on at {at:Quoted} in {zone:Quoted}"  # noqa: E501 - editors read one string
)
def should_know_goes_on(context: Context, limit: float, name: str, subject: str, at: str, zone: str) -> None:
    """When more of a broadcast may go out, as clocks somewhere show it."""
    sees, expected = context.world.actor(name).sees.broadcasting, going_on_at(at, zone)
    context.world.eventually(lambda: sees.told(subject), expected, f"the broadcast {subject}", limit)


@then("within {limit:Limit} the broadcast {subject:Quoted} should tell that {many:Count} were {state:Quoted}")
def should_come_to_tell(context: Context, limit: float, subject: str, many: int, state: str) -> None:
    """So many mails of a broadcast come to stand so."""
    sees, expected = context.world.owner.sees.broadcasting, many_standing(many, state)
    context.world.eventually(lambda: sees.told(subject), expected, f"the broadcast {subject}", limit)
