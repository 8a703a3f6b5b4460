"""One page on every device."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to

from support.builders import read_or_told
from support.matchers import reads
from support.together import without_line


@given("{name:Person} has left {words:Quoted} out on {device:Device} on {site:Quoted}")
def has_left_out(context: Context, name: str, words: str, device: str, site: str) -> None:
    """Something is in the draft, and left out for those who read with a device."""
    context.world.actor(name).given.devices.leave_out(site, words, device)


@given(
    "{name:Person} has left {words:Quoted} out on {one:Device} and then on {other:Device} on {site:Quoted}"
)
def has_left_out_twice(context: Context, name: str, words: str, one: str, other: str, site: str) -> None:
    """Two acts in the builder, shortly one after the other; the sentence before opened it."""
    devices = context.world.actor(name).sees.devices
    devices.leave_out(site, words, one)
    devices.leave_out(site, words, other)


@given("{name:Person} has set {words:Quoted} to the {side:Flank} on {device:Device} on {site:Quoted}")
def has_set_aside(context: Context, name: str, words: str, side: str, device: str, site: str) -> None:
    """Something stands on a side for those who read with a device, and with smaller ones."""
    context.world.actor(name).given.devices.set_aside(site, words, side, device)


@given("{visitor:Person} holds {device:Device}")
def holds(context: Context, visitor: str, device: str) -> None:
    """What somebody reads live pages with."""
    context.world.actor(visitor).sees.devices.hold(device)


@when("{name:Person} leaves {words:Quoted} out on {device:Device} on {site:Quoted}")
def leaves_out(context: Context, name: str, words: str, device: str, site: str) -> None:
    """Keep something in the draft, and from those who read with a device."""
    context.world.actor(name).acts.devices.leave_out(site, words, device)


@when("{name:Person} previews {site:Quoted} for {device:Device}")
def previews(context: Context, name: str, site: str, device: str) -> None:
    """Look at the draft as visitors with a device would have it."""
    context.world.actor(name).acts.devices.preview(site, device)


@then("{words:Quoted} should be left out on {device:Device} alone on {site:Quoted}")
def should_be_left_out_alone(context: Context, words: str, device: str, site: str) -> None:
    """As it is stored: for this device and no other."""
    devices = list(context.world.owner.sees.devices.left_out_on(site, words))
    context.world.assert_that(devices, equal_to([device]), f"on what {words} is left out")


@then("{visitor:Person} should be shown {words:Quoted} on {site:Quoted}")
def should_be_shown(context: Context, visitor: str, words: str, site: str) -> None:
    """A line that somebody sees on the live page, with what they hold."""
    seen = read_or_told(context.world.actor(visitor), site)
    context.world.assert_that(seen, reads(words), f"what {visitor} is shown of {site}")


@then("{visitor:Person} should not be shown {words:Quoted} on {site:Quoted}")
def should_not_be_shown(context: Context, visitor: str, words: str, site: str) -> None:
    """A line that is kept from somebody; a sentence before says what they are shown."""
    seen = read_or_told(context.world.actor(visitor), site)
    context.world.assert_that(seen, without_line(words), f"what {visitor} is shown of {site}")


@then("{visitor:Person} should see {words:Quoted} on the {side:Flank} of {site:Quoted}")
def should_see_on(context: Context, visitor: str, words: str, side: str, site: str) -> None:
    """Where words stand on the live page, with what somebody holds."""
    stands = context.world.actor(visitor).sees.devices.side_of(site, words)
    context.world.assert_that(stands, equal_to(side), f"on which side of {site} {words} stands")


@then("nothing of {site:Quoted} should stand beyond the edge for {visitor:Person}")
def nothing_beyond_edge(context: Context, site: str, visitor: str) -> None:
    """How much of the live page somebody would have to move sideways for, with what they hold."""
    beyond = context.world.actor(visitor).sees.devices.beyond_edge(site)
    context.world.assert_that(beyond, equal_to(0), f"pixels of {site} beyond the edge for {visitor}")


@then("the preview should show {words:Quoted}")
def preview_should_show(context: Context, words: str) -> None:
    """A line of the preview that was opened."""
    seen = context.world.owner.sees.devices.previewed()
    context.world.assert_that(seen, reads(words), "what the preview shows")


@then("the preview should not show {words:Quoted}")
def preview_should_not_show(context: Context, words: str) -> None:
    """A line that the preview lacks; a sentence before says what it shows."""
    seen = context.world.owner.sees.devices.previewed()
    context.world.assert_that(seen, without_line(words), "what the preview shows")
