"""How much the copywriter is asked about, and with which brief."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from behave import given, then, when
from behave.runner import Context
from hamcrest import all_of, contains_string, equal_to, greater_than, has_length, not_
from hamcrest.core.matcher import Matcher

from support.matchers import reads_of


@given("{name:Person} has taken other words for all of {site:Quoted}")
def has_taken_for_all(context: Context, name: str, site: str) -> None:
    """All of the home page reads otherwise by now."""
    context.world.actor(name).given.asking.about_page(site, context.world.brief_of(name))
    context.world.actor(name).given.customising.accept()


@when("{name:Person} takes other words for all of {site:Quoted}")
def takes_for_all(context: Context, name: str, site: str) -> None:
    """Ask about the whole home page, and accept what is proposed."""
    context.world.actor(name).acts.asking.about_page(site, context.world.brief_of(name))
    context.world.actor(name).acts.customising.accept()


@when("{name:Person} asks for other words for all of {site:Quoted}")
def asks_for_all(context: Context, name: str, site: str) -> None:
    """Ask about the whole home page, and decide on nothing yet."""
    context.world.actor(name).acts.asking.about_page(site, context.world.brief_of(name))


@when("{name:Person} asks for other words for all of the page {page:Quoted} of {site:Quoted}")
def asks_for_page(context: Context, name: str, page: str, site: str) -> None:
    """Ask about another page than the first, and decide on nothing yet."""
    context.world.actor(name).acts.asking.about_page(site, context.world.brief_of(name), page)


@then("nothing beside the proposal should lead {name:Person} to {where:Quoted}")
def should_lead_nowhere(context: Context, name: str, where: str) -> None:
    """What stands beside the words; the sentence before says that there are some."""
    said = context.world.actor(name).sees.asking.left()
    there: Matcher[Any] = contains_string(where)
    context.world.assert_that(said, not_(there), "what stands beside the proposal")


@then("{name:Person} should be told beside the proposal that there is {what:Quoted} to look at")
def should_be_told_beside(context: Context, name: str, what: str) -> None:
    """What was not put into other words, since its owner alone can."""
    said = context.world.actor(name).sees.asking.left()
    context.world.assert_that(said, contains_string(what), "what stands beside the proposal")


@when("{name:Person} takes other words for the headline of {site:Quoted}")
def takes_for_headline(context: Context, name: str, site: str) -> None:
    """Ask about the headline alone, and accept what is proposed."""
    context.world.actor(name).acts.asking.about_headline(site, context.world.brief_of(name))
    context.world.actor(name).acts.customising.accept()


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
    changed = draft.written_otherwise_than(before)
    headlines = equal_to({before.headline, draft.headline})
    context.world.assert_that(changed, headlines, f"the words that {site} has by now, or had before")


@then("every section of {site:Quoted} should differ from what {name:Person} remembers")
def all_sections_should_differ(context: Context, site: str, name: str) -> None:
    """No section reads as it did when somebody took notice."""
    before = context.world.memory.of(site)
    draft = context.world.actor(name).sees.building.draft(site)
    changed = draft.sections_that_differ_from(before)
    context.world.assert_that(changed, equal_to(before.names), f"the sections of {site} that changed")


@then("none of the words that {name:Person} is shown should mention {words:Quoted}")
def should_not_mention(context: Context, name: str, words: str) -> None:
    """What the copywriter proposes says nothing of the kind."""
    shown = context.world.actor(name).sees.customising.shown()
    nothing: Matcher[Any] = all_of(has_length(greater_than(0)), not_(reads_of(words)))
    context.world.assert_that(shown, nothing, f"what {name} is shown")
