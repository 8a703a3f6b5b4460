"""How much the copywriter is asked about, and with which brief."""

from __future__ import annotations

from dataclasses import replace

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to


@given("{name:Person} has asked for other words in the headline of {site:Quoted}")
def has_asked_about_headline(context: Context, name: str, site: str) -> None:
    """The copywriter has answered; nothing is decided yet."""
    context.world.actor(name).given.asking.about_headline(site, context.world.brief_of(name))


@given("{name:Person} has asked for other words on all of {site:Quoted}")
def has_asked_about_page(context: Context, name: str, site: str) -> None:
    """The copywriter has answered; nothing is decided yet."""
    context.world.actor(name).given.asking.about_page(site, context.world.brief_of(name))


@when(
    "{name:Person} asks for other words for {owner:Person} in the section {section:Quoted} of {site:Quoted}"
)
def asks_for_owner(context: Context, name: str, owner: str, section: str, site: str) -> None:
    """Ask with the brief of somebody else's business, for whom one works; it may be refused."""
    context.world.actor(name).acts.customising.ask(site, section, context.world.brief_of(owner))


@when(
    "{name:Person} asks for other words for {audience:Quoted} in the section {section:Quoted} of {site:Quoted}"  # noqa: E501 - editors read one string
)
def asks_for_audience(context: Context, name: str, audience: str, section: str, site: str) -> None:
    """Ask with a brief that names whom the words are for, and nothing that they are to bring about."""
    brief = replace(context.world.brief_of(name), audience=audience, goal="")
    context.world.actor(name).acts.customising.ask(site, section, brief)


@when(
    "{name:Person} asks for other words for the business {business:Quoted} in the section {section:Quoted} of {site:Quoted}"  # noqa: E501 - editors read one string
)
def asks_for_business(context: Context, name: str, business: str, section: str, site: str) -> None:
    """Ask for a business of that name."""
    brief = replace(context.world.brief_of(name), business=business)
    context.world.actor(name).acts.customising.ask(site, section, brief)


@when(
    "{name:Person} asks for other words for a business of {letters:Count} letters in the section {section:Quoted} of {site:Quoted}"  # noqa: E501 - editors read one string
)
def asks_for_long_business(context: Context, name: str, letters: int, section: str, site: str) -> None:
    """Ask for a business whose name is so long; it may be refused."""
    brief = replace(context.world.brief_of(name), business="m" * letters)
    context.world.actor(name).acts.customising.ask(site, section, brief)


@then("the headline of {site:Quoted} alone should differ from what {name:Person} remembers")
def only_headline_should_differ(context: Context, site: str, name: str) -> None:
    """Every other word of the page is as it was when somebody took notice."""
    before = context.world.memory.of(site)
    draft = context.world.actor(name).sees.building.draft(site)
    gone = draft.words_gone_since(before)
    context.world.assert_that(gone, equal_to((before.headline,)), f"the words of {site} that are gone")


@then("every section of {site:Quoted} should differ from what {name:Person} remembers")
def all_sections_should_differ(context: Context, site: str, name: str) -> None:
    """No section reads as it did when somebody took notice."""
    before = context.world.memory.of(site)
    draft = context.world.actor(name).sees.building.draft(site)
    changed = draft.sections_that_differ_from(before)
    context.world.assert_that(changed, equal_to(before.names), f"the sections of {site} that changed")
