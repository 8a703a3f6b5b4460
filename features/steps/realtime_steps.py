"""Several people on one page: what one does, the others see; who is here, and who may not be."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_string, empty, has_entry, has_item, has_key

from support.together import both_open, shouted, without_line


@given("{name:Person} has {site:Quoted} open")
def has_open(context: Context, name: str, site: str) -> None:
    """Somebody has the site before them, on the channel specified, and leaves it so."""
    context.world.actor(name).sees.together.open(site)


@given("{name:Person} and {other:Person} have {site:Quoted} open")
def have_open(context: Context, name: str, other: str, site: str) -> None:
    """Two people have the site before them, on the channel specified, and leave it so."""
    both_open(context.world.actor(name), context.world.actor(other), site)


@given("{name:Person} has said {text:Quoted} on the line")
def has_said(context: Context, name: str, text: str) -> None:
    """A program of somebody's says what nobody promised."""
    context.world.actor(name).sees.together.say(text)


@given("{name:Person} has said {text:Quoted} on the line {many:Count} times")
def has_said_often(context: Context, name: str, text: str, many: int) -> None:
    """A program of somebody's does not stop talking."""
    shouted(context.world.actor(name), text, many)


@when("{name:Person} takes {words:Quoted} off {site:Quoted}")
def takes_off(context: Context, name: str, words: str, site: str) -> None:
    """Remove something where the page stands open."""
    context.world.actor(name).acts.composing.remove(site, words)


@when("{name:Person} opens {site:Quoted} beside them")
def opens_beside(context: Context, name: str, site: str) -> None:
    """Come to a page at which somebody is already."""
    context.world.actor(name).acts.together.open(site)


@when("{name:Person} listens to {site:Quoted}")
def listens_to(context: Context, name: str, site: str) -> None:
    """Ask for the line to a site by its address, be it one's own or not."""
    context.world.actor(name).acts.together.listen(site)


@when("{name:Person} leaves {site:Quoted}")
def leaves_site(context: Context, name: str, site: str) -> None:
    """Go elsewhere."""
    context.world.actor(name).acts.together.leave(site)


@when("{name:Person} chooses {words:Quoted} on {site:Quoted}")
def chooses(context: Context, name: str, words: str, site: str) -> None:
    """Select something on the page."""
    context.world.actor(name).acts.together.choose(site, words)


@then("within {limit:Limit} {name:Person}'s screen should show {words:Quoted}")
def screen_should_show(context: Context, limit: float, name: str, words: str) -> None:
    """A line of the page as it stands before somebody, who does nothing for it."""
    shown = context.world.actor(name).sees.together.lines_shown
    context.world.eventually(shown, has_item(words), f"what {name}'s screen shows", limit)


@given("{name:Person}'s screen has shown {words:Quoted}")
def screen_has_shown(context: Context, name: str, words: str) -> None:
    """Something stands on the page before somebody, who does nothing for it."""
    shown = context.world.actor(name).sees.together.lines_shown()
    context.world.assert_that(shown, has_item(words), f"what {name}'s screen shows at first")


@given("{name:Person} has seen {other:Quoted} there")
def has_seen_there(context: Context, name: str, other: str) -> None:
    """Somebody is named among those who have the site open, before what matters."""
    others = context.world.actor(name).sees.together.others
    context.world.eventually(others, has_key(other), f"who {name} sees there at first", 5.0)


@then("within {limit:Seconds} seconds {name:Person}'s screen should have lost {words:Quoted}")
def screen_should_have_lost(context: Context, limit: float, name: str, words: str) -> None:
    """Something is gone from the page as it stands before somebody; that it stood there was said before."""
    shown = context.world.actor(name).sees.together.lines_shown
    context.world.eventually(shown, without_line(words), f"what {name}'s screen shows", limit)


@then("once back {name:Person} should read in the builder {words:Quoted} within {limit:Seconds} seconds")
def should_read_in_builder_once_back(context: Context, name: str, words: str, limit: float) -> None:
    """Whatever was held up goes through again, and the builder says what became of it."""
    saving = context.world.actor(name).sees.saving
    saving.regain_connection()
    context.world.eventually(saving.told, contains_string(words), f"what {name}'s builder says", limit)


@then("within {limit:Seconds} seconds {name:Person} should see {other:Quoted} there")
def should_see_there(context: Context, limit: float, name: str, other: str) -> None:
    """Somebody is named among those who have the site open."""
    others = context.world.actor(name).sees.together.others
    context.world.eventually(others, has_key(other), f"who {name} sees there", limit)


@then("within {limit:Seconds} seconds {name:Person} should be alone there")
def should_be_alone(context: Context, limit: float, name: str) -> None:
    """Nobody else is named; that somebody was there was said before."""
    others = context.world.actor(name).sees.together.others
    context.world.eventually(others, empty(), f"who {name} sees there", limit)


@then("within {limit:Seconds} seconds {name:Person} should see {other:Quoted} at {words:Quoted}")
def should_see_at(context: Context, limit: float, name: str, other: str, words: str) -> None:
    """What somebody has chosen is marked with their name."""
    others = context.world.actor(name).sees.together.others
    context.world.eventually(others, has_entry(other, words), f"who {name} sees there", limit)


@then("within {limit:Seconds} seconds {name:Person} should be shut out as {words:Quoted}")
def should_be_shut_out(context: Context, limit: float, name: str, words: str) -> None:
    """A line was ended, with a reason."""
    told = context.world.actor(name).sees.together.told
    context.world.eventually(told, contains_string(words), f"what {name} is told on the line", limit)


@then("within {limit:Seconds} seconds {name:Person} should be told on the line {words:Quoted}")
def should_be_told_on_line(context: Context, limit: float, name: str, words: str) -> None:
    """What was said is refused where it was said."""
    told = context.world.actor(name).sees.together.told
    context.world.eventually(told, contains_string(words), f"what {name} is told on the line", limit)
