"""Who has an account, and who signs in."""

from __future__ import annotations

from behave import given, when
from behave.runner import Context


@given("{name:Person} has an account")
def has_account(context: Context, name: str) -> None:
    """Somebody has an account, with the business that the cast gives them."""
    context.world.actor(name).seat.arrive()


@given("{name:Person} has an account for the business {business:Quoted}")
def has_account_for(context: Context, name: str, business: str) -> None:
    """The name of the business matters."""
    context.world.owns(name, business)
    context.world.actor(name).seat.arrive()


@when("{name:Person} signs in")
def signs_in(context: Context, name: str) -> None:
    """Signing in is part of what is specified; elsewhere people are signed in already."""
    context.world.actor(name).acts.accounts.sign_in()
