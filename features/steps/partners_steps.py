"""What partners who build on the platform can rely on, and what nobody gets at by trying."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import empty, greater_than

from support.builders import some_of_everything
from support.outcomes import answering_as, each_refused, let_through
from support.partnering import made_keys


@given("{name:Person} has some of everything")
def has_some_of_everything(context: Context, name: str) -> None:
    """A live site, somebody who signed up there, a picture: whatever no operation makes by an example."""
    some_of_everything(context.world, context.world.actor(name))


@given("{partner:Person} has a key from {owner:Person} for {scopes:Several}")
def has_key(context: Context, partner: str, owner: str, scopes: tuple[str, ...]) -> None:
    """A partner speaks by a key that an owner made for these scopes."""
    secret = context.world.actor(owner).given.partners.make_key(partner, scopes)
    context.world.actor(partner).given.partners.hold_key(secret)


@given("{owner:Person} has withdrawn {partner:Person}'s key")
def has_withdrawn_key(context: Context, owner: str, partner: str) -> None:
    """A key that was taken back before what matters."""
    context.world.actor(owner).given.partners.withdraw_key(partner)


@when("{name:Person} makes {many:Count} keys")
def makes_keys(context: Context, name: str, many: int) -> None:
    """Keys for tills, one after the other; how many there may be matters."""
    made_keys(context.world.actor(name).acts, many)


@when("{name:Person} tries every operation on what belongs to {other:Person}")
def tries_on_what_belongs_to(context: Context, name: str, other: str) -> None:
    """Each operation that takes an id, with each id of somebody else's."""
    memory, partners = context.world.memory, context.world.actor(other).given.partners
    theirs = memory.noted(other, partners.belongings())
    memory.tried = context.world.actor(name).acts.partners.trespass(theirs)


@when("{name:Person} tries every operation at {other:Person}'s that is not for {held:Several}")
def tries_beyond(context: Context, name: str, other: str, held: tuple[str, ...]) -> None:
    """Each operation that asks for another scope than these, or for a higher role than this one."""
    memory, partners = context.world.memory, context.world.actor(other).given.partners
    theirs = memory.noted(other, partners.belongings())
    memory.tried = context.world.actor(name).acts.partners.overreach(theirs, held)


@when("{name:Person} tries every operation at {other:Person}'s without signing in")
def tries_as_nobody(context: Context, name: str, other: str) -> None:
    """Each operation that asks who is calling, by nobody."""
    memory, partners = context.world.memory, context.world.actor(other).given.partners
    theirs = memory.noted(other, partners.belongings())
    memory.tried = context.world.actor(name).acts.partners.knock(theirs)


@then("all answers should be as partners were promised")
def answers_should_be_as_promised(context: Context) -> None:
    """Every exchange of the scenario until now is held against the contract that the target names."""
    promised = context.world.journal.promised
    context.world.assert_that(promised.checked, greater_than(0), "how many answers a contract was read for")
    context.world.assert_that(promised.read(), empty(), "what was answered otherwise than promised")


@then("each of them should be refused as {kinds:Several}")
def each_should_be_refused(context: Context, kinds: tuple[str, ...]) -> None:
    """Every operation that was tried is refused, by one of these titles; at least one was tried."""
    tried = context.world.memory.tried
    context.world.journal.accuse(let_through(tried, kinds))
    context.world.assert_that(tried, each_refused(kinds), "operations that were tried")


@then("all that {name:Person} has should be as it was")
def should_be_as_it_was(context: Context, name: str) -> None:
    """Whatever somebody could look at before the tries answers the same after them."""
    before = context.world.memory.belongings(name)
    after = context.world.actor(name).sees.partners.look_again(before)
    context.world.assert_that(after, answering_as(before.seen), f"what {name} has")
