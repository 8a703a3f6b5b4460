"""Words from the copywriter, and what becomes of them."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import is_

from support.builders import was_refused_a_suggestion
from support.matchers import reads_of
from support.outcomes import done


@given("{name:Person} has a suggestion for the section {section:Quoted} of {site:Quoted}")
def has_suggestion(context: Context, name: str, section: str, site: str) -> None:
    """The copywriter has answered; nothing is decided yet."""
    context.world.actor(name).given.customising.ask(site, section, context.world.brief_of(name))


@given("{name:Person} has accepted the suggestion")
def has_accepted_suggestion(context: Context, name: str) -> None:
    """The words that were proposed last stand on the page."""
    context.world.actor(name).given.customising.accept()


@given("{name:Person} has refused the suggestion")
def has_refused_suggestion(context: Context, name: str) -> None:
    """The words that were proposed last were put away."""
    context.world.actor(name).given.customising.refuse()


@given("the copywriter is gone")
def copywriter_gone(context: Context) -> None:
    """Nobody reaches the copywriter, until the scenario ends."""
    context.world.outages.gone("copywriter")


@given("the copywriter hangs")
def copywriter_hangs(context: Context) -> None:
    """The copywriter takes questions and answers none, until the scenario ends."""
    context.world.outages.hangs("copywriter")


@given("the copywriter answers as one that {way:Quoted}")
def copywriter_misbehaves(context: Context, way: str) -> None:
    """Somebody else answers in its place, in a way that no copywriter should, until the scenario ends."""
    context.world.outages.misbehaves("copywriter", way)


@given(
    "the copywriter was gone when {name:Person} asked for other words in the section {section:Quoted} of {site:Quoted}"  # noqa: E501 - editors read one string
)
def copywriter_was_gone(context: Context, name: str, section: str, site: str) -> None:
    """Somebody asked in vain, and now the copywriter is back."""
    was_refused_a_suggestion(context.world, context.world.actor(name), section, site)


@when("{name:Person} asks for other words in the section {section:Quoted} of {site:Quoted}")
def asks_for_words(context: Context, name: str, section: str, site: str) -> None:
    """Ask the copywriter with the brief of one's business; nothing is accepted yet."""
    context.world.actor(name).acts.customising.ask(site, section, context.world.brief_of(name))


@when("{name:Person} accepts the suggestion")
def accepts(context: Context, name: str) -> None:
    """Put the words that were proposed last onto the page."""
    context.world.actor(name).acts.customising.accept()


@when("{name:Person} refuses the suggestion")
def refuses(context: Context, name: str) -> None:
    """Put the words that were proposed last away."""
    context.world.actor(name).acts.customising.refuse()


@then("{name:Person} should be shown words that mention {words:Quoted}")
def should_be_shown(context: Context, name: str, words: str) -> None:
    """What the copywriter proposes, before anybody decides."""
    context.world.assert_that(context.world.outcome, done(), "asking the copywriter")
    context.world.assert_that(
        context.world.actor(name).sees.customising.shown(), reads_of(words), "the proposed words"
    )


@then("the suggestion should be put away")
def should_be_put_away(context: Context) -> None:
    """There is nothing left to decide on."""
    still_waits = context.world.owner.sees.customising.waiting()
    context.world.assert_that(still_waits, is_(False), "whether a suggestion still waits for a decision")
