"""Workflows and other systems, each telling the other."""

from __future__ import annotations

from behave import given, when
from behave.runner import Context

from support.matchers_of_runs import meeting
from support.overseeing import run_of, telling, told_by
from support.tables import records


@given("{owner:Person} has let {workflow:Quoted} of {site:Quoted} start with messages of {partner:Person}")
def has_let_start_with_messages(context: Context, owner: str, workflow: str, site: str, partner: str) -> None:
    """A workflow is in force that a partner knows the secret of; takes a table | step | says | words |."""
    steps = records(context.table, "step", "says", "words")
    told_by(context.world.actor(partner), context.world.actor(owner), site, workflow, steps)


@given("{owner:Person} has published the site {site:Quoted} with a sign-up form that tells {partner:Person}")
def has_published_with_form_that_tells(context: Context, owner: str, site: str, partner: str) -> None:
    """A live site whose form starts the workflow "letters", which tells a partner's receiver."""
    telling(context.world.actor(partner), context.world.actor(owner), site)


@given("the message of {workflow:Quoted} of {site:Quoted} about {visitor:Person} met {words:Quoted}")
def message_met(context: Context, workflow: str, site: str, visitor: str, words: str) -> None:
    """Somebody signed up, and a step meets a receiver that takes nothing for now, told in such words."""
    person = context.world.actor(visitor).person
    context.world.actor(visitor).given.visiting.sign_up(site, person.name, person.email)
    told = run_of(context.world.owner.given.overseeing, site, workflow, person.email)
    context.world.eventually(told, meeting(words), f"the run of {workflow} for {visitor}")


@when("{name:Person} lets {workflow:Quoted} of {site:Quoted} start with messages of other systems")
def lets_start_with_messages(context: Context, name: str, workflow: str, site: str) -> None:
    """Let a workflow start when another system sends a message that its secret signs."""
    context.world.actor(name).acts.starting.by_message(site, workflow)


@when("{partner:Person} tells a workflow of {visitor:Person}, {manner:Manner}")
def tells_of(context: Context, partner: str, visitor: str, manner: str) -> None:
    """A partner tells the workflow whose secret they know of somebody."""
    person = context.world.actor(visitor).person
    context.world.actor(partner).acts.doors.tell(person.name, person.email, manner)
