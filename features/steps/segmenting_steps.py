"""Filters of contacts that have a name, and finding contacts again."""

from __future__ import annotations

from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_inanyorder, empty, equal_to

from support.builders_of_contacts import ENTERED, FRIENDS, counted, known, met_with, numbers
from support.matchers import contact_of, only
from support.overseeing import emails_of
from support.tables import records

_HEADINGS = ("condition", "which", "says")


@given("{visitor:Person} is a contact of {name:Person} for whom was done")
def is_contact_for_whom(context: Context, visitor: str, name: str) -> None:
    """Somebody signed up, and these steps were taken; takes a table | step | says |."""
    world, steps = context.world, records(context.table, "step", "says")
    known(world, world.actor(name), world.actor(visitor), steps)


@given("{visitor:Person} is a contact of {name:Person}")
def is_contact(context: Context, visitor: str, name: str) -> None:
    """Somebody signed up, and nothing else is known of them."""
    known(context.world, context.world.actor(name), context.world.actor(visitor), [])


@given("{name:Person} has the segment {segment:Quoted} of those who fit {match:Match} of")
def has_segment(context: Context, name: str, segment: str, match: str) -> None:
    """A filter of contacts, before what matters; takes a table | condition | which | says |."""
    asked = records(context.table, *_HEADINGS)
    context.world.actor(name).given.segmenting.make(segment, match, asked)


@given("{name:Person} has the segment {segment:Quoted} of those tagged {tag:Quoted}")
def has_segment_of_tagged(context: Context, name: str, segment: str, tag: str) -> None:
    """A filter of contacts by one tag, before what matters."""
    context.world.actor(name).given.segmenting.make(segment, "all", [("is tagged", tag)])


@given("{name:Person} has the segment {segment:Quoted} of those tagged {tag:Quoted} before her")
def has_segment_before_her(context: Context, name: str, segment: str, tag: str) -> None:
    """A filter of contacts by one tag was seen; what is changed later is changed of that."""
    context.world.actor(name).given.segmenting.make(segment, "all", [("is tagged", tag)])
    context.world.actor(name).sees.segmenting.see(segment)


@given("{name:Person} has let {segment:Quoted} hold those tagged {tag:Quoted}")
def has_let_hold_tagged(context: Context, name: str, segment: str, tag: str) -> None:
    """A segment came to ask for a tag, before what matters."""
    context.world.actor(name).given.segmenting.ask(segment, "all", [("is tagged", tag)])


@given("{name:Person} meets those tagged {tag:Quoted} with the mail {subject:Quoted}")
def meets_those_tagged(context: Context, name: str, tag: str, subject: str) -> None:
    """The workflow "meeting" of "Meeting" is in force, which the segment "Friends" of those tagged starts."""
    owner = context.world.actor(name)
    owner.given.segmenting.make(FRIENDS, "all", [("is tagged", tag)])
    met_with(owner, FRIENDS, subject)


@given(
    "{name:Person} meets those who come to fit the segment {segment:Quoted} with the mail {subject:Quoted}"
)
def meets_those(context: Context, name: str, segment: str, subject: str) -> None:
    """The workflow "meeting" of the site "Meeting" is in force, which a segment starts each time."""
    met_with(context.world.actor(name), segment, subject)


@given("{name:Person} has let {workflow:Quoted} of {site:Quoted} start with the segment {segment:Quoted}")
def has_let_start_with(context: Context, name: str, workflow: str, site: str, segment: str) -> None:
    """A draft that a segment starts, before what matters."""
    context.world.actor(name).given.starting.by_deed(site, workflow, ENTERED, segment)


@when("{name:Person} makes the segment {segment:Quoted} of those who fit {match:Match} of")
def makes_segment(context: Context, name: str, segment: str, match: str) -> None:
    """Give a filter of contacts a name; takes a table | condition | which | says |."""
    asked = records(context.table, *_HEADINGS)
    context.world.actor(name).acts.segmenting.make(segment, match, asked)


@when("{name:Person} makes the segment {segment:Quoted} of those tagged {tag:Quoted}")
def makes_segment_of_tagged(context: Context, name: str, segment: str, tag: str) -> None:
    """Give a filter of contacts by one tag a name."""
    context.world.actor(name).acts.segmenting.make(segment, "all", [("is tagged", tag)])


