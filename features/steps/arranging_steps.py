"""Putting what a page is made of where it belongs, by hand."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_inanyorder, contains_string, equal_to

from support.records import Spot


@given("{name:Person} has the site {site:Quoted} with {words:Several} in the section {section:Quoted}")
def has_site_listing(context: Context, name: str, site: str, words: tuple[str, ...], section: str) -> None:
    """A draft that ends with a section of headings, one for each of the words."""
    given = context.world.actor(name).given
    given.building.start(site)
    given.arranging.lay_out(site, section, words)


@given("{name:Person} has the section {section:Quoted} on {site:Quoted}")
def has_empty_section(context: Context, name: str, section: str, site: str) -> None:
    """A section with nothing in it, at the end of the page."""
    context.world.actor(name).given.arranging.lay_out(site, section, ())


@given("{name:Person} has written {one:Quoted} and then {more:Quoted} behind {words:Quoted} on {site:Quoted}")
def has_written_in_parts(context: Context, name: str, one: str, more: str, words: str, site: str) -> None:
    """Words written in one go, so slowly that the first were stored before the last were written."""
    context.world.actor(name).sees.arranging.write_behind(site, words, (one, more))


@given("{name:Person} has written {more:Quoted} behind {words:Quoted} on {site:Quoted}")
def has_written_behind(context: Context, name: str, more: str, words: str, site: str) -> None:
    """Words that were added to others in the builder, and are stored."""
    context.world.actor(name).sees.arranging.write_behind(site, words, (more,))


@when("{name:Person} writes {more:Quoted} behind {words:Quoted} on {site:Quoted}")
def writes_behind(context: Context, name: str, more: str, words: str, site: str) -> None:
    """Add words to others, at their end."""
    context.world.actor(name).acts.arranging.write_behind(site, words, (more,))


@when("{name:Person} drags {words:Quoted} {side:Side} {mark:Quoted} on {site:Quoted}")
def drags(context: Context, name: str, words: str, side: str, mark: str, site: str) -> None:
    """Take something on the page by pointer, and let it go once the hand rests."""
    context.world.actor(name).acts.arranging.drag(site, words, Spot(side, mark))


@when("{name:Person} throws {words:Quoted} {side:Side} {mark:Quoted} on {site:Quoted}")
def throws(context: Context, name: str, words: str, side: str, mark: str, site: str) -> None:
    """Take something on the page by pointer, and let it go while the hand still moves."""
    context.world.actor(name).acts.arranging.throw(site, words, Spot(side, mark))


@when("{name:Person} drags a new {kind:Quoted} {side:Side} {mark:Quoted} on {site:Quoted}")
def drags_new(context: Context, name: str, kind: str, side: str, mark: str, site: str) -> None:
    """Add something by pointer at a place that is spoken about."""
    context.world.actor(name).acts.adding.drag_new(site, kind, Spot(side, mark))


@when("{name:Person} adds a {kind:Quoted} to {site:Quoted} by keyboard")
def adds_by_keyboard(context: Context, name: str, kind: str, site: str) -> None:
    """Add something without a pointer, wherever it may stand."""
    context.world.actor(name).acts.adding.add_by_keyboard(site, kind)


@when("{name:Person} looks for {words:Quoted} among what can be added to {site:Quoted}")
def looks_for(context: Context, name: str, words: str, site: str) -> None:
    """Look for a kind of component by a name that may not be its own."""
    context.world.actor(name).acts.adding.look_for(site, words)


@when("{name:Person} moves {words:Quoted} {way:Way} {times:Times} on {site:Quoted} by {hand:Hand}")
def moves(context: Context, name: str, words: str, way: int, times: int, site: str, hand: str) -> None:
    """Move something by so many places without dragging it."""
    context.world.actor(name).acts.arranging.shift(site, words, way * times, hand)


@when("{name:Person} rewrites {words:Quoted} as {other:Quoted} on {site:Quoted} by {hand:Hand}")
def rewrites(context: Context, name: str, words: str, other: str, site: str, hand: str) -> None:
    """Write other words where some stand on the page; by pointer it is pointed at twice."""
    context.world.actor(name).acts.arranging.rewrite(site, words, other, hand)


@when("{name:Person} copies the words of {words:Quoted} over those of {other:Quoted} on {site:Quoted}")
def copies_over(context: Context, name: str, words: str, other: str, site: str) -> None:
    """Copy words from one place of the page and paste them at another."""
    context.world.actor(name).acts.arranging.copy_over(site, words, other)


@then("the first words on {site:Quoted} should be {words:Quoted}")
def first_words_should_be(context: Context, site: str, words: str) -> None:
    """What stands first on the draft, as it comes back when the builder is opened anew."""
    draft = context.world.owner.sees.building.draft(site)
    context.world.assert_that(draft.words[:1], equal_to((words,)), f"what {site} begins with, opened anew")


@then("the section {section:Quoted} of {site:Quoted} should list {words:Several}")
def section_should_list(context: Context, section: str, site: str, words: tuple[str, ...]) -> None:
    """All words of a section of the draft, in order, as it comes back when the builder is opened anew."""
    draft = context.world.owner.sees.building.draft(site)
    context.world.assert_that(
        draft.section(section).words, equal_to(words), f"{section} of {site}, opened anew"
    )


@then("{name:Person} should hear {words:Quoted}")
def should_hear(context: Context, name: str, words: str) -> None:
    """What is said aloud of what was done, for those who do not see it."""
    sees = context.world.actor(name).sees.arranging
    context.world.eventually(sees.heard, contains_string(words), f"what {name} hears")


@then("{name:Person} should be offered {kinds:Several}")
def should_be_offered(context: Context, name: str, kinds: tuple[str, ...]) -> None:
    """These kinds of component can be added, and no others are offered right now."""
    offered = context.world.actor(name).sees.adding.offered()
    context.world.assert_that(list(offered), contains_inanyorder(*kinds), "what can be added")
