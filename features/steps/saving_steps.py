"""What becomes of an edit between the last key and the store."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to, has_item, is_, is_in

from support.builders_of_jobs import replaced
from support.cut_off import refused_once_back, told_that_it_waits, written_in_tunnel
from support.tables import records
from support.together import twice_open, written_elsewhere


@given("{name:Person} has {site:Quoted} open when the connection is {how:Breach}")
def has_open_when_lost(context: Context, name: str, site: str, how: str) -> None:
    """The builder stands: `lost` waits, `cut` is told, `deaf` hears no answer, `slow` takes seconds."""
    context.world.actor(name).sees.saving.lose_connection(site, how)


@given("{name:Person} has written the headline {headline:Quoted} on {site:Quoted} in vain")
def has_written_in_vain(context: Context, name: str, headline: str, site: str) -> None:
    """The builder has tried to store an edit and reached nobody; the sentence before lost the connection."""
    context.world.actor(name).sees.saving.write_headline_in_vain(site, headline)


@given("{name:Person} has written this on {site:Quoted} in a tunnel")
def has_written_in_tunnel(context: Context, name: str, site: str) -> None:
    """Cut off while writing, back since, and all of it is stored; takes a table | component | words |."""
    rows = records(context.table, "component", "words")
    written_in_tunnel(context.world, context.world.actor(name), site, rows)


@given(
    "{name:Person} wrote the headline {headline:Quoted} on {site:Quoted}, and was refused once she was back"
)
def was_refused_once_back(context: Context, name: str, headline: str, site: str) -> None:
    """A conflict over words that were written without a connection; the sentence before lost it."""
    refused_once_back(context.world, context.world.actor(name), site, headline)


@given("{name:Person} was told of the headline {headline:Quoted} on {site:Quoted} that it {why:Quoted}")
def was_told_that_it_waits(context: Context, name: str, headline: str, site: str, why: str) -> None:
    """A headline that cannot be stored yet, and the builder says why, in words that hold these."""
    told_that_it_waits(context.world, context.world.actor(name), site, headline, why)


@when("{name:Person} writes the headline {headline:Quoted} on {site:Quoted}")
def writes_headline(context: Context, name: str, headline: str, site: str) -> None:
    """Edit the draft and do not wait until it is stored."""
    context.world.actor(name).acts.saving.write_headline(site, headline)


@when("{name:Person} writes {words:Quoted} beneath the headline of {site:Quoted}")
def writes_beneath_headline(context: Context, name: str, words: str, site: str) -> None:
    """Edit a second place of the draft and do not wait until it is stored; bound to the browser."""
    context.world.actor(name).acts.saving.write_beneath_headline(site, words)


@then("the builder should not call {site:Quoted} saved")
def should_not_be_called_saved(context: Context, site: str) -> None:
    """The builder says that it is at it, or that it reaches nobody; not that the last edit is stored."""
    called = context.world.owner.sees.saving.called(site)
    context.world.assert_that(called, is_in(("Saving", "Offline")), f"what the builder calls {site}")


@given("{name:Person} has {site:Quoted} open in a second window")
def has_open_in_second(context: Context, name: str, site: str) -> None:
    """The builder stands twice before one person, with the same page; the first window is opened first."""
    twice_open(context.world.actor(name), site)


@given("{name:Person} has written {words:Quoted} beneath the headline of {site:Quoted} in the second window")
def has_written_in_second(context: Context, name: str, words: str, site: str) -> None:
    """Another place of the page was changed in the other window, and is stored there."""
    written_elsewhere(context.world, context.world.actor(name), site, words)


@given('the part "{part:Part}" of the platform was killed')
def part_was_killed(context: Context, part: str) -> None:
    """A process of the platform ended without a word, and what looks after it starts it again."""
    context.world.outages.killed(part)


@given('the part "{part:Part}" was asked to end')
def part_was_asked_to_end(context: Context, part: str) -> None:
    """A process of the platform ends in order, and what looks after it starts it again."""
    context.world.outages.killed(part, politely=True)


@given('the machine of the part "{part:Part}" has died for good, while another one had joined')
def part_was_replaced(context: Context, part: str) -> None:
    """A process of the platform ends and nobody starts it again; another machine runs one like it."""
    replaced(context.world, part)


@given('another machine runs the part "{part:Part}" as well')
def part_was_joined(context: Context, part: str) -> None:
    """Two machines do the same work, side by side."""
    context.world.outages.joined(part)


@given("the builder has called {site:Quoted} {word:Quoted} within {limit:Seconds} seconds")
def has_been_called(context: Context, site: str, word: str, limit: float) -> None:
    """The word above the page has come to be this one, before what matters."""
    called, reason = context.world.owner.sees.saving.called, f"what the builder calls {site} at first"
    context.world.eventually(lambda: called(site), equal_to(word), reason, limit)


@given("{name:Person}'s connection has come back")
def connection_has_come_back(context: Context, name: str) -> None:
    """Whatever was held up goes through again; a sentence before lost it."""
    context.world.actor(name).sees.saving.regain_connection()


@then("the builder should call {site:Quoted} {word:Quoted}")
def should_be_called(context: Context, site: str, word: str) -> None:
    """The word above the page right now."""
    called = context.world.owner.sees.saving.called(site)
    context.world.assert_that(called, equal_to(word), f"what the builder calls {site}")


@then("within {limit:Limit} the builder should call {site:Quoted} {word:Quoted}")
def should_be_called_within(context: Context, limit: float, site: str, word: str) -> None:
    """The word above the page, no later than the sentence allows."""
    called = context.world.owner.sees.saving.called
    context.world.eventually(lambda: called(site), equal_to(word), f"what the builder calls {site}", limit)


@then("{name:Person} should be asked before she leaves {site:Quoted}")
def should_be_asked(context: Context, name: str, site: str) -> None:
    """Whoever closes the window now is asked whether they mean it."""
    held = context.world.actor(name).sees.saving.holds_back(site)
    context.world.assert_that(held, is_(True), f"whether {name} is asked before leaving {site}")


@then("{name:Person} should be free to leave {site:Quoted}")
def should_be_free_to_leave(context: Context, name: str, site: str) -> None:
    """Whoever closes the window now is asked nothing."""
    held = context.world.actor(name).sees.saving.holds_back(site)
    context.world.assert_that(held, is_(False), f"whether {name} is asked before leaving {site}")


@then("within {limit:Seconds} seconds {name:Person}'s second window should show {words:Quoted}")
def second_window_should_show(context: Context, limit: float, name: str, words: str) -> None:
    """The other window of somebody, who does nothing for it."""
    shown = context.world.actor(name).elsewhere.together.lines_shown
    context.world.eventually(shown, has_item(words), f"what {name}'s second window shows", limit)


@then("once back {name:Person} should read the headline {words:Quoted} of {site:Quoted} on a second machine")
def should_read_once_back(context: Context, name: str, words: str, site: str) -> None:
    """What was written while nothing arrived is stored by itself when the line is mended."""
    actor = context.world.actor(name)
    actor.sees.saving.regain_connection()
    look, reason = actor.elsewhere.building, f"{site} on a second machine"
    context.world.eventually(lambda: look.draft(site).headline, equal_to(words), reason)
