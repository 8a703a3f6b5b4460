"""Brands: said once, and kept to."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to


@given("{name:Person}'s brand avoids {words:Quoted}")
def brand_avoids(context: Context, name: str, words: str) -> None:
    """Words, with commas between, that are not to be used for this brand."""
    context.world.actor(name).given.branding.avoid(words)


@given("{name:Person}'s brand is {brand:Quoted} in a {voice:Quoted} voice")
def brand_is(context: Context, name: str, brand: str, voice: str) -> None:
    """The name that customers know, and how it speaks to them."""
    context.world.actor(name).given.branding.name(brand, voice)


@given("{name:Person}'s brand has the colour {colour:Quoted}")
def brand_has_colour(context: Context, name: str, colour: str) -> None:
    """The colour of buttons, as # and six digits."""
    context.world.actor(name).given.branding.colour(colour)


@when("{name:Person} gives her brand the colour {colour:Quoted}")
def gives_colour(context: Context, name: str, colour: str) -> None:
    """Say another colour; what is live is not published again by that."""
    context.world.actor(name).acts.branding.colour(colour)


@when("{name:Person} wants her brand to avoid {words:Quoted}")
def wants_to_avoid(context: Context, name: str, words: str) -> None:
    """Say which words are not to be used; it may be refused."""
    context.world.actor(name).acts.branding.avoid(words)


@when("{name:Person} opens {site:Quoted} in the builder")
def opens_in_builder(context: Context, name: str, site: str) -> None:
    """Come to a site as one does to work on it."""
    context.world.actor(name).acts.together.open(site)


@then("the brief of {site:Quoted} should say {business:Quoted} and {tone:Quoted} to {name:Person}")
def brief_should_say(context: Context, site: str, business: str, tone: str, name: str) -> None:
    """What stands in the brief before anybody writes into it: the business, and the tone."""
    before = context.world.actor(name).sees.branding.brief(site)
    context.world.assert_that(before, equal_to((business, tone)), f"what {name}'s brief says")


@then("{name:Person} should see the buttons of {site:Quoted} in {colour:Quoted}")
def should_see_buttons(context: Context, name: str, site: str, colour: str) -> None:
    """What visitors have before them, by the colour that is drawn."""
    seen = context.world.actor(name).sees.branding.buttons_live(site)
    context.world.assert_that(seen, equal_to(colour), f"the colour in which {name} sees the buttons")


@then("{name:Person} should see the buttons of {site:Quoted} on the canvas in {colour:Quoted}")
def should_see_on_canvas(context: Context, name: str, site: str, colour: str) -> None:
    """What those have before them who build it, by the colour that is drawn."""
    seen = context.world.actor(name).sees.branding.buttons_built(site)
    context.world.assert_that(seen, equal_to(colour), f"the colour of the buttons on {name}'s canvas")


@then("{name:Person}'s brand should still have the colour {colour:Quoted}")
def should_still_have_colour(context: Context, name: str, colour: str) -> None:
    """What is stored, whatever was asked for."""
    kept = context.world.actor(name).sees.branding.coloured()
    context.world.assert_that(kept, equal_to(colour), f"the colour of {name}'s brand")
