"""Workflows as their owner draws them."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to, has_properties

from support.builders import followed_by, live_site_that_welcomes
from support.builders_of_people import come_to_wait
from support.matchers import among
from support.matchers_of_words import following_version, marked, standing
from support.outcomes import done
from support.tables import column, records


@given("{name:Person} has published the site {site:Quoted} with a sign-up form that starts {workflow:Quoted}")
def has_published_with_form_that_starts(context: Context, name: str, site: str, workflow: str) -> None:
    """A live site whose form is connected."""
    live_site_that_welcomes(context.world.actor(name), site, workflow)


@given("{name:Person} has published the site {site:Quoted} with a sign-up form that starts the steps")
def has_published_with_form_that_starts_steps(context: Context, name: str, site: str) -> None:
    """A live site whose form starts the workflow "letters"; takes a table | step | says | words |."""
    followed_by(context.world.actor(name), site, records(context.table, "step", "says", "words"))


@given("{name:Person} has drawn the workflow {workflow:Quoted} of {site:Quoted}")
def has_drawn(context: Context, name: str, workflow: str, site: str) -> None:
    """A draft that nobody published; takes a table | step | says | words |, the words of mails."""
    steps = records(context.table, "step", "says", "words")
    context.world.actor(name).given.drawing.draw(site, workflow, steps)


@given("{name:Person} has the workflow {workflow:Quoted} of {site:Quoted} before her")
def has_before_her(context: Context, name: str, workflow: str, site: str) -> None:
    """What is changed later is changed of what was seen here."""
    context.world.actor(name).sees.drawing.see(site, workflow)


@given("{name:Person} has changed step {step:Count} of {workflow:Quoted} of {site:Quoted} to {words:Quoted}")
def has_changed_step(context: Context, name: str, step: int, workflow: str, site: str, words: str) -> None:
    """A draft that says something else than what is published."""
    context.world.actor(name).given.drawing.change(site, workflow, step, words)


@given("{name:Person}'s second machine has removed step {step:Count} of {workflow:Quoted} of {site:Quoted}")
def second_machine_removed_step(context: Context, name: str, step: int, workflow: str, site: str) -> None:
    """The same person did so elsewhere, and this machine does not know of it."""
    context.world.actor(name).arranges_elsewhere.drawing.remove(site, workflow, step)


@given("{name:Person} has published the workflow {workflow:Quoted} of {site:Quoted}")
def has_published_workflow(context: Context, name: str, workflow: str, site: str) -> None:
    """Runs follow what was drawn, before what matters."""
    context.world.actor(name).given.drawing.publish(site, workflow)


@given("{visitor:Person} waits in the workflow {workflow:Quoted} of {site:Quoted}")
def waits_in(context: Context, visitor: str, workflow: str, site: str) -> None:
    """A run stands still until something is due, before what matters."""
    given, email = context.world.owner.given.connecting, context.world.actor(visitor).person.email
    expected = among(standing(email, "waiting"))
    context.world.eventually(lambda: given.runs(site, workflow), expected, f"the runs of {workflow}")


@given("{visitor:Person} has come to wait in {workflow:Quoted} of {site:Quoted}")
def has_come_to_wait(context: Context, visitor: str, workflow: str, site: str) -> None:
    """Somebody signed up, and what follows stands still until something is due, before what matters."""
    come_to_wait(context.world, context.world.actor(visitor), site, workflow)


@when("{name:Person} draws the workflow {workflow:Quoted} of {site:Quoted}")
def draws(context: Context, name: str, workflow: str, site: str) -> None:
    """Begin a workflow and add its steps; takes a table | step | says | words |, the words of mails."""
    steps = records(context.table, "step", "says", "words")
    context.world.actor(name).acts.drawing.draw(site, workflow, steps)


@when("{name:Person} changes step {step:Count} of {workflow:Quoted} of {site:Quoted} to {words:Quoted}")
def changes_step(context: Context, name: str, step: int, workflow: str, site: str, words: str) -> None:
    """Let a step say something else first: another tag, another subject."""
    context.world.actor(name).acts.drawing.change(site, workflow, step, words)


@when("{name:Person} moves step {step:Count} of the workflow {workflow:Quoted} of {site:Quoted} up")
def moves_step_up(context: Context, name: str, step: int, workflow: str, site: str) -> None:
    """Put a step before the one that it follows."""
    context.world.actor(name).acts.drawing.move_up(site, workflow, step)


@when("{name:Person} removes step {step:Count} of the workflow {workflow:Quoted} of {site:Quoted}")
def removes_step(context: Context, name: str, step: int, workflow: str, site: str) -> None:
    """Take a step away."""
    context.world.actor(name).acts.drawing.remove(site, workflow, step)


@when("{name:Person} publishes the workflow {workflow:Quoted} of {site:Quoted}")
def publishes_workflow(context: Context, name: str, workflow: str, site: str) -> None:
    """Let whoever comes from now on meet the draft."""
    context.world.actor(name).acts.drawing.publish(site, workflow)


@when("{name:Person} goes back to version {version:Count} of the workflow {workflow:Quoted} of {site:Quoted}")
def goes_back(context: Context, name: str, version: int, workflow: str, site: str) -> None:
    """Let whoever comes from now on meet an earlier version."""
    context.world.actor(name).acts.drawing.go_back(site, workflow, version)


@then("the draft of the workflow {workflow:Quoted} of {site:Quoted} should have the steps")
def draft_should_have_steps(context: Context, workflow: str, site: str) -> None:
    """What is drawn, published or not; takes a table | step | says |."""
    drawn = context.world.owner.sees.drawing.drawn(site, workflow)
    steps = tuple(records(context.table, "step", "says"))
    context.world.assert_that(drawn, has_properties(steps=equal_to(steps)), f"the draft of {workflow}")


@then("version {version:Count} of the workflow {workflow:Quoted} of {site:Quoted} should be in force")
def version_should_be_in_force(context: Context, version: int, workflow: str, site: str) -> None:
    """The act before was done, and runs that begin now follow this version."""
    context.world.assert_that(context.world.outcome, done(), f"what was done to {workflow}")
    drawn = context.world.owner.sees.drawing.drawn(site, workflow)
    context.world.assert_that(drawn, following_version(version), f"what is published of {workflow}")


@then("version {version:Count} of the workflow {workflow:Quoted} of {site:Quoted} should still be in force")
def version_should_still_be_in_force(context: Context, version: int, workflow: str, site: str) -> None:
    """Runs follow this version as before; the sentence before says that something was tried."""
    drawn = context.world.owner.sees.drawing.drawn(site, workflow)
    context.world.assert_that(drawn, following_version(version), f"what is published of {workflow}")


@then("nothing of the workflow {workflow:Quoted} of {site:Quoted} should be in force")
def nothing_should_be_in_force(context: Context, workflow: str, site: str) -> None:
    """It was never published; the sentence before says that this was tried."""
    drawn = context.world.owner.sees.drawing.drawn(site, workflow)
    context.world.assert_that(drawn, following_version(0), f"what is published of {workflow}")


@then("step {step:Count} of the workflow {workflow:Quoted} of {site:Quoted} should be marked {words:Quoted}")
def step_should_be_marked(context: Context, step: int, workflow: str, site: str, words: str) -> None:
    """What a step lacks is told at the step, in words that begin so."""
    drawn = context.world.owner.sees.drawing.drawn(site, workflow)
    context.world.assert_that(drawn, marked(step, words), f"what {workflow} lacks")


@then("the draft of {workflow:Quoted} of {site:Quoted} should be told to differ by")
def draft_should_differ(context: Context, workflow: str, site: str) -> None:
    """What a draft has more or less than the version in force; takes a table | difference |."""
    drawn = context.world.owner.sees.drawing.drawn(site, workflow)
    expected = has_properties(differs=equal_to(tuple(column(context.table, "difference"))))
    context.world.assert_that(drawn, expected, f"how the draft of {workflow} differs")


@then("the form of {site:Quoted} should wait for its workflow to be published")
def should_wait(context: Context, site: str) -> None:
    """The form is joined to a workflow that nothing is published of, and it is said."""
    stands = context.world.owner.sees.connecting.stands(site)
    context.world.assert_that(stands, equal_to("waits"), f"how the form of {site} stands")


@then("within {limit:Seconds} seconds {name:Person} should be done with {workflow:Quoted} of {site:Quoted}")
def should_be_done_with(context: Context, limit: float, name: str, workflow: str, site: str) -> None:
    """A run has come to its end in time, and has done all that it was to do."""
    sees, email = context.world.owner.sees.connecting, context.world.actor(name).person.email
    expected = among(standing(email, "succeeded"))
    context.world.eventually(lambda: sees.runs(site, workflow), expected, f"the runs of {workflow}", limit)
