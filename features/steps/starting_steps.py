"""What starts workflows."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context

from support.matchers_of_words import so_many_titled
from support.overseeing import started_by
from support.tables import records


@given("{name:Person} has let {workflow:Quoted} of {site:Quoted} start with the tag {tag:Quoted}, each time")
def has_let_start_with_tag(context: Context, name: str, workflow: str, site: str, tag: str) -> None:
    """A workflow is in force that a tag starts; takes a table | step | says | words |, the words of mails."""
    steps = records(context.table, "step", "says", "words")
    started_by(context.world.actor(name), site, workflow, tag, steps)


@given("{name:Person} has let {workflow:Quoted} of {site:Quoted} take somebody each time")
def has_let_take_each_time(context: Context, name: str, workflow: str, site: str) -> None:
    """A draft that takes somebody again, before what matters."""
    context.world.actor(name).given.starting.each_time(site, workflow)


@given("{name:Person} has let {workflow:Quoted} of {site:Quoted} start with the tag {tag:Quoted}")
def has_let_start(context: Context, name: str, workflow: str, site: str, tag: str) -> None:
    """A draft that a tag starts, before what matters."""
    context.world.actor(name).given.starting.by_tag(site, workflow, tag)


@when("{name:Person} lets {workflow:Quoted} of {site:Quoted} start with the tag {tag:Quoted}")
def lets_start(context: Context, name: str, workflow: str, site: str, tag: str) -> None:
    """Let a workflow start when a contact gets a tag."""
    context.world.actor(name).acts.starting.by_tag(site, workflow, tag)


@when("{name:Person} lets {workflow:Quoted} of {site:Quoted} take somebody each time")
def lets_take_each_time(context: Context, name: str, workflow: str, site: str) -> None:
    """Let a workflow take somebody again who went through it."""
    context.world.actor(name).acts.starting.each_time(site, workflow)


@then("within {limit:Seconds} seconds {visitor:Person} should have {many:Count} mails {subject:Quoted}")
def should_have_so_many_mails(context: Context, limit: float, visitor: str, many: int, subject: str) -> None:
    """So many mails come to be in somebody's inbox, and no other."""
    address, inbox = context.world.actor(visitor).person.email, context.world.inbox
    expected = so_many_titled(many, subject, naming=visitor)
    context.world.eventually(lambda: inbox.mails(address), expected, f"the inbox of {visitor}", limit)
