"""What mail servers say of letters after they had taken them."""

from __future__ import annotations

from behave import given, when
from behave.runner import Context


@given("{visitor:Person}'s mail server has said of the mail {subject:Quoted} that {notice:Notice}")
def has_said(context: Context, visitor: str, subject: str, notice: str) -> None:
    """A report on a letter in somebody's inbox was handed in, before what matters."""
    context.world.actor(visitor).given.returning.report(subject, notice)


@when("{visitor:Person}'s mail server says of the mail {subject:Quoted} that {notice:Notice}")
def says(context: Context, visitor: str, subject: str, notice: str) -> None:
    """A report on a letter in somebody's inbox comes back by mail, and is handed in."""
    context.world.actor(visitor).acts.returning.report(subject, notice)


@given("{visitor:Person} has called the mail {subject:Quoted} unwanted")
def has_called_unwanted(context: Context, visitor: str, subject: str) -> None:
    """Somebody complained of a letter, before what matters."""
    context.world.actor(visitor).given.returning.report(subject, "it is unwanted")


@when("{visitor:Person} calls the mail {subject:Quoted} unwanted")
def calls_unwanted(context: Context, visitor: str, subject: str) -> None:
    """Complain of a letter by one's mail program; the mail server reports it, and that is handed in."""
    context.world.actor(visitor).acts.returning.report(subject, "it is unwanted")


@when("{name:Person} hands in {what:Misreport}")
def hands_in(context: Context, name: str, what: str) -> None:
    """Hand in what is no report on a letter of ours, or what one may not; it is refused."""
    context.world.actor(name).acts.returning.misreport(what)
