"""How a site is found: by its map, by shared links, at addresses that it had before."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_string, equal_to, has_items, is_not

from support.builders_of_ways import (
    addresses_of,
    card_of_first_words,
    former_or_told,
    named_on_map,
    picture_without_words,
)
from support.matchers import reads

LONG, OFTEN = "All about rye, from the field to the oven. " * 110, 35


@given("{name:Person} has said of the page {page:Quoted} of {site:Quoted} that it is about {words:Quoted}")
def has_described(context: Context, name: str, page: str, site: str, words: str) -> None:
    """A page's owner said what it is about, before what matters."""
    context.world.actor(name).acts.moving.describe(site, page, words)


@given("{name:Person} has moved the page {page:Quoted} of {site:Quoted} to an address of its own")
def has_moved_page(context: Context, name: str, page: str, site: str) -> None:
    """A page of the draft has another address than visitors know."""
    context.world.actor(name).acts.moving.move_page(site, page)


@given("{name:Person} has moved {site:Quoted} to another address")
def has_moved_site(context: Context, name: str, site: str) -> None:
    """A site has another address than visitors know."""
    context.world.actor(name).given.moving.move_site(site)


@given("{name:Person} has taken everything off the page {page:Quoted} of {site:Quoted}")
def has_cleared(context: Context, name: str, page: str, site: str) -> None:
    """A page of the draft stands there, and nothing on it."""
    context.world.actor(name).given.moving.clear(site, page)


@given("{name:Person} has written a whole book on {site:Quoted}")
def has_written_book(context: Context, name: str, site: str) -> None:
    """The home page of the draft has some 165,000 characters."""
    context.world.actor(name).given.moving.fill(site, LONG, OFTEN)


@given("{name:Person} has put a picture without words on {site:Quoted}")
def has_put_picture(context: Context, name: str, site: str) -> None:
    """A picture stands on the draft, and nobody wrote what it shows."""
    picture_without_words(context.world.actor(name), site)


@when("{name:Person} moves the page {page:Quoted} of {site:Quoted} to an address of its own")
def moves_page(context: Context, name: str, page: str, site: str) -> None:
    """Give a page of the draft another address."""
    context.world.actor(name).acts.moving.move_page(site, page)


@when("{visitor:Person} asks for the {what:ForMachines} of {site:Quoted}")
def asks_as_machine(context: Context, visitor: str, what: str, site: str) -> None:
    """Ask for what is there for machines, as a search engine does."""
    context.world.actor(visitor).acts.roaming.ask_as_machine(site, what)


@when("{name:Person} moves {site:Quoted} to another address")
def moves_site(context: Context, name: str, site: str) -> None:
    """Give a site another address, that nobody has."""
    context.world.actor(name).acts.moving.move_site(site)


@when("{name:Person} moves {site:Quoted} to the address {label:Quoted}")
def moves_site_to(context: Context, name: str, site: str, label: str) -> None:
    """Want an address of one's choice; it may be refused."""
    context.world.actor(name).acts.moving.move_site(site, label)


@when("{name:Person} moves {site:Quoted} to the former address of {other:Quoted}")
def moves_site_to_former(context: Context, name: str, site: str, other: str) -> None:
    """Want the address that another site had before; it may be refused."""
    label = context.world.addresses.label(context.world.addresses.former(other))
    context.world.actor(name).acts.moving.move_site(site, label)


@when("{name:Person} publishes {site:Quoted} anyway")
def publishes_anyway(context: Context, name: str, site: str) -> None:
    """Let visitors have the draft as it is now, whatever is warned of."""
    context.world.actor(name).acts.publishing.publish_anyway(site)


@when("{visitor:Person} goes to a page of {site:Quoted} that there never was")
def goes_astray(context: Context, visitor: str, site: str) -> None:
    """Somebody comes by a wrong address."""
    context.world.actor(visitor).acts.roaming.go_astray(site)


@then("the map of {site:Quoted} should name {one:Quoted} and {other:Quoted}")
def map_should_name(context: Context, site: str, one: str, other: str) -> None:
    """Search engines are told of both pages."""
    wanted = addresses_of(context.world, site, (one, other))
    context.world.assert_that(
        context.world.stranger.sees.roaming.mapped(site), has_items(*wanted), f"the map of {site}"
    )


@then("the map of {site:Quoted} should name {one:Quoted} rather than {other:Quoted}")
def map_should_name_rather(context: Context, site: str, one: str, other: str) -> None:
    """Search engines are told of one page, and not of the other."""
    told = named_on_map(context.world, site, (one, other))
    context.world.assert_that(told, equal_to([True, False]), f"whether the map of {site} names both")


@then("machines that visit {site:Quoted} should be led to its map")
def machines_should_be_led(context: Context, site: str) -> None:
    """What machines may read is told to them, and where the map is."""
    told = context.world.stranger.sees.roaming.map_named(site)
    address = context.world.addresses.live(site)
    context.world.assert_that(told, equal_to(f"{address}/sitemap.xml"), f"what machines on {site} are told")


@then("a shared link to the page {page:Quoted} of {site:Quoted} should say {words:Quoted}")
def shared_link_should_say(context: Context, page: str, site: str, words: str) -> None:
    """What is shown of a page where somebody shares a link to it."""
    told = context.world.stranger.sees.roaming.card(site, page)
    context.world.assert_that(told, equal_to(words), f"a shared link to {page} of {site}")


@then("a shared link to the page {page:Quoted} of {site:Quoted} should say its first words")
def shared_link_should_say_first(context: Context, page: str, site: str) -> None:
    """What is shown of a page where its owner says nothing of it: its first paragraph."""
    told, first = card_of_first_words(context.world.stranger, site, page)
    context.world.assert_that(first, contains_string(told), f"the page {page} of {site}")
    context.world.assert_that(told, is_not(equal_to("")), f"a shared link to {page} of {site}")


@then("visitors of the former address of {site:Quoted} should read {words:Quoted}")
def former_visitors_should_read(context: Context, site: str, words: str) -> None:
    """Whoever noted the address that a site had reads it all the same."""
    seen = former_or_told(context.world.stranger, site)
    context.world.assert_that(seen, reads(words), f"what stands at the former address of {site}")


@then("visitors of the former address of the page {page:Quoted} of {site:Quoted} should read {words:Quoted}")
def former_visitors_of_page_should_read(context: Context, page: str, site: str, words: str) -> None:
    """Whoever noted the address that a page had reads it all the same."""
    seen = former_or_told(context.world.stranger, site, page)
    context.world.assert_that(seen, reads(words), f"what stands at the former address of {page} of {site}")
