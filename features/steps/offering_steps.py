"""What there is to start from: found, and looked at before anything is begun."""

from __future__ import annotations

from functools import partial

from behave import then, when
from behave.runner import Context
from hamcrest import contains_exactly, empty, is_


@when("{name:Person} looks for a template with the words {words:Quoted}")
def looks_for_template(context: Context, name: str, words: str) -> None:
    """Look among all templates for those that say each of the words."""
    context.world.actor(name).acts.offering.look_for(words)


@when("{name:Person} looks at the templates for {kind:Quoted}")
def looks_at_kind(context: Context, name: str, kind: str) -> None:
    """Look at what there is of one kind."""
    context.world.actor(name).acts.offering.look_among(kind)


@when("{name:Person} looks at the template {template:Quoted}")
def looks_at_template(context: Context, name: str, template: str) -> None:
    """Look at one, and begin nothing."""
    context.world.actor(name).acts.offering.look_at(template)


@then("{name:Person} should be offered the template {template:Quoted} alone")
def should_be_offered_alone(context: Context, name: str, template: str) -> None:
    """What was found, and nothing beside it."""
    found = context.world.actor(name).sees.offering.found()
    context.world.assert_that(found, contains_exactly(template), f"the templates that {name} is offered")


@then("{name:Person} should be offered the templates {templates:Several}")
def should_be_offered(context: Context, name: str, templates: tuple[str, ...]) -> None:
    """What was found, in the order in which it is offered."""
    found = context.world.actor(name).sees.offering.found()
    context.world.assert_that(found, contains_exactly(*templates), f"the templates that {name} is offered")


@then("{name:Person} should read there {words:Quoted}")
def should_read_there(context: Context, name: str, words: str) -> None:
    """A heading of the template that somebody looks at, as visitors would have it."""
    reads = partial(context.world.actor(name).sees.offering.reads, words)
    context.world.eventually(reads, is_(True), f"whether {name} reads “{words}” there", 5.0)


@then("{name:Person} should have no site")
def should_have_no_site(context: Context, name: str) -> None:
    """Nothing was begun."""
    context.world.assert_that(context.world.actor(name).sees.sites.names(), empty(), f"the sites of {name}")
