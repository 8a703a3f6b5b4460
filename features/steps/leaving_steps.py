"""Whether somebody gets mails, and what somebody agreed to."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context

from support.builders import live_site_asking
from support.builders_of_people import heard_agreeing
from support.matchers import only
from support.matchers_of_people import (
    getting_no_mails,
    holding,
    saying_of,
    telling,
)
from support.matchers_of_runs import standing_so
from support.overseeing import run_of


@given("{visitor:Person} has unsubscribed by the mail {subject:Quoted}")
def has_unsubscribed(context: Context, visitor: str, subject: str) -> None:
    """Somebody ended the mails, by the link of one, before what matters."""
    context.world.actor(visitor).given.reading.unsubscribe(subject)


@given("{visitor:Person} has subscribed again by the mail {subject:Quoted}")
def has_subscribed_again(context: Context, visitor: str, subject: str) -> None:
    """Somebody took back having unsubscribed, before what matters."""
    context.world.actor(visitor).given.reading.subscribe_again(subject)


@given("{visitor:Person} has signed up on {site:Quoted} to no avail")
def has_signed_up_to_no_avail(context: Context, visitor: str, site: str) -> None:
    """Somebody signed up, and the mail that was to welcome them was refused for good."""
    person = context.world.actor(visitor).person
    context.world.actor(visitor).given.visiting.sign_up(site, person.name, person.email)
    told = run_of(context.world.owner.given.overseeing, site, "welcome", person.email)
    context.world.eventually(told, standing_so("failed"), f"the welcome of {visitor}")


@given("{name:Person} has a live site {site:Quoted} that asks visitors to agree to {label:Quoted}")
def has_site_asking(context: Context, name: str, site: str, label: str) -> None:
    """A live site whose form starts a workflow, and asks for a consent that nobody has to give."""
    live_site_asking(context.world.actor(name), site, label)


@given("{visitor:Person} has agreed to {label:Quoted} on {site:Quoted}")
def has_agreed(context: Context, visitor: str, label: str, site: str) -> None:
    """Somebody signed up and agreed, before what matters."""
    person = context.world.actor(visitor).person
    context.world.actor(visitor).given.visiting.answer(site, {label: "yes"}, person.name, person.email)


@given("{visitor:Person} has come to agree to {label:Quoted} on {site:Quoted}")
def has_come_to_agree(context: Context, visitor: str, label: str, site: str) -> None:
    """Somebody signed up and agreed, and that is known by now, before what matters."""
    heard_agreeing(context.world, visitor, site, label, "agreed")


@given("{visitor:Person} has come to leave {label:Quoted} open on {site:Quoted}")
def has_come_to_leave_open(context: Context, visitor: str, label: str, site: str) -> None:
    """Somebody signed up without agreeing, and that is known by now, before what matters."""
    heard_agreeing(context.world, visitor, site, label, "did not agree")


@when("{visitor:Person} unsubscribes by the mail {subject:Quoted}")
def unsubscribes(context: Context, visitor: str, subject: str) -> None:
    """End the mails by the link of one, on the page that it leads to."""
    context.world.actor(visitor).acts.reading.unsubscribe(subject)


@when("{visitor:Person}'s mail program unsubscribes by the mail {subject:Quoted}")
def mail_program_unsubscribes(context: Context, visitor: str, subject: str) -> None:
    """End the mails by what the mail program shows above the letter, without a page."""
    context.world.actor(visitor).acts.reading.unsubscribe_in_one_go(subject)


@then("{name:Person} should know that mails to {visitor:Person} have ended: {why:Quoted}")
def should_know_no_mails(context: Context, name: str, visitor: str, why: str) -> None:
    """The contact comes to be known as one that gets no mails, for this reason."""
    contacts, email = context.world.actor(name).sees.contacts, context.world.actor(visitor).person.email
    expected = only(getting_no_mails(why))
    context.world.eventually(lambda: contacts.found(email), expected, f"{visitor} as {name} knows them")


@then("{name:Person} should know that {visitor:Person} {said:Quoted} to {words:Quoted}")
def should_know_what_was_said(context: Context, name: str, visitor: str, said: str, words: str) -> None:
    """What somebody said to a consent is kept with the contact, word for word."""
    contacts, email = context.world.actor(name).sees.contacts, context.world.actor(visitor).person.email
    expected = only(saying_of(said, words))
    context.world.eventually(lambda: contacts.found(email), expected, f"{visitor} as {name} knows them")


@then("{visitor:Person}'s history should tell {times:Times} that {words:Quoted}")
def history_should_tell_times(context: Context, visitor: str, times: int, words: str) -> None:
    """The history of the contact holds these words so many times."""
    contacts, email = context.world.owner.sees.contacts, context.world.actor(visitor).person.email
    expected = only(telling(words, times))
    context.world.eventually(lambda: contacts.found(email), expected, f"the history of {visitor}")


@given("{visitor:Person} has confirmed by the mail {subject:Quoted}")
def has_confirmed(context: Context, visitor: str, subject: str) -> None:
    """Somebody said by a mail that the address is theirs, before what matters."""
    context.world.actor(visitor).given.reading.confirm(subject)


@when("{visitor:Person} confirms by the mail {subject:Quoted}")
def confirms(context: Context, visitor: str, subject: str) -> None:
    """Press the button of a mail, and say on its page that the address is one's own."""
    context.world.memory.read = context.world.actor(visitor).acts.reading.confirm(subject) or ()


@then("the page should say {words:Quoted}")
def page_should_say(context: Context, words: str) -> None:
    """What somebody has just done is answered on a page that holds these words."""
    context.world.assert_that(context.world.memory.read, holding(words), "what the page says")
