"""What is written down of contacts by hand, copied, or forgotten."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_string, empty, greater_than, has_length

from support.matchers import only
from support.matchers_of_people import telling


@given("{name:Person} is looking at what is written down of {visitor:Person}")
def is_looking_at_written(context: Context, name: str, visitor: str) -> None:
    """Somebody has a contact before them; what they write down from then on is written on what they saw."""
    context.world.actor(name).sees.knowing.see(context.world.actor(visitor).person.email)


@given("{name:Person} has tagged {visitor:Person} {tag:Quoted}")
def has_tagged(context: Context, name: str, visitor: str, tag: str) -> None:
    """Somebody put a tag on a contact, before what matters."""
    context.world.actor(name).given.knowing.tag(context.world.actor(visitor).person.email, tag)


@given("{name:Person} has noted about {visitor:Person} {words:Quoted}")
def has_noted(context: Context, name: str, visitor: str, words: str) -> None:
    """Somebody wrote a note about a contact, before what matters."""
    context.world.actor(name).given.knowing.note(context.world.actor(visitor).person.email, words)


@given("{name:Person} has forgotten {visitor:Person}")
def has_forgotten(context: Context, name: str, visitor: str) -> None:
    """Somebody forgot a person for good, before what matters."""
    context.world.actor(name).given.knowing.forget(context.world.actor(visitor).person.email)


@when("{name:Person} tags {visitor:Person} {tag:Quoted}")
def tags(context: Context, name: str, visitor: str, tag: str) -> None:
    """Put a tag on a contact by hand."""
    context.world.actor(name).acts.knowing.tag(context.world.actor(visitor).person.email, tag)


@when("{name:Person} writes down of {visitor:Person} that {detail:Quoted} is {value:Quoted}")
def writes_down(context: Context, name: str, visitor: str, detail: str, value: str) -> None:
    """Write down something one knows of a contact; it may be refused."""
    context.world.actor(name).acts.knowing.write(context.world.actor(visitor).person.email, detail, value)


@when("{name:Person} notes about {visitor:Person} {words:Quoted}")
def notes(context: Context, name: str, visitor: str, words: str) -> None:
    """Write a note into the history of a contact."""
    context.world.actor(name).acts.knowing.note(context.world.actor(visitor).person.email, words)


@when("{name:Person} adds {visitor:Person} to the contacts")
def adds(context: Context, name: str, visitor: str) -> None:
    """Make somebody a contact by hand, by name and address; it may be refused."""
    person = context.world.actor(visitor).person
    context.world.actor(name).acts.knowing.add(person.email, person.name)


@when("{name:Person} adds {email:Quoted} to the contacts")
def adds_address(context: Context, name: str, email: str) -> None:
    """Make an address a contact that may be none; it may be refused."""
    context.world.actor(name).acts.knowing.add(email, "Somebody")


@when("{name:Person} forgets {visitor:Person}")
def forgets(context: Context, name: str, visitor: str) -> None:
    """Forget a person for good."""
    context.world.actor(name).acts.knowing.forget(context.world.actor(visitor).person.email)


@when("{name:Person} takes a copy of what is known of {visitor:Person}")
def takes_copy(context: Context, name: str, visitor: str) -> None:
    """Take a copy of all that is known of a person, to hand it to them."""
    email = context.world.actor(visitor).person.email
    context.world.memory.copied = context.world.actor(name).acts.knowing.copy(email)


@then("the copy should tell {words:Quoted}")
def copy_should_tell(context: Context, words: str) -> None:
    """The copy that was taken holds these words."""
    context.world.assert_that(context.world.memory.copied, contains_string(words), "the copy that was taken")


@then("the copy should tell {visitor:Person}'s address")
def copy_should_tell_address(context: Context, visitor: str) -> None:
    """The copy that was taken holds the address of the person whom it is about."""
    expected = contains_string(context.world.actor(visitor).person.email)
    context.world.assert_that(context.world.memory.copied, expected, "the copy that was taken")


@then("{name:Person} should find {visitor:Person} somewhere")
def should_find_somewhere(context: Context, name: str, visitor: str) -> None:
    """Somebody's address stands in something that can be read."""
    found = context.world.actor(name).sees.contacts.where(context.world.actor(visitor).person.email)
    context.world.assert_that(found, has_length(greater_than(0)), f"what {name} can read of {visitor}")


@then("{name:Person} should find {visitor:Person} nowhere")
def should_find_nowhere(context: Context, name: str, visitor: str) -> None:
    """Somebody's address stands in nothing that can be read; the sentence before says that others' do."""
    found = context.world.actor(name).sees.contacts.where(context.world.actor(visitor).person.email)
    context.world.assert_that(found, empty(), f"what {name} can read of {visitor}")


@then("{visitor:Person}'s history should not tell that {words:Quoted}")
def history_should_not_tell(context: Context, visitor: str, words: str) -> None:
    """The history of the contact holds no such words; the sentence before says what it does tell."""
    contacts, email = context.world.owner.sees.contacts, context.world.actor(visitor).person.email
    context.world.assert_that(contacts.found(email), only(telling(words, 0)), f"the history of {visitor}")
