"""Pictures of one's own, and what only calls itself one."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import empty, equal_to, is_not

from support.builders_of_pictures import (
    published_with_picture,
    publishes_with_picture,
    seen_or_nothing,
    shown_or_nothing,
)
from support.outcomes import following
from support.pictures import DRAWING, JPEG, PNG, PROGRAM, SVG, large_picture, picture


@given("{name:Person} has brought the picture {file:Quoted}")
def has_brought(context: Context, name: str, file: str) -> None:
    """A picture that was brought before what matters."""
    context.world.actor(name).given.pictures.bring(file, picture(), PNG)


@given("visitors have seen the picture {file:Quoted} on {name:Person}'s site {site:Quoted}")
def have_seen(context: Context, file: str, name: str, site: str) -> None:
    """A live site that shows a picture, and somebody who looked at it."""
    published_with_picture(context.world, context.world.actor(name), site, file, picture())


@when("{name:Person} takes the picture {file:Quoted} away")
def takes_away(context: Context, name: str, file: str) -> None:
    """A picture is taken away, and pages that show it are left as they are."""
    context.world.actor(name).acts.pictures.take_away(file)


@when("{name:Person} publishes {site:Quoted} with the picture {file:Quoted}")
def publishes_with(context: Context, name: str, site: str, file: str) -> None:
    """Put a picture onto the page, and let visitors have it."""
    publishes_with_picture(context.world.actor(name), site, file)


@when("{name:Person} brings a program that is called {file:Quoted}")
def brings_program(context: Context, name: str, file: str) -> None:
    """What calls itself a picture and is none."""
    context.world.actor(name).acts.pictures.bring(file, PROGRAM, PNG)


@when("{name:Person} brings a drawing that is called {file:Quoted}")
def brings_drawing(context: Context, name: str, file: str) -> None:
    """A drawing of a kind that may hold programs."""
    context.world.actor(name).acts.pictures.bring(file, DRAWING, SVG)


@when("{name:Person} brings the picture {file:Quoted} as a JPEG")
def brings_as_another_kind(context: Context, name: str, file: str) -> None:
    """A picture that is said to be of another kind than it is."""
    context.world.actor(name).acts.pictures.bring(file, picture(), JPEG)


@when("{name:Person} brings a picture of {megabytes:Count} MB that is called {file:Quoted}")
def brings_large(context: Context, name: str, megabytes: int, file: str) -> None:
    """A picture of a size that matters."""
    context.world.actor(name).acts.pictures.bring(file, large_picture(megabytes), PNG)


@when("{name:Person} chooses the picture {file:Quoted} for {words:Quoted} on {site:Quoted}")
def chooses_for(context: Context, name: str, file: str, words: str, site: str) -> None:
    """Choose a file of one's own for an image that stands on the page."""
    context.world.actor(name).acts.pictures.choose(site, words, file, picture())


@when("{name:Person} drops the picture {file:Quoted} onto {mark:Quoted} on {site:Quoted}")
def drops_onto(context: Context, name: str, file: str, mark: str, site: str) -> None:
    """Drop a file of one's own onto something on the page."""
    context.world.actor(name).acts.pictures.drop(site, mark, file, picture())


@when("{name:Person} drops a program that is called {file:Quoted} onto {mark:Quoted} on {site:Quoted}")
def drops_program(context: Context, name: str, file: str, mark: str, site: str) -> None:
    """Drop what calls itself a picture and is none."""
    context.world.actor(name).acts.pictures.drop(site, mark, file, PROGRAM)


@when("{name:Person} drops a picture of {megabytes:Count} MB onto {mark:Quoted} on {site:Quoted}")
def drops_large(context: Context, name: str, megabytes: int, mark: str, site: str) -> None:
    """Drop a picture of a size that matters."""
    context.world.actor(name).acts.pictures.drop(site, mark, "large.png", large_picture(megabytes))


@then("{words:Quoted} on {site:Quoted} should show the picture that was brought")
def should_show(context: Context, words: str, site: str) -> None:
    """The draft shows the file that was brought, byte for byte, under these words."""
    shown = shown_or_nothing(context.world.owner, site, words)
    context.world.assert_that(shown, equal_to(picture()), f"{words} as the draft of {site} shows it")


@then("{words:Quoted} should stand right behind {mark:Quoted}")
def should_stand_behind(context: Context, words: str, mark: str) -> None:
    """Of two things on the page that is open the one follows the other, with nothing between."""
    lines = context.world.owner.sees.together.lines_shown()
    context.world.assert_that(following(lines, mark), equal_to(words), f"what follows {mark}")


@then("visitors of {site:Quoted} should see the picture {file:Quoted}")
def visitors_should_see(context: Context, site: str, file: str) -> None:
    """The live page shows the file that was brought, byte for byte."""
    seen = seen_or_nothing(context.world.stranger, site, file)
    context.world.assert_that(seen, equal_to(picture()), f"the picture {file} as visitors of {site} see it")


@then("visitors of {site:Quoted} should see no picture {file:Quoted} any more")
def visitors_should_see_none(context: Context, site: str, file: str) -> None:
    """Whoever looks now gets none, although somebody saw it before."""
    seen = seen_or_nothing(context.world.stranger, site, file)
    context.world.assert_that(seen, equal_to(b""), f"the picture {file} as visitors of {site} see it")


@then("visitors of {site:Quoted} should see a drawing of {what:Quoted}")
def visitors_should_see_drawing(context: Context, site: str, what: str) -> None:
    """The live page says that it shows this, and there is a picture."""
    seen = seen_or_nothing(context.world.stranger, site, what)
    context.world.assert_that(
        seen, is_not(equal_to(b"")), f"the drawing of {what} as visitors of {site} see it"
    )


@then("{site:Quoted} should still show a drawing of {what:Quoted}")
def should_still_show_drawing(context: Context, site: str, what: str) -> None:
    """The draft says that it shows this, and there is a picture."""
    shown = shown_or_nothing(context.world.owner, site, what)
    context.world.assert_that(shown, is_not(equal_to(b"")), f"the drawing of {what} on the draft of {site}")


@then("{name:Person} should have no picture")
def should_have_no_picture(context: Context, name: str) -> None:
    """Nothing was kept; the sentence before says that something was refused."""
    context.world.assert_that(
        context.world.actor(name).sees.pictures.names(), empty(), f"the pictures of {name}"
    )
