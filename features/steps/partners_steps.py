"""What partners who build on the platform can rely on."""

from __future__ import annotations

from behave import then
from behave.runner import Context
from hamcrest import empty, greater_than


@then("all answers should be as partners were promised")
def answers_should_be_as_promised(context: Context) -> None:
    """Every exchange of the scenario until now is held against the contract that the target names."""
    promised = context.world.journal.promised
    context.world.assert_that(promised.checked, greater_than(0), "how many answers a contract was read for")
    context.world.assert_that(promised.read(), empty(), "what was answered otherwise than promised")
