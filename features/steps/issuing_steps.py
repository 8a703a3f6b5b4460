"""Publishing again and again, together and through bad days."""

from __future__ import annotations

from behave import then, when
from behave.runner import Context

from support.matchers_of_histories import unharmed
from support.publishing_again import published_at_once, published_through
from support.racing import judged


@when("{people:People} publish {many:Count} headlines of {site:Quoted} at once, while visitors read")
def publish_at_once(context: Context, people: tuple[str, ...], many: int, site: str) -> None:
    """Each publishes a share of so many, and waits for nobody; somebody reads all the while."""
    published_at_once(context.world, people, site, many)


@when('{name:Person} publishes {site:Quoted} again and again, while the part "{part:Part}" {trouble:Trouble}')
def publishes_through(context: Context, name: str, site: str, part: str, trouble: str) -> None:
    """Each time with another headline, before, during and after; somebody reads all the while."""
    published_through(context.world, context.world.actor(name), site, part, trouble)


@then("nothing that was called published should be lost")
def nothing_published_should_be_lost(context: Context) -> None:
    """What was called published is read later, or gave way to what is newer; nothing else is read."""
    told = judged(context.world, "lost update", "out of nowhere")
    context.world.assert_that(told, unharmed(), "what was called published")


@then("visitors should have read what was published by then")
def should_have_read_what_was_published(context: Context) -> None:
    """Nobody reads less than had been published, or been shown to somebody, before they looked."""
    told = judged(context.world, "stale read", "order")
    context.world.assert_that(told, unharmed(), "what visitors read")
