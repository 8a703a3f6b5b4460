"""How long the evening from a template to the live site would have taken a person."""

from __future__ import annotations

from behave import then
from behave.runner import Context

from support.outcomes import no_longer_than


@then("at a person's pace the evening should have taken {name:Person} at most")
def should_have_taken(context: Context, name: str) -> None:
    """What was done by hand, reckoned at a person's pace, by stage; takes a table | stage | minutes |."""
    minutes = context.world.journal.evening.minutes(name)
    context.world.assert_that(minutes, no_longer_than(context.table), f"the minutes of {name}'s evening")
