"""The people that a marketer knows, and what happened to them."""

from __future__ import annotations

from datetime import timedelta

from behave import then, when
from behave.runner import Context
from hamcrest import empty, has_length

from support.matchers import among, contact_of, known_from, only, signed_up_at, tagged, tagged_only


@when("{name:Person} looks for {visitor:Person} among the contacts")
def looks_for(context: Context, name: str, visitor: str) -> None:
    """Search one's own contacts for somebody's address."""
    context.world.actor(name).acts.contacts.found(context.world.actor(visitor).person.email)


@when("{name:Person} opens {owner:Person}'s page about {visitor:Person} by its address")
def opens_page_about(context: Context, name: str, owner: str, visitor: str) -> None:
    """Somebody goes where the owner of a contact reads about them, whether it is theirs or not."""
    page = context.world.actor(owner).given.contacts.page_of(context.world.actor(visitor).person.email)
    context.world.actor(name).acts.contacts.open(page)


@then("{name:Person} should find nobody among the contacts")
def should_find_nobody(context: Context, name: str) -> None:
    """There is no contact at all; the sentence before says that somebody else has one."""
    context.world.assert_that(
        context.world.actor(name).sees.contacts.found(""), empty(), f"all contacts of {name}"
    )


@then("{name:Person} should find {visitor:Person} among the contacts")
def should_find(context: Context, name: str, visitor: str) -> None:
    """A visitor has become a contact, by name and address."""
    contacts, person = context.world.actor(name).sees.contacts, context.world.actor(visitor).person
    expected = only(contact_of(person.name, person.email))
    context.world.eventually(
        lambda: contacts.found(person.email), expected, f"{visitor} among {name}'s contacts"
    )


@then("within {limit:Seconds} seconds {name:Person} should find {visitor:Person} among the contacts")
def should_find_in_time(context: Context, limit: float, name: str, visitor: str) -> None:
    """A visitor has become a contact, no later than the sentence allows."""
    contacts, person = context.world.actor(name).sees.contacts, context.world.actor(visitor).person
    expected, whose = only(contact_of(person.name, person.email)), f"{visitor} among {name}'s contacts"
    context.world.eventually(lambda: contacts.found(person.email), expected, whose, limit)


@then("{name:Person} should know {visitor:Person} as {called:Quoted}")
def should_know_as(context: Context, name: str, visitor: str, called: str) -> None:
    """The contact of an address comes to bear this name."""
    contacts, email = context.world.actor(name).sees.contacts, context.world.actor(visitor).person.email
    expected = among(contact_of(called, email))
    context.world.eventually(lambda: contacts.found(email), expected, f"{visitor} among {name}'s contacts")


@then("{visitor:Person} should be tagged {tag:Quoted}")
def should_be_tagged(context: Context, visitor: str, tag: str) -> None:
    """The contact that a visitor became bears a tag."""
    contacts, email = context.world.owner.sees.contacts, context.world.actor(visitor).person.email
    context.world.eventually(lambda: contacts.found(email), among(tagged(tag)), f"the tags of {visitor}")


@then("{visitor:Person} should bear no tag but {tag:Quoted}")
def should_bear_only(context: Context, visitor: str, tag: str) -> None:
    """The contact bears one tag and no other; the sentence before says what was done."""
    contacts, email = context.world.owner.sees.contacts, context.world.actor(visitor).person.email
    context.world.assert_that(contacts.found(email), among(tagged_only(tag)), f"the tags of {visitor}")


@then("{visitor:Person}'s history should tell of signing up {times:Times} on {site:Quoted}")
def history_should_tell_of(context: Context, visitor: str, times: int, site: str) -> None:
    """Each sign-up of one day stands in the history of the one contact."""
    contacts, email = context.world.owner.sees.contacts, context.world.actor(visitor).person.email
    expected = only(signed_up_at(context.world.real(site), times, timedelta()))
    context.world.eventually(lambda: contacts.found(email), expected, f"the history of {visitor}")


@then("{visitor:Person}'s history should tell of signing up {times:Times} on {site:Quoted}, a day apart")
def history_should_tell(context: Context, visitor: str, times: int, site: str) -> None:
    """Each sign-up stands in the history of the one contact, with its day."""
    contacts, email = context.world.owner.sees.contacts, context.world.actor(visitor).person.email
    expected = only(signed_up_at(context.world.real(site), times, timedelta(days=1)))
    context.world.eventually(lambda: contacts.found(email), expected, f"the history of {visitor}")


@then("{name:Person} should know {visitor:Person} from {site:Quoted} alone")
def should_know_from(context: Context, name: str, visitor: str, site: str) -> None:
    """Somebody's own contact signed up once, there, and whatever the visitor did elsewhere is not told."""
    contacts, email = context.world.actor(name).sees.contacts, context.world.actor(visitor).person.email
    expected = only(known_from(context.world.real(site)))
    context.world.eventually(lambda: contacts.found(email), expected, f"{visitor} as {name} knows them")


@then("{name:Person} should have one contact")
def should_have_one_contact(context: Context, name: str) -> None:
    """Nobody else is in the workspace; the sentence before says that all sign-ups are through."""
    contacts = context.world.actor(name).sees.contacts
    context.world.eventually(lambda: contacts.found(""), has_length(1), f"all contacts of {name}")
