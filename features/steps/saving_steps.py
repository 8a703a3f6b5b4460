"""What becomes of an edit between the last key and the store."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to, is_


@given("{name:Person} has {site:Quoted} open when the connection is lost")
def has_open_when_lost(context: Context, name: str, site: str) -> None:
    """The builder stands, and nothing that is done in it reaches the platform."""
    context.world.actor(name).sees.saving.lose_connection(site)


@given("{name:Person} has written the headline {headline:Quoted} on {site:Quoted} in vain")
def has_written_in_vain(context: Context, name: str, headline: str, site: str) -> None:
    """The builder has tried to store an edit and reached nobody; the sentence before lost the connection."""
    context.world.actor(name).sees.saving.write_headline_in_vain(site, headline)


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
    """Whatever else the builder says, it does not say that the last edit is stored."""
    called_saved = context.world.owner.sees.saving.called_saved(site)
    context.world.assert_that(called_saved, is_(False), f"whether the builder calls {site} saved")


@then("once back {name:Person} should read the headline {words:Quoted} of {site:Quoted} on a second machine")
def should_read_once_back(context: Context, name: str, words: str, site: str) -> None:
    """What was written while nothing arrived is stored by itself when the line is mended."""
    actor = context.world.actor(name)
    actor.sees.saving.regain_connection()
    look, reason = actor.elsewhere.building, f"{site} on a second machine"
    context.world.eventually(lambda: look.draft(site).headline, equal_to(words), reason)
