"""Words from the copywriter, and what becomes of them."""

from __future__ import annotations

from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import (
    contains_exactly,
    contains_string,
    equal_to,
    greater_than,
    has_items,
    has_length,
    is_,
    is_not,
    only_contains,
)

from support.builders import allowed, chosen_between, was_refused_a_suggestion
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


@given("{name:Person} has refused what was proposed for the section {section:Quoted} of {site:Quoted}")
def has_refused_what_was_proposed(context: Context, name: str, section: str, site: str) -> None:
    """Somebody has asked, refused, and remembers what was proposed."""
    customising = context.world.actor(name).given.customising
    customising.ask(site, section, context.world.brief_of(name))
    context.world.memory.proposals = (customising.shown(),)
    customising.refuse()


@given("{name:Person}'s workspace may ask the copywriter {times:Times} a day")
def may_ask(context: Context, name: str, times: int) -> None:
    """What its operator lets a workspace have."""
    allowed(context.world, context.world.actor(name), times)


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


@given("{name:Person} has begun to ask for other words in the section {section:Quoted} of {site:Quoted}")
def has_begun_to_ask(context: Context, name: str, section: str, site: str) -> None:
    """Somebody reads along as the copywriter writes, and it is not at its end."""
    writing = context.world.actor(name).sees.writing
    writing.begin(site, section, context.world.brief_of(name))
    context.world.wait_until(writing.so_far, has_length(greater_than(0)), f"{name} should read along")


@given("{name:Person} has the choice of two proposals for the section {section:Quoted} of {site:Quoted}")
def has_choice(context: Context, name: str, section: str, site: str) -> None:
    """Somebody has asked twice, and remembers what was proposed."""
    offered = chosen_between(context.world.actor(name), site, section, context.world.brief_of(name))
    lengths, both = list(map(len, offered)), contains_exactly(greater_than(0), greater_than(0))
    context.world.assert_that(lengths, both, f"how many words each of {name}'s two proposals has")
    context.world.memory.proposals = offered


@when("{name:Person} begins to ask for other words in the section {section:Quoted} of {site:Quoted}")
def begins_to_ask(context: Context, name: str, section: str, site: str) -> None:
    """Ask, and read along."""
    context.world.actor(name).acts.writing.begin(site, section, context.world.brief_of(name))


@when("{name:Person} stops the copywriter")
def stops(context: Context, name: str) -> None:
    """Have enough of what is being written."""
    context.world.actor(name).acts.writing.end()


@when("{name:Person} asks for yet other words")
def asks_again(context: Context, name: str) -> None:
    """Ask for others in the same place, with the same brief."""
    context.world.actor(name).acts.customising.ask_again()


@when("{name:Person} accepts the first of them")
def accepts_first(context: Context, name: str) -> None:
    """Look at the oldest proposal, and take it."""
    context.world.actor(name).sees.customising.choose(1)
    context.world.actor(name).acts.customising.accept()


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


@then("within {limit:Seconds} seconds {name:Person} should read along {words:Quoted}")
def should_read_along(context: Context, limit: float, name: str, words: str) -> None:
    """What can be read of words that are being written."""
    so_far = context.world.actor(name).sees.writing.so_far
    context.world.eventually(so_far, reads_of(words), f"what {name} reads along", limit)


@then("{name:Person} should have nothing to decide on yet")
def should_not_decide_yet(context: Context, name: str) -> None:
    """Half an answer is no proposal."""
    waits = context.world.actor(name).sees.writing.offered()
    context.world.assert_that(waits, is_(False), "whether half an answer can be accepted")


@then("within {limit:Seconds} seconds {name:Person} should be told beside it {words:Quoted}")
def should_be_told_beside(context: Context, limit: float, name: str, words: str) -> None:
    """What is said where the words would have stood."""
    said = context.world.actor(name).sees.writing.said
    context.world.eventually(said, contains_string(words), f"what {name} is told there", limit)


@then("{name:Person} should have the choice of {many:Count} different proposals that mention {words:Quoted}")
def should_have_choice(context: Context, name: str, many: int, words: str) -> None:
    """All that was proposed, each to be chosen."""
    offered = context.world.actor(name).sees.customising.choices()
    different = set(map(tuple, offered))
    context.world.assert_that(different, has_length(many), f"the different proposals that {name} has")
    context.world.assert_that(offered, only_contains(reads_of(words)), "the proposals")


@then("the section {section:Quoted} of {site:Quoted} should read as it was proposed first")
def should_read_as_proposed(context: Context, section: str, site: str) -> None:
    """The words of the oldest proposal stand on the page, opened anew."""
    draft = context.world.owner.sees.building.draft(site)
    (first, *_) = context.world.memory.proposals
    words = draft.section(section).words
    context.world.assert_that(words, has_items(*first), f"the section {section} of {site}")


@then("{name:Person} should be shown other words than were proposed before")
def should_be_shown_others(context: Context, name: str) -> None:
    """Nothing that is proposed now is what somebody has decided on."""
    (before,) = context.world.memory.proposals
    shown = context.world.actor(name).sees.customising.shown()
    context.world.assert_that(shown, is_not(equal_to(before)), f"the words that {name} is shown")


@then("{name:Person} should still be shown words that mention {words:Quoted}")
def should_still_be_shown(context: Context, name: str, words: str) -> None:
    """What was proposed before stands where it stood."""
    shown = context.world.actor(name).sees.customising.shown()
    context.world.assert_that(shown, reads_of(words), "the words that were proposed before")


@then("within {limit:Seconds} seconds the copywriter should be let go")
def should_be_let_go(context: Context, limit: float) -> None:
    """Nobody listens any more to what it would still write."""
    let_go = partial(context.world.outages.let_go, "copywriter")
    context.world.eventually(let_go, greater_than(0), "how many have hung up on the copywriter", limit)


@then("the suggestion should be put away")
def should_be_put_away(context: Context) -> None:
    """There is nothing left to decide on."""
    still_waits = context.world.owner.sees.customising.waiting()
    context.world.assert_that(still_waits, is_(False), "whether a suggestion still waits for a decision")


@then("{name:Person} should have asked {asked:Count} of {allowance:Count} questions since yesterday")
def should_have_asked(context: Context, name: str, asked: int, allowance: int) -> None:
    """What one is told of how often one has asked, and may."""
    told = context.world.actor(name).sees.spending.asked("Spring Sale")
    context.world.assert_that(told, equal_to((asked, allowance)), f"how often {name} has asked, of how many")


@then("{name:Person} should know what that has cost")
def should_know_cost(context: Context, name: str) -> None:
    """What the provider counts is passed on to who asked."""
    context.world.assert_that(context.world.outcome, done(), "asking the copywriter")
    tokens = context.world.actor(name).sees.spending.tokens()
    context.world.assert_that(tokens, greater_than(0), f"the tokens that {name}'s questions have cost")
