"""A letter before anybody gets it."""

from __future__ import annotations

from behave import then, when
from behave.runner import Context

from support.matchers_of_letters import asking_for_pictures, leading_nowhere, offering, saying, without_gaps


@when("{name:Person} looks at the letter {subject:Quoted} {way:Sight}")
def looks_at(context: Context, name: str, subject: str, way: str) -> None:
    """Look at a broadcast as its readers will have it before them."""
    context.world.actor(name).acts.previewing.look(subject, way)


@then("the letter should say {line:Quoted}")
def letter_should_say(context: Context, line: str) -> None:
    """A line of the letter that is looked at."""
    seen = context.world.owner.sees.previewing.seen()
    context.world.assert_that(seen, saying(line), "the letter that is looked at")


@then("the letter should offer {words:Quoted}")
def letter_should_offer(context: Context, words: str) -> None:
    """A button or a link of the letter that is looked at."""
    seen = context.world.owner.sees.previewing.seen()
    context.world.assert_that(seen, offering(words), "the letter that is looked at")


@then("the letter should ask for no picture")
def letter_should_ask_for_none(context: Context) -> None:
    """No picture that stands in the letter is fetched; a sentence before says what it says."""
    seen = context.world.owner.sees.previewing.seen()
    context.world.assert_that(seen, asking_for_pictures(any_of_them=False), "the letter that is looked at")


@then("the letter should ask for its pictures")
def letter_should_ask(context: Context) -> None:
    """A picture that stands in the letter is fetched."""
    seen = context.world.owner.sees.previewing.seen()
    context.world.assert_that(seen, asking_for_pictures(any_of_them=True), "the letter that is looked at")


@then("nothing should stand in the letter where a picture is missing")
def nothing_where_missing(context: Context) -> None:
    """No words stand in for pictures, since none of them says anything."""
    seen = context.world.owner.sees.previewing.seen()
    context.world.assert_that(seen, without_gaps(), "the letter that is looked at")


@then("the letter should lead nobody anywhere")
def letter_should_lead_nowhere(context: Context) -> None:
    """No link and no picture of the letter is anybody's, so nothing is counted and nobody unsubscribes."""
    seen = context.world.owner.sees.previewing.seen()
    context.world.assert_that(seen, leading_nowhere(), "the letter that is looked at")
