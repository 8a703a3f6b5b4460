"""Several pages to a site: added, ordered, changed, removed, and visited one by one."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_string, equal_to

from support.builders import followed_or_told, page_with_headline, read_or_told, real_titles, refusal_of
from support.matchers import reads


@given("{name:Person} has the page {page:Quoted} on {site:Quoted} with the headline {headline:Quoted}")
def has_page(context: Context, name: str, page: str, site: str, headline: str) -> None:
    """One more page, behind the others."""
    page_with_headline(context.world.actor(name).given, site, page, headline)


@given("{name:Person} has the page {page:Quoted} on {site:Quoted} with a sign-up form")
def has_page_with_form(context: Context, name: str, page: str, site: str) -> None:
    """One more page, on which visitors can leave name and address."""
    context.world.actor(name).given.pages.add(site, page)
    context.world.actor(name).given.pages.add_form(site, page)


@given("{name:Person} has removed the page {page:Quoted} of {site:Quoted}")
def has_removed_page(context: Context, name: str, page: str, site: str) -> None:
    """A page is gone, with all that was on it."""
    context.world.actor(name).given.pages.remove(site, page)


@given("{name:Person} has let {words:Quoted} lead to {address:Quoted} on {site:Quoted}")
def has_let_lead(context: Context, name: str, words: str, address: str, site: str) -> None:
    """A link or a call to action leads to an address, be there something or not."""
    context.world.actor(name).given.composing.lead(site, words, address)


@given("{name:Person} has let {words:Quoted} lead to the page {page:Quoted} on {site:Quoted}")
def has_let_lead_to_page(context: Context, name: str, words: str, page: str, site: str) -> None:
    """A link or a call to action leads to another page of the same site."""
    path = context.world.addresses.path(site, page)
    context.world.actor(name).given.composing.lead(site, words, path)


@when("{name:Person} adds the page {page:Quoted} to {site:Quoted} with the headline {headline:Quoted}")
def adds_page(context: Context, name: str, page: str, site: str, headline: str) -> None:
    """One more page, behind the others, and its headline."""
    page_with_headline(context.world.actor(name).acts, site, page, headline)


@when("{name:Person} changes the headline of the page {page:Quoted} of {site:Quoted} to {headline:Quoted}")
def changes_headline_of_page(context: Context, name: str, page: str, site: str, headline: str) -> None:
    """Edit the draft of one page."""
    context.world.actor(name).acts.pages.write_headline(site, page, headline)


@when("{name:Person} gives the page {page:Quoted} of {site:Quoted} the address of {other:Quoted}")
def gives_page_address_of(context: Context, name: str, page: str, site: str, other: str) -> None:
    """Want an address that another page has."""
    context.world.actor(name).acts.pages.take_address_of(other, site, page)


@when("{name:Person} puts the page {page:Quoted} of {site:Quoted} before {other:Quoted}")
def puts_page_before(context: Context, name: str, page: str, site: str, other: str) -> None:
    """Let a page stand before another."""
    context.world.actor(name).acts.pages.put_before(site, page, other)


@when("{name:Person} removes the page {page:Quoted} of {site:Quoted}")
def removes_page(context: Context, name: str, page: str, site: str) -> None:
    """Take a page away, with all that is on it."""
    context.world.actor(name).acts.pages.remove(site, page)


@when("{name:Person} copies {site:Quoted} as {other:Quoted}")
def copies(context: Context, name: str, site: str, other: str) -> None:
    """Make a site of its own from another."""
    context.world.actor(name).acts.sites.copy(site, other)


@when("{visitor:Person} signs up on the page {page:Quoted} of {site:Quoted}")
def signs_up_on_page(context: Context, visitor: str, page: str, site: str) -> None:
    """Fill in name and address on one of the pages, and send the form."""
    person = context.world.actor(visitor).person
    context.world.actor(visitor).acts.visiting.sign_up(site, person.name, person.email, page)


@then("{name:Person} should have the pages {pages:Several} on {site:Quoted}")
def should_have_pages(context: Context, name: str, pages: tuple[str, ...], site: str) -> None:
    """These pages and no others, in this order; the home page is called as its site is."""
    titles = list(context.world.actor(name).sees.pages.titles(site))
    context.world.assert_that(titles, equal_to(real_titles(context.world, site, pages)), f"pages of {site}")


@then("the page {page:Quoted} of {site:Quoted} should read {words:Quoted} to {name:Person}")
def page_should_read(context: Context, page: str, site: str, words: str, name: str) -> None:
    """The headline of a page's draft, as its owner has it."""
    headline = context.world.actor(name).sees.pages.headline(site, page)
    context.world.assert_that(headline, equal_to(words), f"the headline of {page} of {site}")


@then("visitors of the page {page:Quoted} of {site:Quoted} should read {words:Quoted}")
def visitors_of_page_should_read(context: Context, page: str, site: str, words: str) -> None:
    """A line of a live page, as a stranger gets it."""
    seen = read_or_told(context.world.stranger, site, page)
    context.world.assert_that(seen, reads(words), f"what visitors of {page} of {site} get")


@then("visitors should find nothing at the page {page:Quoted} of {site:Quoted}")
def visitors_should_find_no_page(context: Context, page: str, site: str) -> None:
    """A stranger who goes to a page's address is told that there is no such page."""
    told = refusal_of(lambda one: context.world.stranger.sees.visiting.read(site, one), page)
    context.world.assert_that(
        told, contains_string("does not exist here"), f"what visitors of {page} of {site} get"
    )


@then("visitors who follow {words:Quoted} on {site:Quoted} should read {line:Quoted}")
def visitors_who_follow(context: Context, words: str, site: str, line: str) -> None:
    """A line of the page that a link of the live page leads to."""
    seen = followed_or_told(context.world.stranger, site, words)
    context.world.assert_that(seen, reads(line), f"where {words} of {site} leads")
