"""In which language pages are, and words for them."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to

from support.matchers_of_words import language_of


@given("{name:Person} has let {site:Quoted} be in {language:Quoted}")
def has_let_be_in(context: Context, name: str, site: str, language: str) -> None:
    """The home page is in a language from now on."""
    context.world.actor(name).given.speaking.speak(site, language)


@given("{name:Person} has let the page {page:Quoted} of {site:Quoted} be in {language:Quoted}")
def has_let_page_be_in(context: Context, name: str, page: str, site: str, language: str) -> None:
    """Another page than the first is in a language of its own from now on."""
    context.world.actor(name).given.speaking.speak(site, language, page)


@when("{name:Person} publishes {site:Quoted} in {language:Quoted}")
def publishes_in(context: Context, name: str, site: str, language: str) -> None:
    """Say in which language the home page is, and let visitors have it."""
    context.world.actor(name).acts.speaking.speak(site, language)
    context.world.actor(name).acts.publishing.publish(site)


@then("{name:Person} should be shown words in {language:Quoted}")
def should_be_shown_in(context: Context, name: str, language: str) -> None:
    """What the copywriter proposes, by the commonest words of languages."""
    shown = context.world.actor(name).sees.customising.shown()
    what = f"the language of the words that {name} is shown ({'; '.join(shown)})"
    context.world.assert_that(language_of(shown), equal_to(language), what)


@then("visitors of {site:Quoted} should be told that it is in {language:Quoted}")
def should_be_told_language(context: Context, site: str, language: str) -> None:
    """What a live home page says to whatever reads it aloud or translates it."""
    told = context.world.stranger.sees.speaking.announced(site)
    context.world.assert_that(told, equal_to(language), f"the language that {site} says it is in")


@then("visitors of the page {page:Quoted} of {site:Quoted} should be told that it is in {language:Quoted}")
def should_be_told_language_of_page(context: Context, page: str, site: str, language: str) -> None:
    """What another live page says of itself."""
    told = context.world.stranger.sees.speaking.announced(site, page)
    context.world.assert_that(told, equal_to(language), f"the language that {page} of {site} says it is in")
