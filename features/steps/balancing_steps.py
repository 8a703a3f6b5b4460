"""The books of all systems, held against each other."""

from __future__ import annotations

from behave import then
from behave.runner import Context

from support.builders_of_insights import balance_of
from support.matchers_of_insights import balanced


@then(
    "within {limit:Seconds} seconds {name:Person}'s ledger should balance with {sent:Count} sent and {mails:Count} mails accepted"  # noqa: E501 - editors read one string
)
def should_balance(context: Context, limit: float, name: str, sent: int, mails: int) -> None:
    """What visitors sent stands once in the book of each system, nothing is under way, no book has more."""
    told = balance_of(context.world.actor(name))
    context.world.eventually(told, balanced(sent, mails), f"{name}'s ledger", limit)
