"""Errors that people meet, and what the operator knows of them."""

from __future__ import annotations

from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to

from support.builders_of_errors import (
    errors_in_all,
    finding,
    looked_without,
    met_an_error,
    met_before,
    told_number,
)
from support.matchers_of_errors import (
    came_back,
    kept_with,
    logged_by,
    naming_none_of,
    of_another_group,
    once_more,
    standing,
)


@given(
    "{name:Person} has met an error when she asked for other words in the section {section:Quoted} of {site:Quoted}"  # noqa: E501 - editors read one string
)
def has_met_error(context: Context, name: str, section: str, site: str) -> None:
    """Somebody asked in vain, and remembers the number; the sentence before says why it fails."""
    operator = context.world.actor("Imani")
    met_an_error(context.world, context.world.actor(name), operator, section, site)


@given("{operator:Person} has settled the error that {name:Person} met")
def has_settled(context: Context, operator: str, name: str) -> None:
    """The operator dealt with it, before what matters; the sentence before says who met it."""
    context.world.actor(operator).given.tracking.settle(met_before(context.world, name)[0])


@given("{name:Person} has {site:Quoted} open in a browser that knows no dialogs")
def knows_no_dialogs(context: Context, name: str, site: str) -> None:
    """An older browser lacks what the builder's preview needs."""
    context.world.actor(name).sees.tracking.do_without_dialogs(site)


@when("{name:Person} wants the preview of her site")
def wants_preview(context: Context, name: str) -> None:
    """Look at the draft of the site that is open as visitors would have it."""
    context.world.actor(name).acts.tracking.preview()


@when("{name:Person} looks at her sites while the part {part:Quoted} is away")
def looks_while_away(context: Context, name: str, part: str) -> None:
    """Nobody reaches a part of the platform while somebody looks; it is back afterwards."""
    looked_without(context.world, context.world.actor(name).acts, part)


@when("{operator:Person} settles the error that {name:Person} met")
def settles(context: Context, operator: str, name: str) -> None:
    """Call it dealt with, until it comes back; the sentence before says who met it."""
    context.world.actor(operator).acts.tracking.settle(met_before(context.world, name)[0])


@when("{name:Person} looks for errors with a key of somebody else")
def looks_with_another_key(context: Context, name: str) -> None:
    """Want to see what only the operator may."""
    context.world.actor(name).acts.tracking.look_with_another_key()


@when("{name:Person} asks in vain for {what:InVain}")
def asks_in_vain(context: Context, name: str, what: str) -> None:
    """Ask, as a program does, for an error that there is not or with a key that opens none; it is refused."""
    context.world.actor(name).acts.tracking.ask_in_vain(what)


@then("{operator:Person} should find by that number that {part:Quoted} wrote {event:Quoted} in its log")
def should_find_log(context: Context, operator: str, part: str, event: str) -> None:
    """The number that the last act was refused with leads to a part, and to its log."""
    found = finding(context.world.actor(operator).sees, told_number(context.world))
    context.world.eventually(found, logged_by(part, event), "what the number finds")


@then("{operator:Person} should find by that number the group of the error")
def should_find_group(context: Context, operator: str) -> None:
    """The error that the last act was refused with is counted among those of its kind."""
    number = told_number(context.world)
    found = finding(context.world.actor(operator).sees, number)
    context.world.eventually(found, kept_with(number), "the group that the number finds")


@then("{operator:Person} should find by that number the error that {name:Person} met before, once more")
def should_find_once_more(context: Context, operator: str, name: str) -> None:
    """The last act was refused with an error of the kind that was met before, and is counted once."""
    number, before = told_number(context.world), met_before(context.world, name)[1]
    found = finding(context.world.actor(operator).sees, number)
    context.world.eventually(found, once_more(number, before), "the group that the number finds")


@then("{operator:Person} should find by that number another error than {name:Person} met before")
def should_find_another(context: Context, operator: str, name: str) -> None:
    """The last act was refused with an error of another kind."""
    number, before = told_number(context.world), met_before(context.world, name)[1]
    found = finding(context.world.actor(operator).sees, number)
    context.world.eventually(found, of_another_group(number, before), "the group that the number finds")


@then("{operator:Person} should find by that number an error that came back")
def should_find_returned(context: Context, operator: str) -> None:
    """The last act was refused with what had been settled, and is open again."""
    found = finding(context.world.actor(operator).sees, told_number(context.world))
    context.world.eventually(found, came_back(), "the group that the number finds")


@then("the error that {name:Person} met should be {state:Quoted} for {operator:Person}")
def should_stand(context: Context, name: str, state: str, operator: str) -> None:
    """How the error stands that was met before."""
    found = finding(context.world.actor(operator).sees, met_before(context.world, name)[0])
    context.world.eventually(found, standing(state), f"the error that {name} met")


@then("{operator:Person} should see no error beside those up to {name:Person}'s")
def should_see_no_other(context: Context, operator: str, name: str) -> None:
    """As many errors of all kinds as when somebody had met theirs."""
    counted = partial(errors_in_all, context.world.actor(operator).sees)
    context.world.eventually(
        counted, equal_to(met_before(context.world, name)[2]), "how many errors there were"
    )


@then("the group of that number should tell {operator:Person} nothing of {name:Person}'s {site:Quoted}")
def should_tell_nothing(context: Context, operator: str, name: str, site: str) -> None:
    """No site, no address, and the id of nothing stands with the error."""
    found = finding(context.world.actor(operator).sees, told_number(context.world))
    nobodys = naming_none_of(context.world.real(site), context.world.actor(name).person.email)
    context.world.eventually(found, nobodys, f"what is told of {name}'s error")
