"""How far people go on a live site, and what programs tell of it."""

from __future__ import annotations

from datetime import timedelta

from behave import given, then, when
from behave.runner import Context

from support import matchers_of_insights as matching
from support.builders_of_insights import figures_of, told_of


@given("{name:Person}'s program has told of the event {event:Quoted} of {site:Quoted} as {own:Quoted}")
def has_told(context: Context, name: str, event: str, site: str, own: str) -> None:
    """A program told of something that happened elsewhere, before what matters."""
    context.world.actor(name).given.counting.tell(site, {"id": own, "name": event})


@given("{name:Person} has looked at what came of {site:Quoted}")
def has_looked(context: Context, name: str, site: str) -> None:
    """Somebody read the figures, so that days which are over were reckoned, before what matters."""
    context.world.actor(name).given.counting.look(site)


@given("{visitor:Person} has begun the form of {site:Quoted}")
def has_begun(context: Context, visitor: str, site: str) -> None:
    """Somebody began to fill in a form, and left it there, before what matters."""
    context.world.actor(visitor).given.coming.begin(site)


@when("{visitor:Person} begins the form of {site:Quoted}")
def begins(context: Context, visitor: str, site: str) -> None:
    """Begin to fill in the form, and leave it there."""
    context.world.actor(visitor).acts.coming.begin(site)


@when("{visitor:Person}'s program makes up that the form of {site:Quoted} was begun")
def makes_up(context: Context, visitor: str, site: str) -> None:
    """Tell of a begun form with a token that no page holds."""
    context.world.actor(visitor).acts.coming.begin_by_forgery(site)


@when("{name:Person} looks at {site:Quoted} from the builder")
def looks_from_builder(context: Context, name: str, site: str) -> None:
    """Look at a live site by the address that those who work on it are shown."""
    context.world.actor(name).acts.coming.look_as_own(site)


@when("{name:Person}'s program tells of the event {event:Quoted} of {site:Quoted} as {own:Quoted}")
def tells(context: Context, name: str, event: str, site: str, own: str) -> None:
    """Tell of something that happened elsewhere."""
    context.world.actor(name).acts.counting.tell(site, {"id": own, "name": event})


@when("{name:Person}'s program tells of the event {event:Quoted} of {site:Quoted} {days:Count} days late")
def tells_late(context: Context, name: str, event: str, site: str, days: int) -> None:
    """Tell of something that happened so many days ago; it may be refused."""
    told = told_of(context.world, event, -timedelta(days=days))
    context.world.actor(name).acts.counting.tell(site, told)


@when("{name:Person}'s program tells of the event {event:Quoted} of {site:Quoted} {days:Count} days ahead")
def tells_ahead(context: Context, name: str, event: str, site: str, days: int) -> None:
    """Tell of something that is yet to come; it may be refused."""
    told = told_of(context.world, event, timedelta(days=days))
    context.world.actor(name).acts.counting.tell(site, told)


@then("within {limit:Limit} {name:Person} should read that {many:Count} forms of {site:Quoted} were begun")
def should_read_begun(context: Context, limit: float, name: str, many: int, site: str) -> None:
    """So many forms were begun, be they sent or not."""
    told = figures_of(context.world.actor(name), site)
    context.world.eventually(told, matching.begun(many), f"what came of {site}", limit)


@then("within {limit:Limit} {name:Person} should read of {site:Quoted} how far people went")
def should_read_how_far(context: Context, limit: float, name: str, site: str) -> None:
    """How many went how far, the first stage first; takes a table | stage | many |."""
    told = figures_of(context.world.actor(name), site)
    context.world.eventually(told, matching.went(context.table), f"how far people went on {site}", limit)


@then(
    "within {limit:Limit} {name:Person} should read that {event:Quoted} of {site:Quoted} happened {often:Times}"  # noqa: E501 - editors read one string
)
def should_read_happened(
    context: Context, limit: float, name: str, event: str, site: str, often: int
) -> None:
    """What programs told by this name is counted so often, and nothing else was told."""
    told = figures_of(context.world.actor(name), site)
    context.world.eventually(told, matching.happened(event, often), f"what came of {site}", limit)


@then(
    "within {limit:Limit} {name:Person} should read that {many:Count} of {site:Quoted} went as far as {stage:Quoted}"  # noqa: E501 - editors read one string
)
def should_read_went(context: Context, limit: float, name: str, many: int, site: str, stage: str) -> None:
    """So many went so far, or farther."""
    told = figures_of(context.world.actor(name), site)
    context.world.eventually(told, matching.went_as_far(stage, many), f"how far people went on {site}", limit)
