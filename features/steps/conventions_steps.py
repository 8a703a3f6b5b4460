"""How operations deal with a lost answer, a stale copy, a long list, a typing error."""

from __future__ import annotations

from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to

from support.builders import read_in_parts, started

KEY = "one key for one wish"


@given("{name:Person} has started the sites {sites:Several}")
def has_started(context: Context, name: str, sites: tuple[str, ...]) -> None:
    """Drafts that were started one after the other."""
    started(context.world.actor(name), sites)


@given("{name:Person} has asked for the site {site:Quoted} with an idempotency key")
def has_asked_once(context: Context, name: str, site: str) -> None:
    """A site that was started by a request that may be repeated."""
    context.world.actor(name).given.conventions.start_once(site, KEY)


@given("{name:Person} has asked for the site {site:Quoted} with the idempotency key {key:Quoted}")
def has_asked_with(context: Context, name: str, site: str, key: str) -> None:
    """The same, and the key matters."""
    context.world.actor(name).given.conventions.start_once(site, key)


@given("{reader:Person} has read {site:Quoted} before {name:Person} named it {other:Quoted}")
def has_read_before(context: Context, reader: str, site: str, name: str, other: str) -> None:
    """Somebody's copy of a site is stale: it has got another name since."""
    context.world.actor(reader).given.conventions.read(site)
    context.world.actor(name).given.conventions.read(site)
    context.world.actor(name).given.conventions.name_what_was_read(other)


@when("{name:Person} asks for the site {site:Quoted} twice with the same idempotency key")
def asks_twice(context: Context, name: str, site: str) -> None:
    """The same request twice, as by somebody to whom the first answer was lost."""
    asks = context.world.actor(name).acts.conventions
    context.world.memory.answers = (asks.start_once(site, KEY), asks.start_once(site, KEY))


@when("{name:Person} asks for the site {site:Quoted} with the same idempotency key")
def asks_otherwise(context: Context, name: str, site: str) -> None:
    """Another request with a key that was used before."""
    context.world.actor(name).acts.conventions.start_once(site, KEY)


@when("{name:Person} asks for the site {site:Quoted} with the idempotency key {key:Quoted}")
def asks_with(context: Context, name: str, site: str, key: str) -> None:
    """A request with a key that matters."""
    context.world.actor(name).acts.conventions.start_once(site, key)


@when("{name:Person} names what he has read {other:Quoted}")
def names_what_was_read(context: Context, name: str, other: str) -> None:
    """Change a site, saying which version was seen."""
    context.world.actor(name).acts.conventions.name_what_was_read(other)


@when("{name:Person} names {site:Quoted} {other:Quoted} without having read it")
def names_unread(context: Context, name: str, site: str, other: str) -> None:
    """Change a site, without saying which version was seen."""
    context.world.actor(name).acts.conventions.name_unread(site, other)


@when("{reader:Person} reads the sites two at a time, while {name:Person} starts {site:Quoted}")
def reads_while_one_is_started(context: Context, reader: str, name: str, site: str) -> None:
    """A list that grows between two parts of it."""
    start = partial(context.world.actor(name).given.building.start, site)
    context.world.memory.read = read_in_parts(context.world.actor(reader), 2, start)


@when("{reader:Person} reads the sites two at a time, while {name:Person} puts {site:Quoted} away")
def reads_while_one_is_put_away(context: Context, reader: str, name: str, site: str) -> None:
    """A list that shrinks between two parts of it."""
    put_away = partial(context.world.actor(name).given.sites.put_away, site)
    context.world.memory.read = read_in_parts(context.world.actor(reader), 2, put_away)


@when("{name:Person} reads her sites from the place {place:Quoted} on")
def reads_from(context: Context, name: str, place: str) -> None:
    """A place in a list that nobody gave."""
    context.world.actor(name).acts.conventions.ask_with("cursor", place)


@when("{name:Person} asks for her sites with the word {word:Quoted}")
def asks_with_word(context: Context, name: str, word: str) -> None:
    """A question with a word that the operation does not know."""
    context.world.actor(name).acts.conventions.ask_with(word, "true")


@when("{name:Person} tries every operation {how:Doubt}")
def tries_with(context: Context, name: str, how: str) -> None:
    """Each operation that takes it, with what cannot be right: more than it takes, a version of yesterday."""
    memory, partners = context.world.memory, context.world.actor(name).given.partners
    theirs = memory.noted(name, partners.belongings())
    memory.tried = context.world.actor(name).acts.conventions.confuse(theirs, how)


@then("both answers should be the same")
def both_should_be_the_same(context: Context) -> None:
    """Whoever asked again was answered as at first, word for word."""
    first, second = context.world.memory.answers
    context.world.assert_that(second, equal_to(first), "the answer to the second of two requests")


@then("the sites that were read should be {sites:Several}")
def should_have_read(context: Context, sites: tuple[str, ...]) -> None:
    """These names, in this order, each once, over all parts of the list."""
    wanted = list(map(context.world.real, sites))
    context.world.assert_that(context.world.memory.read, equal_to(wanted), "what was read of the list")
