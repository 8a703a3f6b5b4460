"""Forms that ask for more than an address, and what visitors answer."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import is_not

from support.builders import published_with_field
from support.matchers import among, only, saying


@given(
    "{name:Person} has published the site {site:Quoted} with the choice {label:Quoted} of {options:Several}"
)
def has_published_with_choice(
    context: Context, name: str, site: str, label: str, options: tuple[str, ...]
) -> None:
    """A live site whose form lets visitors choose one of several."""
    published_with_field(context.world.actor(name), site, label, options)


@given("{name:Person} has published the site {site:Quoted} with the consent {label:Quoted}")
def has_published_with_consent(context: Context, name: str, site: str, label: str) -> None:
    """A live site whose form asks for a consent that nobody has to give."""
    published_with_field(context.world.actor(name), site, label, ())


@given(
    "{name:Person} has published the site {site:Quoted} that asks whom one brings, such as {friend:Person}"
)
def has_published_asking_whom(context: Context, name: str, site: str, friend: str) -> None:
    """A live site whose form lets visitors name somebody else by their address."""
    options = ("nobody", context.world.actor(friend).person.email)
    published_with_field(context.world.actor(name), site, "Bring a friend", options)


@given("{visitor:Person} has signed up on {site:Quoted} to bring {friend:Person}")
def has_signed_up_to_bring(context: Context, visitor: str, site: str, friend: str) -> None:
    """Somebody signed up and named somebody else by their address, before what matters."""
    person, brought = context.world.actor(visitor).person, context.world.actor(friend).person.email
    visiting = context.world.actor(visitor).given.visiting
    visiting.answer(site, {"Bring a friend": brought}, person.name, person.email)


@when("{visitor:Person} answers {answer:Quoted} to {label:Quoted} on {site:Quoted}")
def answers(context: Context, visitor: str, answer: str, label: str, site: str) -> None:
    """Sign up and answer one more question of the form."""
    person = context.world.actor(visitor).person
    visiting = context.world.actor(visitor).acts.visiting
    visiting.answer(site, {label: answer}, person.name, person.email)


@when("{visitor:Person} agrees to {label:Quoted} on {site:Quoted}")
def agrees(context: Context, visitor: str, label: str, site: str) -> None:
    """Sign up and give a consent that the form asks for."""
    person = context.world.actor(visitor).person
    visiting = context.world.actor(visitor).acts.visiting
    visiting.answer(site, {label: "yes"}, person.name, person.email)


@then("{name:Person} should have one submission to {site:Quoted} that says {words:Quoted}")
def should_have_submission_saying(context: Context, name: str, site: str, words: str) -> None:
    """The only submission of a site holds these words as one of its values."""
    submissions = context.world.actor(name).sees.connecting.submissions(site)
    context.world.assert_that(submissions, only(saying(words)), f"the submissions to {site}")


@then("no submission to {site:Quoted} should say {words:Quoted}")
def no_submission_should_say(context: Context, site: str, words: str) -> None:
    """None holds these words; the sentence before says that something was sent."""
    submissions = context.world.owner.sees.connecting.submissions(site)
    context.world.assert_that(submissions, is_not(among(saying(words))), f"the submissions to {site}")
