"""Several people at one site at once: what is stored stays, is seen, and comes in one order for all."""

from __future__ import annotations

from functools import partial

from behave import then, when
from behave.runner import Context

from support.matchers_of_histories import faultless
from support.racing import judged, signed_up_at_once, wrote_at_once


@when("{people:People} write {many:Count} headlines or texts of {site:Quoted} at once")
def write_at_once(context: Context, people: tuple[str, ...], many: int, site: str) -> None:
    """Each writes a share of so many, reads after each, and waits for nobody."""
    wrote_at_once(context.world, people, site, many)


@when(
    '{people:People} write {many:Count} headlines or texts of {site:Quoted} at once, while the part "{part:Part}" is killed'  # noqa: E501 - editors read one string
)
def write_at_once_while_killed(
    context: Context, people: tuple[str, ...], many: int, site: str, part: str
) -> None:
    """The same, and halfway a process of the platform ends; who gets no answer looks until there is one."""
    killing = partial(context.world.outages.killed, part)
    wrote_at_once(context.world, people, site, many, killing)


@when("{many:Count} visitors sign up on {site:Quoted} at once, while {name:Person} looks")
def visitors_sign_up_at_once(context: Context, many: int, site: str, name: str) -> None:
    """Each sends the form once and waits for nobody; somebody looks again and again at what was sent."""
    signed_up_at_once(context.world, context.world.actor(name), site, many)


@then("all that was called stored should be there")
def all_should_be_there(context: Context) -> None:
    """Whatever was acknowledged is read later, or was overwritten; and nothing that nobody wrote."""
    told = judged(context.world, "lost update", "out of nowhere")
    context.world.assert_that(told, faultless(), "what was called stored")


@then("whoever looked should have seen what was stored by then")
def should_have_seen_what_was_stored(context: Context) -> None:
    """Nobody who looks sees less than had been stored, or been shown to somebody, before they looked."""
    told = judged(context.world, "stale read")
    context.world.assert_that(told, faultless(), "what people were shown")


@then("everybody should have been told one order")
def should_be_told_one_order(context: Context) -> None:
    """Answers, pages and log agree on what came first, and it is what came first by the clock."""
    told = judged(context.world, "order")
    context.world.assert_that(told, faultless(), "in which order it was done")
