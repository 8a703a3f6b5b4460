"""Who has an account, who signs in, and who is out again."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import is_

from support.builders import guessed_at_open_machine, guessed_wrong, lets_in
from support.outcomes import done_by


@given("{name:Person} has an account")
def has_account(context: Context, name: str) -> None:
    """Somebody has an account, with the business that the cast gives them."""
    context.world.actor(name).seat.arrive()


@given("{name:Person} has an account for the business {business:Quoted}")
def has_account_for(context: Context, name: str, business: str) -> None:
    """The name of the business matters."""
    context.world.owns(name, business)
    context.world.actor(name).seat.arrive()


@given("{name:Person} is signed in on another machine as well")
def is_signed_in_twice(context: Context, name: str) -> None:
    """Two machines that know the same person: this one, and her other one."""
    context.world.actor(name).seat.arrive()
    context.world.assert_that(
        context.world.actor(name).elsewhere.accounts.signed_in(), is_(True), "signed in elsewhere"
    )


@given("{guesser:Person} has guessed {name:Person}'s password wrong {times:Count} times")
def has_guessed_wrong(context: Context, guesser: str, name: str, times: int) -> None:
    """Wrong passwords for somebody else's address, one after the other."""
    guessed_wrong(context.world.actor(guesser), context.world.actor(name), times)


@given("somebody at {name:Person}'s machine has guessed her password wrong {times:Count} times")
def has_guessed_inside(context: Context, name: str, times: int) -> None:
    """Wrong passwords where somebody is signed in and a new one may be chosen."""
    guessed_at_open_machine(context.world.actor(name), times)


@when("{name:Person} signs in")
def signs_in(context: Context, name: str) -> None:
    """Signing in is part of what is specified; elsewhere people are signed in already."""
    context.world.actor(name).acts.accounts.sign_in()


@when("{name:Person} signs in with her address in capitals")
def signs_in_in_capitals(context: Context, name: str) -> None:
    """The same address, written otherwise."""
    person = context.world.actor(name).person
    context.world.actor(name).acts.accounts.sign_in_as(person.email.upper(), person.password)


@when("{name:Person} signs in as {other:Person} with his own password")
def signs_in_as(context: Context, name: str, other: str) -> None:
    """Somebody else's address, and a password that opens another account."""
    actor, email = context.world.actor(name), context.world.actor(other).person.email
    actor.acts.accounts.sign_in_as(email, actor.person.password)


@when("{name:Person} signs out")
def signs_out(context: Context, name: str) -> None:
    """Leave this machine."""
    context.world.actor(name).acts.accounts.sign_out()


@when("{name:Person} signs out everywhere")
def signs_out_everywhere(context: Context, name: str) -> None:
    """Leave every machine."""
    context.world.actor(name).acts.accounts.sign_out_everywhere()


@when("{name:Person} changes her password to {password:Quoted}")
def changes_password(context: Context, name: str, password: str) -> None:
    """Choose another password, by the one that was."""
    context.world.actor(name).acts.accounts.change_password(password)


@then("{name:Person} should still be signed in")
def should_still_be_signed_in(context: Context, name: str) -> None:
    """The machine that was let in before what happened is let in still."""
    context.world.assert_that(
        context.world.actor(name).sees.accounts.signed_in(), is_(True), f"{name}'s machine is let in still"
    )


@then("{name:Person} should be let in")
def should_be_let_in(context: Context, name: str) -> None:
    """Signing in just now was not refused, and the machine is let in."""
    context.world.assert_that(context.world.outcome, done_by(name), f"how {name} was let in")
    context.world.assert_that(context.world.actor(name).sees.accounts.signed_in(), is_(True), f"{name} is in")


@then("{name:Person} should be signed out")
def should_be_signed_out(context: Context, name: str) -> None:
    """The machine that somebody acts on is shown the door."""
    context.world.assert_that(
        context.world.actor(name).sees.accounts.signed_in(), is_(False), f"{name}'s machine is let in"
    )


@then("{name:Person} should be signed in on her other machine")
def should_be_signed_in_elsewhere(context: Context, name: str) -> None:
    """Her other machine is let in."""
    context.world.assert_that(
        context.world.actor(name).elsewhere.accounts.signed_in(), is_(True), "her other machine is let in"
    )


@then("{name:Person} should be signed out on her other machine")
def should_be_signed_out_elsewhere(context: Context, name: str) -> None:
    """Her other machine, which was let in before, is shown the door."""
    context.world.assert_that(
        context.world.actor(name).elsewhere.accounts.signed_in(), is_(False), "her other machine is let in"
    )


@then("{name:Person} should get in")
def should_get_in(context: Context, name: str) -> None:
    """Her own address and password open her account, on another machine."""
    person = context.world.actor(name).person
    let_in = lets_in(context.world.actor(name), person.email, person.password)
    context.world.assert_that(let_in, is_(True), f"{name} gets in with her own password")


@then("{name:Person} should get in with the password {password:Quoted}")
def should_get_in_with(context: Context, name: str, password: str) -> None:
    """Her address and a password that matters open her account, on another machine."""
    let_in = lets_in(context.world.actor(name), context.world.actor(name).person.email, password)
    context.world.assert_that(let_in, is_(True), f"{name} gets in with the password “{password}”")
