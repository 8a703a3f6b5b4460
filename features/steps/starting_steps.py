"""What starts workflows."""

from __future__ import annotations

from datetime import UTC, datetime

from behave import given, then, when
from behave.runner import Context

from support.clocks import day_ahead
from support.matchers_of_words import said_broken, so_many_titled, starting_when
from support.overseeing import TAGGED, done_by, on_day, started_by
from support.tables import records


@given("{name:Person} has let {workflow:Quoted} of {site:Quoted} start with the tag {tag:Quoted}, each time")
def has_let_start_each_time(context: Context, name: str, workflow: str, site: str, tag: str) -> None:
    """A workflow is in force that a tag starts; takes a table | step | says | words |, the words of mails."""
    steps = records(context.table, "step", "says", "words")
    done_by(context.world.actor(name), site, workflow, TAGGED, tag, steps)


@given("{name:Person} has let {workflow:Quoted} of {site:Quoted} start with the tag {tag:Quoted}, once")
def has_let_start_once(context: Context, name: str, workflow: str, site: str, tag: str) -> None:
    """A workflow is in force that takes somebody once; takes a table | step | says | words |."""
    steps = records(context.table, "step", "says", "words")
    started_by(context.world.actor(name), site, workflow, tag, steps)


@given("{name:Person} has let {workflow:Quoted} of {site:Quoted} take somebody once only, in force")
def has_let_take_once(context: Context, name: str, workflow: str, site: str) -> None:
    """A workflow takes nobody again, from a version on that is in force."""
    given = context.world.actor(name).given
    given.starting.once_only(site, workflow)
    given.drawing.publish(site, workflow)


@given("{name:Person} has let {workflow:Quoted} of {site:Quoted} take somebody each time")
def has_let_take_each_time(context: Context, name: str, workflow: str, site: str) -> None:
    """A draft that takes somebody again, before what matters."""
    context.world.actor(name).given.starting.each_time(site, workflow)


@given("{name:Person} has let {workflow:Quoted} of {site:Quoted} start with the tag {tag:Quoted}")
def has_let_start(context: Context, name: str, workflow: str, site: str, tag: str) -> None:
    """A draft that a tag starts, before what matters."""
    context.world.actor(name).given.starting.by_deed(site, workflow, TAGGED, tag)


@given(
    "{name:Person} has let {workflow:Quoted} of {site:Quoted} start when a contact {deed:Deed} {of:Quoted}"
)
def has_let_start_when(context: Context, name: str, workflow: str, site: str, deed: str, of: str) -> None:
    """A workflow is in force that a deed starts, each time; takes a table | step | says | words |."""
    steps = records(context.table, "step", "says", "words")
    done_by(context.world.actor(name), site, workflow, deed, of, steps)


@when("{name:Person} lets {workflow:Quoted} of {site:Quoted} start when a contact {deed:Deed} {of:Quoted}")
def lets_start_when(context: Context, name: str, workflow: str, site: str, deed: str, of: str) -> None:
    """Let a workflow start when a contact does something, or has it done."""
    context.world.actor(name).acts.starting.by_deed(site, workflow, deed, of)


@given(
    "{name:Person} has let {workflow:Quoted} of {site:Quoted} start in {days:Count} days for the list {called:Quoted}"  # noqa: E501 - editors read one string
)
def has_let_start_in_days(
    context: Context, name: str, workflow: str, site: str, days: int, called: str
) -> None:
    """A workflow is in force that a day to come starts; takes a table | step | says | words |."""
    at, steps = day_ahead(days, datetime.now(UTC)), records(context.table, "step", "says", "words")
    on_day(context.world.actor(name), site, workflow, called, at, steps)


@given(
    "{name:Person} has let {workflow:Quoted} of {site:Quoted} start on {at:Moment} for the list {called:Quoted}"  # noqa: E501 - editors read one string
)
def has_let_start_on(
    context: Context, name: str, workflow: str, site: str, at: datetime, called: str
) -> None:
    """A draft that a day starts, before what matters."""
    context.world.actor(name).given.starting.by_day(site, workflow, called, at)


@when(
    "{name:Person} lets {workflow:Quoted} of {site:Quoted} start on {at:Moment} for the list {called:Quoted}"
)
def lets_start_on(context: Context, name: str, workflow: str, site: str, at: datetime, called: str) -> None:
    """Let a workflow start on a day, as clocks show it where the site is, for those on a list."""
    context.world.actor(name).acts.starting.by_day(site, workflow, called, at)


@when("{name:Person} lets {workflow:Quoted} of {site:Quoted} start with the tag {tag:Quoted}")
def lets_start(context: Context, name: str, workflow: str, site: str, tag: str) -> None:
    """Let a workflow start when a contact gets a tag."""
    context.world.actor(name).acts.starting.by_deed(site, workflow, TAGGED, tag)


@when("{name:Person} lets {workflow:Quoted} of {site:Quoted} take somebody each time")
def lets_take_each_time(context: Context, name: str, workflow: str, site: str) -> None:
    """Let a workflow take somebody again who went through it."""
    context.world.actor(name).acts.starting.each_time(site, workflow)


@given("{name:Person} has removed the workflow {workflow:Quoted} of {site:Quoted}")
def has_removed_workflow(context: Context, name: str, workflow: str, site: str) -> None:
    """A workflow is gone, before what matters."""
    context.world.actor(name).given.starting.remove(site, workflow)


@when("{name:Person} removes the workflow {workflow:Quoted} of {site:Quoted}")
def removes_workflow(context: Context, name: str, workflow: str, site: str) -> None:
    """Take a workflow away."""
    context.world.actor(name).acts.starting.remove(site, workflow)


@then("the workflow {workflow:Quoted} of {site:Quoted} should start when {what:Quoted}")
def should_start_when(context: Context, workflow: str, site: str, what: str) -> None:
    """What starts the version in force, in its owner's words; the sentence before says that there is one."""
    drawn = context.world.owner.sees.drawing.drawn(site, workflow)
    context.world.assert_that(drawn, starting_when(what), f"what starts {workflow}")


@then("the form of {site:Quoted} should be broken because {why:Quoted}")
def should_be_broken(context: Context, site: str, why: str) -> None:
    """The form starts nothing any more, and it is said why in words that hold these."""
    stands = context.world.owner.sees.connecting.stands(site)
    context.world.assert_that(stands, said_broken(why), f"how the form of {site} stands")


@then("within {limit:Seconds} seconds {visitor:Person} should have {many:Count} mails {subject:Quoted}")
def should_have_so_many_mails(context: Context, limit: float, visitor: str, many: int, subject: str) -> None:
    """So many mails come to be in somebody's inbox, and no other."""
    address, inbox = context.world.actor(visitor).person.email, context.world.inbox
    expected = so_many_titled(many, subject, naming=visitor)
    context.world.eventually(lambda: inbox.mails(address), expected, f"the inbox of {visitor}", limit)