@when("{name:Person} lets {segment:Quoted} hold those tagged {tag:Quoted}")
def lets_hold_tagged(context: Context, name: str, segment: str, tag: str) -> None:
    """Let a segment ask for a tag instead of what it asked for."""
    context.world.actor(name).acts.segmenting.ask(segment, "all", [("is tagged", tag)])


@when("{name:Person} names the segment {segment:Quoted} {called:Quoted}")
def names_segment(context: Context, name: str, segment: str, called: str) -> None:
    """Give a segment another name."""
    context.world.actor(name).acts.segmenting.name(segment, called)


@when("{name:Person} removes the segment {segment:Quoted}")
def removes_segment(context: Context, name: str, segment: str) -> None:
    """Take a segment away."""
    context.world.actor(name).acts.segmenting.remove(segment)


@when("{name:Person} looks for {words:Quoted} among the contacts")
def looks_for_words(context: Context, name: str, words: str) -> None:
    """Search one's own contacts for some words."""
    context.world.actor(name).acts.contacts.found(words)


@then("{name:Person} should find {who:Person} alone by {words:Quoted}")
def should_find_by(context: Context, name: str, who: str, words: str) -> None:
    """One contact and no other has some words in name or address."""
    contacts, person = context.world.actor(name).sees.contacts, context.world.actor(who).person
    expected = only(contact_of(person.name, person.email))
    context.world.eventually(
        lambda: contacts.found(words), expected, f"whoever has {words} in name or address"
    )


@then("{name:Person} should find nobody by {words:Quoted}")
def should_find_nobody_by(context: Context, name: str, words: str) -> None:
    """Nobody has some words in name or address; another sentence says that somebody is found by others."""
    found = context.world.actor(name).sees.contacts.found(words)
    context.world.assert_that(found, empty(), f"whoever has {words} in name or address")


@when("{name:Person} reads all contacts with {words:Quoted}")
def reads_all(context: Context, name: str, words: str) -> None:
    """Look for contacts by some words, and read on to the last."""
    context.world.actor(name).acts.segmenting.read_on(words)


@then("{name:Person} should find {who:Person} alone in the segment {segment:Quoted}")
def should_find_alone(context: Context, name: str, who: str, segment: str) -> None:
    """One contact and no other comes to be in a segment."""
    read = partial(context.world.actor(name).sees.segmenting.members, segment)
    expected = contains_inanyorder(*emails_of(context.world, [who]))
    context.world.eventually(read, expected, f"who fits {segment}")


@then("{name:Person} should find {people:People} in the segment {segment:Quoted}")
def should_find_people(context: Context, name: str, people: tuple[str, ...], segment: str) -> None:
    """These contacts and no others come to be in a segment."""
    read = partial(context.world.actor(name).sees.segmenting.members, segment)
    expected = contains_inanyorder(*emails_of(context.world, people))
    context.world.eventually(read, expected, f"who fits {segment}")


@then("{name:Person} should find nobody in the segment {segment:Quoted}")
def should_find_nobody(context: Context, name: str, segment: str) -> None:
    """Nobody is left in a segment; the sentence before says that something was done."""
    read = partial(context.world.actor(name).sees.segmenting.members, segment)
    context.world.eventually(read, empty(), f"who fits {segment}")


@then("{name:Person} should have the segments")
def should_have_segments(context: Context, name: str) -> None:
    """All segments, and how many fit each; takes a table | segment | how many |."""
    expected = equal_to(numbers(records(context.table, "segment", "how many")))
    context.world.eventually(
        context.world.actor(name).sees.segmenting.sizes, expected, f"the segments of {name}"
    )


@then("{name:Person} should read {many:Count} contacts with {words:Quoted}, each once")
def should_read_each_once(context: Context, name: str, many: int, words: str) -> None:
    """Of so many contacts each comes up once, read on to the last."""
    read = partial(context.world.actor(name).sees.segmenting.read_on, words)
    context.world.eventually(lambda: counted(read()), equal_to((many, many)), f"contacts with {words}")
