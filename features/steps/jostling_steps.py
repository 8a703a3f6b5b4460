"""Several people at one page at once, and going on after a conflict."""

from __future__ import annotations

from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_string, empty, equal_to, is_not

from support.jostling import jostled, missed_a_removal, page_stored, pages_before
from support.matchers import only


@given(
    "{name:Person} wrote {words:Quoted} above {more:Quoted} on {site:Quoted} as {other:Person} removed that"
)
def wrote_what_was_removed(context: Context, name: str, words: str, more: str, site: str, other: str) -> None:
    """A conflict: somebody was cut off, and rewrote what was not there any more; nothing is cut off now."""
    world = context.world
    missed_a_removal(world, world.actor(name), world.actor(other), site, (words, more))


@given("{name:Person} has gone on with {site:Quoted} as it is stored")
def has_gone_on(context: Context, name: str, site: str) -> None:
    """A conflict that was settled before what matters."""
    context.world.actor(name).sees.jostling.settle(site)


@given("{name:Person} has written {more:Quoted} behind {words:Quoted} on {site:Quoted} and is still there")
def is_still_writing(context: Context, name: str, more: str, words: str, site: str) -> None:
    """Words that are written on the page itself and stored, by somebody who is about to write on."""
    context.world.actor(name).sees.jostling.begin_writing(site, words, more)


@when("{name:Person} goes on with {more:Quoted} behind {words:Quoted} on {site:Quoted}")
def goes_on_writing(context: Context, name: str, more: str, words: str, site: str) -> None:
    """Begin to write at words on the page itself once more, and stay there."""
    context.world.actor(name).acts.jostling.begin_writing(site, words, more)


@given("{name:Person} has finished writing there")
def has_finished(context: Context, name: str) -> None:
    """Somebody has left the words at which they were writing."""
    context.world.actor(name).sees.jostling.finish_writing()


@when("{name:Person} has finished writing there")
def finishes(context: Context, name: str) -> None:
    """Leave the words at which one is writing."""
    context.world.actor(name).acts.jostling.finish_writing()


@then("{name:Person} should still be writing at {words:Quoted}")
def should_still_be_writing(context: Context, name: str, words: str) -> None:
    """The words under somebody's hand, and that they are still written at."""
    writing = context.world.actor(name).sees.jostling.writing()
    context.world.assert_that(writing, equal_to(words), f"what {name} is writing at")


@when("{name:Person} goes on with {site:Quoted} as it is stored")
def goes_on(context: Context, name: str, site: str) -> None:
    """Settle a conflict: what cannot be stored is let go of."""
    context.world.actor(name).acts.jostling.settle(site)


@when("{people:People} make {many:Count} edits of {site:Quoted} at random, and {cut:Person} is cut off twice")
def make_edits(context: Context, people: tuple[str, ...], many: int, site: str, cut: str) -> None:
    """Whatever people do by lot, without waiting for each other; the seed of the run draws it again."""
    jostled(context.world, people, site, many, cut)


@then("within {limit:Seconds} seconds {name:Person} should be reminded of {words:Quoted}")
def should_be_reminded(context: Context, limit: float, name: str, words: str) -> None:
    """The builder tells once more what somebody wrote and could not keep."""
    told = context.world.actor(name).sees.jostling.reminded
    context.world.eventually(told, contains_string(words), f"what {name}'s builder tells", limit)


@then("within {limit:Seconds} seconds {people:People} should see the same page")
def should_see_the_same(context: Context, limit: float, people: tuple[str, ...]) -> None:
    """The page before each of them, as it is open, is one page."""
    seen = partial(pages_before, context.world, people)
    context.world.eventually(seen, only(is_not(empty())), "the pages before them", limit)


@then("{name:Person} should see what is stored of {site:Quoted}")
def should_see_what_is_stored(context: Context, name: str, site: str) -> None:
    """The page before somebody, as it is open, is the one that comes back on another machine."""
    actor = context.world.actor(name)
    (before,) = pages_before(context.world, [name])
    context.world.assert_that(before, equal_to(page_stored(actor, site)), f"what {name} sees of {site}")
