"""What time it is where, time that passes, and waiting for somebody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from behave import given, then, when
from behave.runner import Context

from support.clocks import evening_before_change, next_time
from support.matchers import among
from support.matchers_of_runs import having_done, waiting_until
from support.matchers_of_words import titled
from support.overseeing import run_of, waiting_for_button, waiting_for_friends


@given("{name:Person} has let workflows of {site:Quoted} go by the clocks of {zone:Quoted}")
def has_let_go_by(context: Context, name: str, site: str, zone: str) -> None:
    """Days and times of a site's workflows are those that clocks show there, before what matters."""
    context.world.actor(name).given.starting.go_by(site, zone)


@given("it is {hour:Hour} on the evening before clocks go {ahead:Ahead} in {zone:Quoted}")
def it_is_evening_before(context: Context, hour: int, ahead: int, zone: str) -> None:
    """The next such evening there comes at once, in every workspace of the scenario."""
    now = datetime.now(UTC)
    context.world.pass_time(evening_before_change(zone, ahead, hour, now) - now)


@given("it is {hour:Hour} in {zone:Quoted}")
def it_is(context: Context, hour: int, zone: str) -> None:
    """The next such hour there comes at once, in every workspace of the scenario."""
    now = datetime.now(UTC)
    context.world.pass_time(next_time(zone, hour, now) - now)


@given("{owner:Person} has published the site {site:Quoted} with a sign-up form that waits for friends")
def has_published_with_form_that_waits(context: Context, owner: str, site: str) -> None:
    """A live site whose form starts "letters": it waits three days whether somebody is tagged friend."""
    waiting_for_friends(context.world.actor(owner), site)


@given("{owner:Person} has published the site {site:Quoted} with a sign-up form that waits for followers")
def has_published_with_form_that_waits_for_mail(context: Context, owner: str, site: str) -> None:
    """A live site whose form starts "letters": it waits three days whether a mail's button is pressed."""
    waiting_for_button(context.world.actor(owner), site)


@when("{hours:Count} hours pass")
def hours_pass(context: Context, hours: int) -> None:
    """Hours go by in every workspace of the scenario, and that is what matters."""
    context.world.pass_time(timedelta(hours=hours))


@when("{name:Person} lets workflows of {site:Quoted} go by the clocks of {zone:Quoted}")
def lets_go_by(context: Context, name: str, site: str, zone: str) -> None:
    """Choose where the clocks are that a site's workflows go by."""
    context.world.actor(name).acts.starting.go_by(site, zone)


@then(
    "step {step:Count} of the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person} should tell {words:Quoted}"  # noqa: E501 - editors read one string
)
def step_should_tell(context: Context, step: int, workflow: str, site: str, visitor: str, words: str) -> None:
    """What a step did is told in words that hold these; the sentence before says that it is over."""
    sees, email = context.world.owner.sees.overseeing, context.world.actor(visitor).person.email
    told = sees.told(site, workflow, email)
    context.world.assert_that(told, having_done(step, words), f"the run of {workflow} for {visitor}")


@then(
    "step {step:Count} of the run of {workflow:Quoted} of {site:Quoted} for {visitor:Person} should come to tell {words:Quoted}"  # noqa: E501 - editors read one string
)
def step_should_come_to_tell(
    context: Context, step: int, workflow: str, site: str, visitor: str, words: str
) -> None:
    """A step does something in the end, and it is told in words that hold these."""
    sees, email = context.world.owner.sees.overseeing, context.world.actor(visitor).person.email
    told, reason = run_of(sees, site, workflow, email), f"the run of {workflow} for {visitor}"
    context.world.eventually(told, having_done(step, words), reason, within=60)


@then(
    "within {limit:Seconds} seconds {visitor:Person} should wait in {workflow:Quoted} of {site:Quoted} until {time:Quoted}"  # noqa: E501 - editors read one string
)
def should_wait_until(
    context: Context, limit: float, visitor: str, workflow: str, site: str, time: str
) -> None:
    """A run comes to stand still until a time of day, as clocks show it where the site is."""
    sees, email = context.world.owner.sees.overseeing, context.world.actor(visitor).person.email
    told = run_of(sees, site, workflow, email)
    context.world.eventually(told, waiting_until(time), f"the run of {workflow} for {visitor}", limit)


@given("{many:Count} days have passed until {visitor:Person} got the mail {subject:Quoted}")
def days_passed_until_mail(context: Context, many: int, visitor: str, subject: str) -> None:
    """Time went by, and a mail came by that, before what matters."""
    address, inbox = context.world.actor(visitor).person.email, context.world.inbox
    context.world.pass_time(timedelta(days=many))
    context.world.eventually(lambda: inbox.mails(address), among(titled(subject)), "the inbox", 60)
