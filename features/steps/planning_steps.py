"""Workflows that would suit a form."""

from __future__ import annotations

from dataclasses import replace

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_exactly, contains_string, equal_to

from support.matchers import among
from support.matchers_of_words import a_choice_of, mail_saying
from support.outcomes import done


@given("{name:Person} has told the copywriter that {site:Quoted} is to bring {goal:Quoted}")
def has_told_goal(context: Context, name: str, site: str, goal: str) -> None:
    """A brief that was given once, whatever became of the words."""
    brief = replace(context.world.brief_of(name), goal=goal)
    context.world.actor(name).given.customising.ask(site, "Hero", brief)


@given("{name:Person} has taken the workflow {workflow:Quoted} that is suggested for {site:Quoted}")
def has_taken(context: Context, name: str, workflow: str, site: str) -> None:
    """A workflow that stands ready; no form starts it yet."""
    context.world.actor(name).given.planning.take(site, workflow)


@given("{name:Person} asks for {label:Quoted} no more on {site:Quoted}")
def asks_no_more(context: Context, name: str, label: str, site: str) -> None:
    """A field less on the site's form."""
    context.world.actor(name).given.planning.ask_no_more(site, label)


@when("{name:Person} asks which workflows would suit the form of {site:Quoted}")
def asks_which_suit(context: Context, name: str, site: str) -> None:
    """Have workflows suggested; nothing is made."""
    context.world.actor(name).acts.planning.look(site)


@when("{name:Person} takes the workflow {workflow:Quoted} that is suggested for {site:Quoted}")
def takes(context: Context, name: str, workflow: str, site: str) -> None:
    """Have one of the suggested workflows made."""
    context.world.actor(name).acts.planning.take(site, workflow)


@then("{name:Person} should be suggested {workflow:Quoted} first")
def should_be_suggested_first(context: Context, name: str, workflow: str) -> None:
    """The best of what is suggested."""
    context.world.assert_that(context.world.outcome, done(), "having workflows suggested")
    (first, _reason), *_ = context.world.actor(name).sees.planning.suited()
    context.world.assert_that(first, equal_to(workflow), f"what is suggested to {name} first")


@then("{name:Person} should have the choice of at least {many:Count} workflows with a reason each")
def should_have_choice_of(context: Context, name: str, many: int) -> None:
    """All that is suggested, each with a sentence that speaks for it."""
    suited = context.world.actor(name).sees.planning.suited()
    context.world.assert_that(suited, a_choice_of(many), f"what is suggested to {name}")


@then("the first reason should speak of {words:Quoted}")
def first_reason_should_speak_of(context: Context, words: str) -> None:
    """Why the best suits: what of the form or the goal speaks for it."""
    (_name, reason), *_ = context.world.owner.sees.planning.suited()
    context.world.assert_that(reason, contains_string(words), "the first reason")


@then("the workflows of {site:Quoted} should be {workflows:Several}")
def should_be_these(context: Context, site: str, workflows: tuple[str, ...]) -> None:
    """Whatever was suggested, a site has what somebody made."""
    names = context.world.owner.sees.planning.workflows(site)
    context.world.assert_that(names, contains_exactly(*workflows), f"the workflows of {site}")


@then("{visitor:Person} should get a mail {subject:Quoted} that says {words:Quoted}")
def should_get_mail_saying(context: Context, visitor: str, subject: str, words: str) -> None:
    """A mail arrives with such words in it."""
    address, inbox = context.world.actor(visitor).person.email, context.world.inbox
    expected = among(mail_saying(subject, words))
    context.world.eventually(lambda: inbox.mails(address), expected, f"the inbox of {visitor}")
