"""One person under two addresses."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import has_item, has_length

from support.builders_of_people import at_home, come_to_wait, under_other_address, welcomed_at_home


@given("{visitor:Person} has another address, under which she was welcomed on {site:Quoted}")
def has_other_address(context: Context, visitor: str, site: str) -> None:
    """The same person signed up under an address that differs by what stands behind a plus."""
    welcomed_at_home(context.world, visitor, site)


@given("{visitor:Person} has come to wait in {workflow:Quoted} of {site:Quoted} under her other address")
def has_come_to_wait_at_home(context: Context, visitor: str, workflow: str, site: str) -> None:
    """The same person signed up under the other address, and something is waited for, before what matters."""
    come_to_wait(context.world, under_other_address(context.world, visitor), site, workflow)


@given("{visitor:Person} has unsubscribed under her other address")
def has_unsubscribed_at_home(context: Context, visitor: str) -> None:
    """The same person ended the mails to the other address, by the link of the welcome."""
    under_other_address(context.world, visitor).given.reading.unsubscribe(f"Welcome, {visitor}")


@given("{visitor:Person} has called the mail {subject:Quoted} unwanted under her other address")
def has_called_unwanted_at_home(context: Context, visitor: str, subject: str) -> None:
    """The same person complained of a letter to the other address, before what matters."""
    under_other_address(context.world, visitor).given.returning.report(subject, "it is unwanted")


@when("{visitor:Person} unsubscribes under her other address")
def unsubscribes_at_home(context: Context, visitor: str) -> None:
    """End the mails to the other address, by the link of the welcome that went there."""
    under_other_address(context.world, visitor).acts.reading.unsubscribe(f"Welcome, {visitor}")


@given("{name:Person} has taken {visitor:Person}'s other address into {kept:Person}")
def has_taken_in(context: Context, name: str, visitor: str, kept: str) -> None:
    """Two contacts became one, before what matters."""
    kept_email, other = context.world.actor(kept).person.email, at_home(context.world.actor(visitor).person)
    context.world.actor(name).given.merging.merge(kept_email, other)


@when("{name:Person} looks for those who may be one person")
def looks_for_duplicates(context: Context, name: str) -> None:
    """Look at the contacts that may be one person each."""
    context.world.actor(name).acts.merging.likely()


@when("{name:Person} takes {visitor:Person}'s other address into {kept:Person}")
def takes_in(context: Context, name: str, visitor: str, kept: str) -> None:
    """Say that two contacts are one person; which of them stays is said last."""
    kept_email, other = context.world.actor(kept).person.email, at_home(context.world.actor(visitor).person)
    context.world.actor(name).acts.merging.merge(kept_email, other)


@when("{name:Person} takes {visitor:Person} into {kept:Person}")
def takes_into(context: Context, name: str, visitor: str, kept: str) -> None:
    """Say that two contacts are one person, by the addresses that one knows them by; it may be refused."""
    other, kept_email = context.world.actor(visitor).person.email, context.world.actor(kept).person.email
    context.world.actor(name).acts.merging.merge(kept_email, other)


@when("{visitor:Person} signs up on {site:Quoted} with her other address")
def signs_up_at_home(context: Context, visitor: str, site: str) -> None:
    """Fill in the other address, and send the form."""
    person = context.world.actor(visitor).person
    context.world.actor(visitor).acts.visiting.sign_up(site, person.name, at_home(person))


@then("{name:Person} should see that {visitor:Person} may be there twice")
def should_see_twice(context: Context, name: str, visitor: str) -> None:
    """Both addresses of a person are proposed as those of one."""
    person = context.world.actor(visitor).person
    expected = has_item(frozenset({person.email, at_home(person)}))
    context.world.assert_that(context.world.actor(name).sees.merging.likely(), expected, "who may be one")


@then("{name:Person} should have {many:Count} contacts")
def should_have_contacts(context: Context, name: str, many: int) -> None:
    """So many people are known, and nobody else."""
    contacts = context.world.actor(name).sees.contacts
    context.world.eventually(lambda: contacts.found(""), has_length(many), f"all contacts of {name}")
