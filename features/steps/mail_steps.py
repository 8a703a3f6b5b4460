"""What reaches an inbox, and what does not."""

from __future__ import annotations

from behave import given, then
from behave.runner import Context
from hamcrest import empty, is_not

from support.matchers import among, mail_from, mail_titled, only
from support.matchers_of_people import leading_nowhere_with
from support.matchers_of_words import all_titled, titled, titled_once
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


@given("{visitor:Person} has got the mail {subject:Quoted} after signing up on {site:Quoted}")
def has_got_mail(context: Context, visitor: str, subject: str, site: str) -> None:
    """Somebody signed up and got a mail by that, before what matters."""
    person, inbox = context.world.actor(visitor).person, context.world.inbox
    context.world.actor(visitor).given.visiting.sign_up(site, person.name, person.email)
    context.world.eventually(lambda: inbox.mails(person.email), among(titled(subject)), "the inbox", 60)


@given("{visitor:Person} has the mail {subject:Quoted}")
def has_the_mail(context: Context, visitor: str, subject: str) -> None:
    """A mail is in somebody's inbox, before what matters."""
    address, inbox = context.world.actor(visitor).person.email, context.world.inbox
    context.world.eventually(lambda: inbox.mails(address), among(titled(subject)), "the inbox", 60)


@then("{visitor:Person} should have one mail titled {subject:Quoted}")
def should_have_one_titled(context: Context, visitor: str, subject: str) -> None:
    """One mail in somebody's inbox has this subject; the sentence before says that the work was done."""
    mails = context.world.inbox.mails(context.world.actor(visitor).person.email)
    context.world.assert_that(mails, titled_once(subject), f"the inbox of {visitor}")


@then("nothing that the mail {subject:Quoted} leads to should tell {visitor:Person}'s address")
def nothing_should_tell_address(context: Context, subject: str, visitor: str) -> None:
    """No link and no picture of a mail holds the address that it went to."""
    email, inbox = context.world.actor(visitor).person.email, context.world.inbox
    expected = among(leading_nowhere_with(subject, email.partition("@")[0]))
    context.world.assert_that(inbox.mails(email), expected, f"the links of {subject}")


@given("the mail server has come back")
def mail_server_has_come_back(context: Context) -> None:
    """The mail server takes mail as before, before what matters."""
    context.world.outages.back("mail server")
