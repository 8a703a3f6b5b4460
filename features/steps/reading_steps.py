"""What people and machines do with mails."""

from __future__ import annotations

from behave import when
from behave.runner import Context


@when("{visitor:Person} follows the mail {subject:Quoted}")
def presses_button(context: Context, visitor: str, subject: str) -> None:
    """Press the button of a mail in one's inbox, and see the page that it leads to."""
    context.world.actor(visitor).acts.reading.press(subject)


@when("{visitor:Person} opens the mail {subject:Quoted}")
def opens_mail(context: Context, visitor: str, subject: str) -> None:
    """Look at a mail in one's inbox, its pictures included."""
    context.world.actor(visitor).acts.reading.open(subject)


@when("{visitor:Person}'s mail server looks at the mail {subject:Quoted}")
def mail_server_looks(context: Context, visitor: str, subject: str) -> None:
    """A machine fetches all that a mail leads to before anybody reads it, as some mail servers do."""
    context.world.actor(visitor).acts.reading.scan(subject)


@when("{visitor:Person} goes on to {words:Quoted}")
def goes_on(context: Context, visitor: str, words: str) -> None:
    """Follow a link of the page that the button of a mail has led to."""
    context.world.actor(visitor).acts.reading.go_on(words)
