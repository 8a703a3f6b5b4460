"""Domains of one's own: which an owner brings, what name servers say of it, and who finds what there."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_string, equal_to, has_item, string_contains_in_order

from support.builders_of_domains import (
    NOTHING,
    give_live,
    given_live,
    lead_to,
    lost,
    page_at,
    proof_of,
    prove_too,
    read_at_or_told,
    real_host,
    remove_records,
    say,
    silence,
    to_be_set,
)
from support.matchers import reads, reads_of


@given("{name:Person} has brought the domain {host:Quoted} to {site:Quoted}")
def has_brought(context: Context, name: str, host: str, site: str) -> None:
    """A domain was said; nothing of it is set or looked for."""
    context.world.actor(name).given.naming.bring(site, real_host(context.world, host))


@given("{name:Person} has set both records for the domain of {site:Quoted}")
def has_set_both(context: Context, name: str, site: str) -> None:
    """Name servers say what the owner was told to set; nobody has looked yet."""
    say(context.world, *context.world.actor(name).given.naming.to_set(site))


@given("{name:Person} has proven the domain of {site:Quoted}")
def has_proven(context: Context, name: str, site: str) -> None:
    """Name servers say whose the domain is, and not where it leads; nobody has looked yet."""
    say(context.world, proof_of(context.world.actor(name).given.naming, site))


@given("{name:Person} has proven the domain of {site:Quoted} as well")
def has_proven_too(context: Context, name: str, site: str) -> None:
    """Name servers say two things of whose the domain is, as where two people manage it."""
    prove_too(context.world.actor(name), site)


@given("{name:Person} has let the domain of {site:Quoted} lead to {machine:Quoted}")
def has_let_lead(context: Context, name: str, site: str, machine: str) -> None:
    """Name servers lead visitors of the domain to another machine."""
    lead_to(context.world.actor(name), site, machine)


@given("{name:Person} has removed the records of the domain of {site:Quoted}")
def has_removed(context: Context, name: str, site: str) -> None:
    """Name servers know the domain no more."""
    remove_records(context.world.actor(name), site)


@given("the name servers of the domain {host:Quoted} have fallen silent")
def have_fallen_silent(context: Context, host: str) -> None:
    """Whoever asks about the domain gets no answer."""
    silence(context.world, host)


@given("{name:Person} has given {site:Quoted} the live domain {host:Quoted}")
def has_given_live(context: Context, name: str, site: str, host: str) -> None:
    """A site is found at a domain of its owner's, and visitors know that."""
    actor = context.world.actor(name)
    given_live(actor, site, host)


@given("{name:Person} has had the live domain {host:Quoted} for {site:Quoted} for {days:Count} days")
def has_had_live(context: Context, name: str, host: str, site: str, days: int) -> None:
    """A site was found at a domain of its owner's for days, before what matters."""
    given_live(context.world.actor(name), site, host)
    context.world.pass_time(timedelta(days=days))


@given("{name:Person} has lost the domain {host:Quoted} of {site:Quoted}, whose records were removed")
def has_lost(context: Context, name: str, host: str, site: str) -> None:
    """Name servers know nothing of the domain any more, and that was noticed, before what matters."""
    lost(context.world.actor(name), site, host)


@when("{name:Person} gives {site:Quoted} the live domain {host:Quoted}")
def gives_live(context: Context, name: str, site: str, host: str) -> None:
    """Bring a domain, set both records, and look; visitors know the address before alone."""
    give_live(context.world.actor(name), context.world.actor(name).acts.naming, site, host)


@when("{name:Person} brings the domain {host:Quoted} to {site:Quoted}")
def brings(context: Context, name: str, host: str, site: str) -> None:
    """Say which domain is to be a site's."""
    context.world.actor(name).acts.naming.bring(site, real_host(context.world, host))


