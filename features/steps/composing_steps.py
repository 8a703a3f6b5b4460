"""What pages are made of, one by one: put, worded, copied, removed, undone."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_string, has_entry, is_

from support.builders import embed, refusal_of, site_with_words
from support.matchers import reads_of
from support.tables import records


@given("{name:Person} has the question {words:Quoted} with the answer {answer:Quoted} on {site:Quoted}")
def has_question(context: Context, name: str, words: str, answer: str, site: str) -> None:
    """A question and its answer, at the end of the page."""
    said = {"words": words, "answer": answer}
    context.world.actor(name).given.composing.put(site, "question", said)


@given("{name:Person} has the testimonial {words:Quoted} by {author:Quoted} on {site:Quoted}")
def has_testimonial(context: Context, name: str, words: str, author: str, site: str) -> None:
    """What somebody said, at the end of the page."""
    said = {"words": words, "author": author}
    context.world.actor(name).given.composing.put(site, "testimonial", said)


@given("{name:Person} has two columns on {site:Quoted}")
def has_two_columns(context: Context, name: str, site: str) -> None:
    """Two columns with nothing in them, at the end of the page."""
    context.world.actor(name).given.composing.put(site, "columns", {})


@given("{name:Person} has embedded {title:Quoted} from {host:Quoted} on {site:Quoted}")
def has_embedded(context: Context, name: str, title: str, host: str, site: str) -> None:
    """Something of another house, shown at the end of the page."""
    embed(context.world.actor(name).given, site, title, host)


@given("{name:Person} has the site {site:Quoted} with these words on it")
def has_site_with_words(context: Context, name: str, site: str) -> None:
    """A draft that ends with components of some kinds; takes a table | component | words |."""
    site_with_words(context.world.actor(name), site, records(context.table, "component", "words"))


@given("{name:Person} has looked at {site:Quoted}")
def has_looked_at(context: Context, name: str, site: str) -> None:
    """What a person does to the page from here on is done to what they see now, on the channel specified."""
    context.world.actor(name).sees.composing.see(site)


@given("{name:Person} has changed the words {words:Quoted} to {other:Quoted} on {site:Quoted}")
def has_changed_words(context: Context, name: str, words: str, other: str, site: str) -> None:
    """New words for a component, before what matters."""
    context.world.actor(name).given.composing.write(site, words, other)


@given("{name:Person} has duplicated {words:Quoted} on {site:Quoted}")
def has_duplicated(context: Context, name: str, words: str, site: str) -> None:
    """A copy that stands there before what matters."""
    context.world.actor(name).given.composing.duplicate(site, words)


@given("{name:Person} has removed {words:Quoted} from {site:Quoted}")
def has_removed(context: Context, name: str, words: str, site: str) -> None:
    """A component is gone, with all that it held."""
    context.world.actor(name).given.composing.remove(site, words)


@given("{name:Person} has undone her last act on {site:Quoted}")
def has_undone(context: Context, name: str, site: str) -> None:
    """The last act of a person was taken back before what matters."""
    context.world.actor(name).given.undoing.undo(site)


@given(
    "{name:Person}'s second machine has changed the words {words:Quoted} to {other:Quoted} on {site:Quoted}"
)
def second_machine_changed(context: Context, name: str, words: str, other: str, site: str) -> None:
    """The same person did so elsewhere, and this machine does not know of it."""
    context.world.actor(name).arranges_elsewhere.composing.write(site, words, other)


@given("{name:Person}'s second machine has removed {words:Quoted} from {site:Quoted}")
def second_machine_removed(context: Context, name: str, words: str, site: str) -> None:
    """The same person did so elsewhere, and this machine does not know of it."""
    context.world.actor(name).arranges_elsewhere.composing.remove(site, words)


@given("{name:Person}'s second machine has put {words:Quoted} behind {mark:Quoted} on {site:Quoted}")
def second_machine_put(context: Context, name: str, words: str, mark: str, site: str) -> None:
    """The same person did so elsewhere, and this machine does not know of it."""
    context.world.actor(name).arranges_elsewhere.composing.place(site, words, mark)


@when("{name:Person} embeds {title:Quoted} from {host:Quoted} on {site:Quoted}")
def embeds(context: Context, name: str, title: str, host: str, site: str) -> None:
    """Show something of another house at the end of the page; not done on a screen yet."""
    embed(context.world.actor(name).acts, site, title, host)


@when("{name:Person} lets {words:Quoted} lead to {address:Quoted} on {site:Quoted}")
def lets_lead(context: Context, name: str, words: str, address: str, site: str) -> None:
    """Give a call to action or a link an address."""
    context.world.actor(name).acts.composing.lead(site, words, address)


@when("{name:Person} changes the words {words:Quoted} to {other:Quoted} on {site:Quoted}")
def changes_words(context: Context, name: str, words: str, other: str, site: str) -> None:
    """Give the first component that says so other words."""
    context.world.actor(name).acts.composing.write(site, words, other)


@when("{name:Person} puts {words:Quoted} behind {mark:Quoted} on {site:Quoted}")
def puts_behind(context: Context, name: str, words: str, mark: str, site: str) -> None:
    """Move something without a hand; in a browser things are dragged."""
    context.world.actor(name).acts.composing.place(site, words, mark)


@when("{name:Person} duplicates {words:Quoted} on {site:Quoted}")
def duplicates(context: Context, name: str, words: str, site: str) -> None:
    """Make a copy of a component and of all that it holds."""
    context.world.actor(name).acts.composing.duplicate(site, words)


@when("{name:Person} removes {words:Quoted} from {site:Quoted}")
def removes(context: Context, name: str, words: str, site: str) -> None:
    """Take the first component that says so away, with all that it holds."""
    context.world.actor(name).acts.composing.remove(site, words)


@given("{name:Person} was told {why:Quoted} when she undid her last act on {site:Quoted}")
def was_told_when_undoing(context: Context, name: str, why: str, site: str) -> None:
    """An act could not be taken back, and the builder in which that was tried is still open."""
    told = refusal_of(context.world.actor(name).sees.undoing.undo, site)
    context.world.assert_that(told, contains_string(why), f"what {name} was told")


@when("{name:Person} undoes what she did before that on {site:Quoted}")
def undoes_before(context: Context, name: str, site: str) -> None:
    """Go on to the act before the one that could not be taken back."""
    context.world.actor(name).acts.undoing.undo_before(site)


@when("{name:Person} undoes her last act on {site:Quoted}")
def undoes(context: Context, name: str, site: str) -> None:
    """Take back what the person did last, wherever that was."""
    context.world.actor(name).acts.undoing.undo(site)


@when("{name:Person} redoes it on {site:Quoted}")
def redoes(context: Context, name: str, site: str) -> None:
    """Do again what the person took back last."""
    context.world.actor(name).acts.undoing.redo(site)


@then("visitors of {site:Quoted} should find {words:Quoted} when they look into it")
def visitors_should_find(context: Context, site: str, words: str) -> None:
    """Words that the live page keeps folded until somebody wants them."""
    folded = context.world.stranger.sees.visiting.folded(site)
    context.world.assert_that(folded, reads_of(words), f"what {site} says to those who look closer")


@then("visitors of {site:Quoted} should be shown {title:Quoted} from {host:Quoted}")
def visitors_should_be_shown(context: Context, site: str, title: str, host: str) -> None:
    """Something of another house on the live page, by its title."""
    shown = context.world.stranger.sees.visiting.embedded(site)
    context.world.assert_that(shown, has_entry(title, host), f"what of others {site} shows")


@then("nothing that stands on {site:Quoted} should run in the builder")
def nothing_should_run(context: Context, site: str) -> None:
    """No words of the page are a program where it is built; bound to the browser."""
    ran = context.world.owner.sees.guarding.ran_in_builder(site)
    context.world.assert_that(ran, is_(False), f"whether words of {site} run in the builder")


@then("nothing that stands on {site:Quoted} should run before its visitors")
def nothing_should_run_live(context: Context, site: str) -> None:
    """No words of the page are a program where visitors read them; bound to the browser."""
    ran = context.world.owner.sees.guarding.ran_live(site)
    context.world.assert_that(ran, is_(False), f"whether words of {site} run on the live page")
