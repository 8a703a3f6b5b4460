"""What became of runs of workflows, and what their owner does about them."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import empty, equal_to, has_length, only_contains

from support.matchers_of_runs import (
    at_step,
    begun_so_often,
    left_out,
    standing_so,
    the_first_more_often,
    told_as,
    with_what_it_was_given,
)
from support.overseeing import emails_of, run_of, states_of, tried_twice, tries_of
from support.tables import records


@given("the mail server answers as one that {way:Quoted}")
def mail_server_misbehaves(context: Context, way: str) -> None:
    """Somebody else answers in its place and takes no mail, until it is back or the scenario ends."""
    context.world.outages.misbehaves("mail server", way)


@given("{name:Person} has paused the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person}")
def has_paused(context: Context, name: str, workflow: str, site: str, visitor: str) -> None:
    """A run takes no further step, before what matters."""
    email = context.world.actor(visitor).person.email
    context.world.actor(name).given.overseeing.pause(site, workflow, email)


@given("{name:Person} has cancelled the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person}")
def has_cancelled(context: Context, name: str, workflow: str, site: str, visitor: str) -> None:
    """A run is over, before what matters."""
    email = context.world.actor(visitor).person.email
    context.world.actor(name).given.overseeing.cancel(site, workflow, email)


@given("the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person} has come to be {state:Quoted}")
def has_come_to_be(context: Context, workflow: str, site: str, visitor: str, state: str) -> None:
    """How a run stands before what matters."""
    given, email = context.world.owner.given.overseeing, context.world.actor(visitor).person.email
    told = run_of(given, site, workflow, email)
    context.world.eventually(told, standing_so(state), f"the run of {workflow} for {visitor}")


@given(
    "step {step:Count} of the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person} has come to be {state:Quoted}"  # noqa: E501 - editors read one string
)
def step_has_come_to_be(
    context: Context, step: int, workflow: str, site: str, visitor: str, state: str
) -> None:
    """How a step stands before what matters."""
    given, email = context.world.owner.given.overseeing, context.world.actor(visitor).person.email
    told = run_of(given, site, workflow, email)
    context.world.eventually(told, at_step(step, state, ""), f"the run of {workflow} for {visitor}")


@given("the letter {workflow:Quoted} of {site:Quoted} to {visitor:Person} is tried again")
def letter_tried_again(context: Context, workflow: str, site: str, visitor: str) -> None:
    """Somebody signed up, and a step meets a mail server that takes nothing for now, before what matters."""
    tried_twice(context.world, context.world.actor(visitor), site, workflow)


@given(
    "the letter in step {step:Count} of {workflow:Quoted} of {site:Quoted} to {visitor:Person} is on its way"
)
def letter_on_its_way(context: Context, step: int, workflow: str, site: str, visitor: str) -> None:
    """Somebody signed up, and the mail server is being told of the letter, before what matters."""
    person = context.world.actor(visitor).person
    context.world.actor(visitor).given.visiting.sign_up(site, person.name, person.email)
    told = run_of(context.world.owner.given.overseeing, site, workflow, person.email)
    context.world.eventually(told, at_step(step, "running", ""), f"the run of {workflow} for {visitor}")


@when("the mail server is back")
def mail_server_is_back(context: Context) -> None:
    """The mail server takes mail as before."""
    context.world.outages.back("mail server")


@when("{name:Person} looks at the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person}")
def looks_at_run(context: Context, name: str, workflow: str, site: str, visitor: str) -> None:
    """See what a workflow did for somebody."""
    email = context.world.actor(visitor).person.email
    context.world.actor(name).acts.overseeing.see(site, workflow, email)


@when("{name:Person} pauses the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person}")
def pauses(context: Context, name: str, workflow: str, site: str, visitor: str) -> None:
    """Let a run take no further step until it may go on."""
    email = context.world.actor(visitor).person.email
    context.world.actor(name).acts.overseeing.pause(site, workflow, email)


@when("{name:Person} lets the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person} go on")
def lets_go_on(context: Context, name: str, workflow: str, site: str, visitor: str) -> None:
    """Let a run go on that was paused."""
    email = context.world.actor(visitor).person.email
    context.world.actor(name).acts.overseeing.resume(site, workflow, email)


@when("{name:Person} cancels the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person}")
def cancels(context: Context, name: str, workflow: str, site: str, visitor: str) -> None:
    """Let a run take no further step, for good."""
    email = context.world.actor(visitor).person.email
    context.world.actor(name).acts.overseeing.cancel(site, workflow, email)


@when("{name:Person} tries the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person} again")
def tries_again(context: Context, name: str, workflow: str, site: str, visitor: str) -> None:
    """Let a run go on at the step that failed."""
    email = context.world.actor(visitor).person.email
    context.world.actor(name).acts.overseeing.retry(site, workflow, email)


@then("the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person} should be told as")
def should_be_told_as(context: Context, workflow: str, site: str, visitor: str) -> None:
    """All steps of a run as they stand; takes a table | step | state | did |."""
    expected = told_as(records(context.table, "step", "state", "did"))
    sees, email = context.world.owner.sees.overseeing, context.world.actor(visitor).person.email
    told = run_of(sees, site, workflow, email, naming=visitor)
    context.world.eventually(told, expected, f"the run of {workflow} for {visitor}")


@then("the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person} should be {state:Quoted}")
def should_be(context: Context, workflow: str, site: str, visitor: str, state: str) -> None:
    """A run comes to stand so."""
    sees, email = context.world.owner.sees.overseeing, context.world.actor(visitor).person.email
    told = run_of(sees, site, workflow, email)
    context.world.eventually(told, standing_so(state), f"the run of {workflow} for {visitor}")


@then("the run of {workflow:Quoted} of {site:Quoted} for {who:Person} should be left out as {why:Quoted}")
def should_be_left_out(context: Context, workflow: str, site: str, who: str, why: str) -> None:
    """A run did nothing for somebody, and says why in words that hold these."""
    sees, email = context.world.owner.sees.overseeing, context.world.actor(who).person.email
    told = run_of(sees, site, workflow, email)
    context.world.eventually(told, left_out(why), f"the run of {workflow} for {who}")


@then("step {step:Count} of the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person} should show")
def step_should_show(context: Context, step: int, workflow: str, site: str, visitor: str) -> None:
    """What a step was given; takes a table | given | as |."""
    expected = with_what_it_was_given(step, records(context.table, "given", "as"))
    sees, email = context.world.owner.sees.overseeing, context.world.actor(visitor).person.email
    told = run_of(sees, site, workflow, email, naming=visitor)
    context.world.assert_that(told(), expected, f"the run of {workflow} for {visitor}")


@then(
    "step {step:Count} of the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person} should be {state:Quoted} because of {words:Quoted}"  # noqa: E501 - editors read one string
)
def step_should_be(
    context: Context, step: int, workflow: str, site: str, visitor: str, state: str, words: str
) -> None:
    """A step comes to stand so, and says what it met in words that hold these."""
    sees, email = context.world.owner.sees.overseeing, context.world.actor(visitor).person.email
    told = run_of(sees, site, workflow, email)
    context.world.eventually(told, at_step(step, state, words), f"the run of {workflow} for {visitor}")


@then(
    "within {limit:Seconds} seconds the letter {workflow:Quoted} of {site:Quoted} to {one:Person} should be tried more often than that to {other:Person}"  # noqa: E501 - editors read one string
)
def should_be_tried_more_often(
    context: Context, limit: float, workflow: str, site: str, one: str, other: str
) -> None:
    """What began earlier is tried as often, at least, as long as it is tried at all."""
    first, second = context.world.actor(one).person.email, context.world.actor(other).person.email
    tries = tries_of(context.world.owner.sees.overseeing, site, workflow, first, second)
    context.world.eventually(
        tries, the_first_more_often(), f"how often letters of {workflow} are tried", limit
    )


@then(
    "step {step:Count} of the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person} should have been begun {times:Times}"  # noqa: E501 - editors read one string
)
def step_should_have_been_begun(
    context: Context, step: int, workflow: str, site: str, visitor: str, times: int
) -> None:
    """How often a step was begun, by what its run tells; the sentence before says that it is over."""
    sees, email = context.world.owner.sees.overseeing, context.world.actor(visitor).person.email
    told = sees.told(site, workflow, email)
    context.world.assert_that(told, begun_so_often(step, times), f"the run of {workflow} for {visitor}")


@given("the runs of {workflow:Quoted} of {site:Quoted} for {people:People} have come to be {state:Quoted}")
def runs_have_come_to_be(
    context: Context, workflow: str, site: str, people: tuple[str, ...], state: str
) -> None:
    """How the runs for some people stand before what matters."""
    emails = emails_of(context.world, people)
    states = states_of(context.world.owner.given.overseeing, site, workflow, emails)
    context.world.eventually(states, only_contains(equal_to(state)), f"the runs of {workflow}")


@when("{name:Person} tries all runs of {workflow:Quoted} of {site:Quoted} again")
def tries_all_again(context: Context, name: str, workflow: str, site: str) -> None:
    """Let every run go on that failed."""
    context.world.actor(name).acts.overseeing.to_all(site, workflow, "retry")


@when("{name:Person} lets all runs of {workflow:Quoted} of {site:Quoted} go on")
def lets_all_go_on(context: Context, name: str, workflow: str, site: str) -> None:
    """Let every run go on that was paused."""
    context.world.actor(name).acts.overseeing.to_all(site, workflow, "resume")


@when("{name:Person} pauses all runs of {workflow:Quoted} of {site:Quoted}")
def pauses_all(context: Context, name: str, workflow: str, site: str) -> None:
    """Let no run take a further step until it may go on."""
    context.world.actor(name).acts.overseeing.to_all(site, workflow, "pause")


@then("the runs of {workflow:Quoted} of {site:Quoted} for {people:People} should be {state:Quoted}")
def runs_should_be(context: Context, workflow: str, site: str, people: tuple[str, ...], state: str) -> None:
    """The runs for some people come to stand so."""
    emails = emails_of(context.world, people)
    states = states_of(context.world.owner.sees.overseeing, site, workflow, emails)
    context.world.eventually(states, only_contains(equal_to(state)), f"the runs of {workflow}")


@then("the runs of {workflow:Quoted} of {site:Quoted} that are {state:Quoted} should be {who:Person}'s alone")
def runs_should_be_alone(context: Context, workflow: str, site: str, state: str, who: str) -> None:
    """What is listed of one state is one person's; the sentence before says that there are others."""
    listed = context.world.owner.sees.overseeing.standing(site, workflow, state)
    email = context.world.actor(who).person.email
    context.world.assert_that(list(listed), equal_to([email]), f"the runs of {workflow} that are {state}")


@then("there should be {many:Count} run of {workflow:Quoted} of {site:Quoted}")
def should_be_runs(context: Context, many: int, workflow: str, site: str) -> None:
    """So many runs there are of a workflow, and no other; the sentence before says what they did."""
    runs = context.world.owner.sees.connecting.runs(site, workflow)
    context.world.assert_that(runs, has_length(many), f"the runs of {workflow}")


@then("nobody should have come into {workflow:Quoted} of {site:Quoted}")
def nobody_should_have_come(context: Context, workflow: str, site: str) -> None:
    """A workflow has no run at all; the sentence before says that what might have begun one is over."""
    runs = context.world.owner.sees.connecting.runs(site, workflow)
    context.world.assert_that(runs, empty(), f"the runs of {workflow}")