@when("{name:Person} brings the name {words:Quoted} to {site:Quoted}")
def brings_name(context: Context, name: str, words: str, site: str) -> None:
    """Say something that may be no domain, exactly so; it may be refused."""
    context.world.actor(name).acts.naming.bring(site, words)


@when("{name:Person} looks again at the domain of {site:Quoted}")
def looks_again(context: Context, name: str, site: str) -> None:
    """Have it looked now what name servers say."""
    context.world.actor(name).acts.naming.look_again(site)


@when("{name:Person} takes the domain of {site:Quoted} away")
def takes_away(context: Context, name: str, site: str) -> None:
    """Let a site have no domain of its own; visitors are told the address below ours."""
    context.world.actor(name).acts.naming.take_away(site)
    context.world.addresses.move(site, context.world.addresses.former(site))


@then("{name:Person} should read what to set for the domain {host:Quoted} of {site:Quoted}")
def should_read_what_to_set(context: Context, name: str, host: str, site: str) -> None:
    """Both records: what proves whose the domain is, and where it is to lead."""
    told, wanted = (
        context.world.actor(name).sees.naming.told(site),
        to_be_set(context.world.actor(name), site, host),
    )
    context.world.assert_that(told, string_contains_in_order(*wanted), f"what {name} reads of {site}")


@then("{name:Person} should read {words:Quoted} of the domain of {site:Quoted}")
def should_read_of(context: Context, name: str, words: str, site: str) -> None:
    """How the domain stands, and what was found of it."""
    told = context.world.actor(name).sees.naming.told(site)
    context.world.assert_that(told, contains_string(words), f"what {name} reads of the domain of {site}")


@then("visitors of the domain {host:Quoted} should read {words:Quoted}")
def domain_should_read(context: Context, host: str, words: str) -> None:
    """A line of the page that visitors of a domain get."""
    seen = read_at_or_told(context.world.stranger, host)
    context.world.assert_that(seen, reads(words), f"what visitors of {host} get")


@then("visitors of the domain {host:Quoted} should find nothing")
def domain_should_find_nothing(context: Context, host: str) -> None:
    """No site is shown to visitors of a domain."""
    seen = read_at_or_told(context.world.stranger, host)
    context.world.assert_that(seen, reads_of(NOTHING), f"what visitors of {host} get")


@then(
    "within {limit:Seconds} seconds visitors of the domain {host:Quoted} should come to read {words:Quoted}"
)
def domain_should_come_to_read(context: Context, limit: float, host: str, words: str) -> None:
    """A line of the page at a domain, no later than the sentence allows since it was time to look."""
    seen = partial(read_at_or_told, context.world.stranger, host)
    context.world.eventually(seen, reads(words), f"what visitors of {host} get", limit)


@then("within {limit:Seconds} seconds visitors of the domain {host:Quoted} should come to find nothing")
def domain_should_come_to_nothing(context: Context, limit: float, host: str) -> None:
    """No site is shown at a domain any more, no later than the sentence allows since it was time to look."""
    seen = partial(read_at_or_told, context.world.stranger, host)
    context.world.eventually(seen, reads_of(NOTHING), f"what visitors of {host} get", limit)


@then("whoever noted the page {page:Quoted} of {site:Quoted} should be led to it at {host:Quoted}")
def should_be_led(context: Context, page: str, site: str, host: str) -> None:
    """Path and what was said behind it are kept."""
    led = context.world.stranger.sees.roaming.led_from(site, page, "by=van")
    wanted = page_at(context.world, site, host, page) + "?by=van"
    context.world.assert_that(led, equal_to(wanted), f"where whoever noted {page} is led")


@then("the map of {site:Quoted} at {host:Quoted} should name the page {page:Quoted} there")
def map_should_name_there(context: Context, site: str, host: str, page: str) -> None:
    """Search engines are told of the page at the domain alone."""
    mapped = context.world.stranger.sees.roaming.mapped(site)
    wanted = page_at(context.world, site, host, page)
    context.world.assert_that(mapped, has_item(wanted), f"the map of {site}")
