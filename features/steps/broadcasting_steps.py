"""One letter to many."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context

from support.builders_of_mail import sent, written, written_and_seen
from support.matchers import among
from support.matchers_of_people import followed_by_so_many, leaving_out, many_standing, standing_at
from support.matchers_of_words import titled_with
from support.records_of_mail import EVERYBODY, Whom


@given("{name:Person} has put {visitor:Person} on the lists {lists:Several}")
def has_put_on_lists(context: Context, name: str, visitor: str, lists: tuple[str, ...]) -> None:
    """A contact was put on some lists by hand, before what matters."""
    context.world.actor(name).given.knowing.put_on(context.world.actor(visitor).person.email, lists)


@given("{name:Person} has added {visitor:Person} to the contacts")
def has_added(context: Context, name: str, visitor: str) -> None:
    """Somebody was made a contact by hand, before what matters."""
    person = context.world.actor(visitor).person
    context.world.actor(name).given.knowing.add(person.email, person.name)


@given("{name:Person} has written the broadcast {subject:Quoted} to everybody")
def has_written(context: Context, name: str, subject: str) -> None:
    """Somebody wrote to all contacts, and has it before them with its size; nothing has gone out."""
    written_and_seen(context.world.actor(name), subject, EVERYBODY)


@given("{name:Person} has sent the broadcast {subject:Quoted} to everybody")
def has_sent(context: Context, name: str, subject: str) -> None:
    """A broadcast to all contacts was let go out, before what matters."""
    sent(context.world.actor(name).given.broadcasting, subject, EVERYBODY)


@given(
    "{name:Person} has sent the broadcast {subject:Quoted} to everybody by a mail server that {way:Quoted}"
)
def has_sent_by(context: Context, name: str, subject: str, way: str) -> None:
    """A broadcast to all contacts was let go out, and the mail server takes nothing, before what matters."""
    context.world.outages.misbehaves("mail server", way)
    sent(context.world.actor(name).given.broadcasting, subject, EVERYBODY)


@given("{name:Person} has paused the broadcast {subject:Quoted}")
def has_paused(context: Context, name: str, subject: str) -> None:
    """A broadcast stands still, before what matters."""
    context.world.actor(name).given.broadcasting.pause(subject)


@when("{name:Person} writes the broadcast {subject:Quoted} to everybody")
def writes(context: Context, name: str, subject: str) -> None:
    """Write to all contacts; nothing goes out yet."""
    written(context.world.actor(name).acts.broadcasting, subject, EVERYBODY)


@when("{name:Person} writes the broadcast {subject:Quoted} otherwise, as {other:Quoted}")
def writes_otherwise(context: Context, name: str, subject: str, other: str) -> None:
    """Give a broadcast another subject; it may be refused."""
    context.world.actor(name).acts.broadcasting.rewrite(subject, other)


@when("{name:Person} sends the broadcast {subject:Quoted} to everybody")
def sends(context: Context, name: str, subject: str) -> None:
    """Write to all contacts, look to how many it goes, and let it go out."""
    sent(context.world.actor(name).acts.broadcasting, subject, EVERYBODY)


@when("{name:Person} sends the broadcast {subject:Quoted} to the lists {lists:Several}")
def sends_to_lists(context: Context, name: str, subject: str, lists: tuple[str, ...]) -> None:
    """Write to whoever is on one of some lists, look to how many it goes, and let it go out."""
    sent(context.world.actor(name).acts.broadcasting, subject, Whom("lists", lists))


@when("{name:Person} sends the broadcast {subject:Quoted} as she has counted it")
def sends_as_counted(context: Context, name: str, subject: str) -> None:
    """Let a broadcast go out to as many as one has seen before; it may be refused."""
    context.world.actor(name).acts.broadcasting.send(subject)


@when("{name:Person} tries the broadcast {subject:Quoted} out")
def tries_out(context: Context, name: str, subject: str) -> None:
    """Send a broadcast to oneself alone."""
    context.world.actor(name).acts.broadcasting.try_out(subject)


@when("{name:Person} pauses the broadcast {subject:Quoted}")
def pauses(context: Context, name: str, subject: str) -> None:
    """Let nothing more of a broadcast go out for now."""
    context.world.actor(name).acts.broadcasting.pause(subject)


@when("{name:Person} lets the broadcast {subject:Quoted} go on")
def lets_go_on(context: Context, name: str, subject: str) -> None:
    """Let go out what was held up of a broadcast."""
    context.world.actor(name).acts.broadcasting.resume(subject)


@when("{name:Person} cancels the broadcast {subject:Quoted}")
def cancels(context: Context, name: str, subject: str) -> None:
    """Let nothing more of a broadcast go out, for good."""
    context.world.actor(name).acts.broadcasting.cancel(subject)


@then(
    "the broadcast {subject:Quoted} should be to {many:Count} reader, with {some:Count} left out who {why:Quoted}"  # noqa: E501 - editors read one string
)
def should_be_to(context: Context, subject: str, many: int, some: int, why: str) -> None:
    """To how many a broadcast would go is told before anything goes out, and who is left out, and why."""
    told = context.world.owner.sees.broadcasting.told(subject)
    context.world.assert_that(told, leaving_out(many, some, why), f"the broadcast {subject}")


@then("the broadcast {subject:Quoted} should be {state:Quoted}")
def broadcast_should_be(context: Context, subject: str, state: str) -> None:
    """A broadcast stands so right now."""
    told = context.world.owner.sees.broadcasting.told(subject)
    context.world.assert_that(told, standing_at(state), f"the broadcast {subject}")


@then("the broadcast {subject:Quoted} should come to be {state:Quoted}")
def should_come_to_be(context: Context, subject: str, state: str) -> None:
    """A broadcast comes to stand so."""
    sees = context.world.owner.sees.broadcasting
    context.world.eventually(lambda: sees.told(subject), standing_at(state), f"the broadcast {subject}", 60)


@then("the broadcast {subject:Quoted} should tell that {many:Count} was {state:Quoted}")
@then("the broadcast {subject:Quoted} should tell that {many:Count} were {state:Quoted}")
def should_tell_that(context: Context, subject: str, many: int, state: str) -> None:
    """So many mails of a broadcast stand so; the sentence before says that it is over."""
    told = context.world.owner.sees.broadcasting.told(subject)
    context.world.assert_that(told, many_standing(many, state), f"the broadcast {subject}")


@then("within {limit:Limit} {name:Person} should get the trial {subject:Quoted}")
def should_get_trial(context: Context, limit: float, name: str, subject: str) -> None:
    """A mail marked as a trial arrives in one's own inbox, with these words in its subject."""
    address, inbox = context.world.actor(name).person.email, context.world.inbox
    expected = among(titled_with("[Trial]", subject))
    context.world.eventually(lambda: inbox.mails(address), expected, f"the inbox of {name}", limit)


@then("the broadcast {subject:Quoted} should tell that {many:Count} followed it")
def should_tell_followed(context: Context, subject: str, many: int) -> None:
    """So many people followed the button of a broadcast."""
    told = context.world.owner.sees.broadcasting.told(subject)
    context.world.assert_that(told, followed_by_so_many(many), f"the broadcast {subject}")
