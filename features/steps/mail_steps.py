"""What reaches an inbox, and what does not."""

from __future__ import annotations

from behave import then
from behave.runner import Context
from hamcrest import empty, is_not

from support.matchers import among, mail_from, mail_titled, only
from support.matchers_of_words import all_titled, titled
from support.tables import column


@then("within {limit:Limit} the mail {subject:Quoted} should reach {visitor:Person}")
def mail_should_reach(context: Context, limit: float, subject: str, visitor: str) -> None:
    """A mail arrives in somebody's inbox in time, and greets by name."""
    address, expected = context.world.actor(visitor).person.email, mail_titled(subject, naming=visitor)
    inbox = context.world.inbox
    context.world.eventually(lambda: inbox.mails(address), among(expected), f"the inbox of {visitor}", limit)


@then("{visitor:Person} should get the mail {subject:Quoted} because of {site:Quoted}")
def should_get_mail_because_of(context: Context, visitor: str, subject: str, site: str) -> None:
    """A mail arrives that greets by name and says from which site it comes, whatever came before."""
    address, inbox = context.world.actor(visitor).person.email, context.world.inbox
    expected = among(mail_from(context.world.real(site), subject, naming=visitor))
    context.world.eventually(lambda: inbox.mails(address), expected, f"the inbox of {visitor}")


@then("{visitor:Person} should have one mail {subject:Quoted}")
def should_have_one_mail(context: Context, visitor: str, subject: str) -> None:
    """One mail and no other is in somebody's inbox; the sentence before says that the work was done."""
    mails = context.world.inbox.mails(context.world.actor(visitor).person.email)
    context.world.assert_that(mails, only(mail_titled(subject, naming=visitor)), f"the inbox of {visitor}")


@then("{visitor:Person} should have the mails")
def should_have_mails(context: Context, visitor: str) -> None:
    """All that is in somebody's inbox, in any order; takes a table | subject |."""
    mails = context.world.inbox.mails(context.world.actor(visitor).person.email)
    expected = all_titled(column(context.table, "subject"), naming=visitor)
    context.world.assert_that(mails, expected, f"the inbox of {visitor}")


@then("{visitor:Person} should have no mail")
def should_have_no_mail(context: Context, visitor: str) -> None:
    """Nothing is in somebody's inbox; the sentence before says that the work was done."""
    mails = context.world.inbox.mails(context.world.actor(visitor).person.email)
    context.world.assert_that(mails, empty(), f"the inbox of {visitor}")


@then("{visitor:Person} should have no mail {subject:Quoted}")
def should_not_have_mail(context: Context, visitor: str, subject: str) -> None:
    """No such mail is there, whatever else is; the sentence before says that the work was done."""
    mails = context.world.inbox.mails(context.world.actor(visitor).person.email)
    context.world.assert_that(mails, is_not(among(titled(subject))), f"the inbox of {visitor}")
