"""Forms, the workflows they start, and what came of it."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import empty, equal_to, none

from support.builders import wired
from support.matchers import among, only, passed_over, sent
from support.matchers_of_runs import a_sample
from support.tables import column


@given("{name:Person} has connected the form of {site:Quoted} to the workflow {workflow:Quoted}")
def has_connected(context: Context, name: str, site: str, workflow: str) -> None:
    """The connection stands before what matters."""
    context.world.actor(name).given.connecting.connect(site, workflow)


@given("{name:Person} has put a sign-up form that starts {workflow:Quoted} on {site:Quoted}")
def has_put_wired_form(context: Context, name: str, workflow: str, site: str) -> None:
    """A draft with a form, and what its form starts."""
    wired(context.world.actor(name), site, workflow)


@when("{name:Person} looks at the form of {site:Quoted}")
def looks_at_form(context: Context, name: str, site: str) -> None:
    """See how a form stands and which workflows it could start; nothing is chosen yet."""
    context.world.actor(name).acts.connecting.look(site)


@given("{name:Person} has let {workflow:Quoted} take names from {label:Quoted} on {site:Quoted}")
def has_let_take_names(context: Context, name: str, workflow: str, label: str, site: str) -> None:
    """The site's form was joined to a workflow so, before what matters."""
    context.world.actor(name).given.connecting.take_names_from(site, workflow, label)


@when("{name:Person} lets {workflow:Quoted} take names from {label:Quoted} on {site:Quoted}")
def takes_names_from(context: Context, name: str, workflow: str, label: str, site: str) -> None:
    """Join the site's form to a workflow, with the answers to a question as names of contacts."""
    context.world.actor(name).acts.connecting.take_names_from(site, workflow, label)


@when("{name:Person} connects the form of {site:Quoted} to the workflow {workflow:Quoted}")
def connects(context: Context, name: str, site: str, workflow: str) -> None:
    """Join the site's form to a workflow."""
    context.world.actor(name).acts.connecting.connect(site, workflow)


@then("the form of {site:Quoted} should be connected to nothing")
def should_be_connected_to_nothing(context: Context, site: str) -> None:
    """No workflow starts when the form is sent."""
    context.world.assert_that(
        context.world.owner.sees.connecting.connected_to(site), none(), f"what the form of {site} starts"
    )


@then("the workflow {workflow:Quoted} of {site:Quoted} should show the steps")
def should_show_steps(context: Context, workflow: str, site: str) -> None:
    """What a workflow does, in its owner's words; takes a table | step |."""
    steps = context.world.owner.sees.connecting.steps(site, workflow)
    context.world.assert_that(
        list(steps), equal_to(list(column(context.table, "step"))), f"the steps of {workflow}"
    )


@then("{name:Person} should have one submission from {visitor:Person} to {site:Quoted}, sent {times:Times}")
def should_have_submission(context: Context, name: str, visitor: str, site: str, times: int) -> None:
    """The only submission of a site, whose it is, and how often it arrived."""
    submissions = context.world.actor(name).sees.connecting.submissions(site)
    email = context.world.actor(visitor).person.email
    context.world.assert_that(submissions, only(sent(email, times)), f"the submissions to {site}")


@then("{name:Person} should have no submission to {site:Quoted}")
def should_have_no_submission(context: Context, name: str, site: str) -> None:
    """Nothing was kept; the sentence before says that something was tried."""
    context.world.assert_that(
        context.world.actor(name).sees.connecting.submissions(site), empty(), f"the submissions to {site}"
    )


@then(
    "the newest run of {workflow:Quoted} of {site:Quoted} should have ended for {who:Person} as {why:Quoted}"
)
def newest_run_should_have_ended(context: Context, workflow: str, site: str, who: str, why: str) -> None:
    """The newest run did nothing for somebody, visibly, and says why."""
    sees, email = context.world.owner.sees.connecting, context.world.actor(who).person.email
    expected = among(passed_over(email, why))
    context.world.eventually(lambda: sees.runs(site, workflow)[:1], expected, f"the newest run of {workflow}")


@given("{name:Person} has tried the form of {site:Quoted} out")
def has_tried_out(context: Context, name: str, site: str) -> None:
    """A sample was sent through the form, before what matters."""
    context.world.actor(name).given.sampling.try_out(site)


@when("{name:Person} tries the form of {site:Quoted} out")
def tries_out(context: Context, name: str, site: str) -> None:
    """Send a sample through the form, to see what visitors would get."""
    context.world.actor(name).acts.sampling.try_out(site)


@then("the run of {workflow:Quoted} of {site:Quoted} for {who:Person} should be marked as a sample")
def should_be_a_sample(context: Context, workflow: str, site: str, who: str) -> None:
    """The newest run for somebody says that it was tried out."""
    sees, email = context.world.owner.sees.overseeing, context.world.actor(who).person.email
    context.world.assert_that(
        sees.told(site, workflow, email), a_sample(), f"the run of {workflow} for {who}"
    )
