"""A thousand at once: who comes and does what, and what became of their wishes."""

from __future__ import annotations

from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import empty, less_than_or_equal_to

from support.builders_of_insights import balance_of
from support.load.asking import came, coming, done_of, what_came
from support.load.flooding import flood_of, flooded
from support.matchers_of_insights import balanced
from support.outcomes import done_by
from support.tables import records

_WHO = ("who", "of 100", "do as told in")
_FLOODS = ("size", "forms", "seconds")
_SIZES = ("size", "visitors", "owners", "every", "seconds")


@given("these people, who do as told")
def these_people(context: Context) -> None:
    """Of a hundred visits of each kind of people, how many go as which scenario of this feature tells."""
    coming(context.world, records(context.table, *_WHO))


@when("they come again and again, as many and as long as the size says")
def they_come(context: Context) -> None:
    """So many people are there at once, for so long; when each does something next waits for no answer."""
    came(context.world, records(context.table, *_SIZES))


@then("{visitor:Person} should be served")
def should_be_served(context: Context, visitor: str) -> None:
    """The act before was this person's, and it was done."""
    context.world.assert_that(context.world.outcome, done_by(visitor), f"how {visitor} was served")


@then("of each kind {share:Count} of 100 answers should have come within {limit:Limit}")
def answers_should_have_come(context: Context, share: int, limit: float) -> None:
    """Each answer is timed from when it should have been asked for; those to one sentence are of a kind."""
    reason = f"seconds that {share} of 100 answers took, of the slowest kind"
    context.world.assert_that(what_came(context.world).within(share), less_than_or_equal_to(limit), reason)


@then("all should have gone as told")
def all_should_have_gone(context: Context) -> None:
    """No answer was a failure, and each visit went as its scenario tells."""
    context.world.assert_that(what_came(context.world).otherwise, empty(), "what did not go as told")


@then(
    "within {limit:Seconds} seconds {name:Person}'s ledger should balance with each visit told in {title:Quoted}"  # noqa: E501 - editors read one string
)
def should_balance_with_each(context: Context, limit: float, name: str, title: str) -> None:
    """What visitors sent stands once in the book of each system, with a mail accepted for each."""
    told, done = balance_of(context.world.actor(name)), done_of(context.world, title)
    context.world.eventually(told, balanced(done, done), f"{name}'s ledger", limit)


@given("one server alone answers")
def one_server_answers(context: Context) -> None:
    """The second of the processes that answer has ended, and nobody starts it again."""
    context.world.outages.gone("web-2")


@when("as many forms of {site:Quoted} are sent as the size says")
def forms_are_sent(context: Context, site: str) -> None:
    """So many people send the form, as fast as they are thanked; what follows may still be going on."""
    flooded(context.world, site, records(context.table, *_FLOODS))


@when('as many forms of {site:Quoted} are sent as the size says, while the part "{part:Part}" is killed')
def forms_are_sent_while_killed(context: Context, site: str, part: str) -> None:
    """The same, and halfway a process of the platform ends."""
    killing = partial(context.world.outages.killed, part)
    flooded(context.world, site, records(context.table, *_FLOODS), killing)


@then("by the time that the size says {name:Person}'s ledger should balance with all of them")
def should_balance_with_all(context: Context, name: str) -> None:
    """Each form stands once in the book of each system, with a mail accepted for each."""
    flood, told = flood_of(context.world), balance_of(context.world.actor(name))
    context.world.eventually(told, balanced(flood.forms, flood.forms), f"{name}'s ledger", flood.seconds)
