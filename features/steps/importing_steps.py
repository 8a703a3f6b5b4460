"""Contacts that come from files and go into files."""

from __future__ import annotations

from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to, is_not

from support.builders_of_files import EXPORTED, got_sample, imported, imports, waits_for_import
from support.builders_of_people import at_home
from support.files import MISFITS, cells_of, of_one_and, written
from support.matchers_of_files import bringing, exported_alike, holding, holding_cell, refusing, telling_of
from support.records_of_workflows import JobTold


@given("{name:Person} has imported the file {file:Quoted} with")
def has_imported(context: Context, name: str, file: str) -> None:
    """A file was imported before what matters; takes a table with the heading | E-mail |."""
    imported(context.world, context.world.actor(name), file, written(context.world, context.table))


@given(
    '{name:Person} waits for the import of the file {file:Quoted} with {visitor:Person}, while the part "{part:Part}" is down'  # noqa: E501 - editors read one string
)
def waits_for(context: Context, name: str, file: str, visitor: str, part: str) -> None:
    """Somebody is to be imported, and nobody is there to do it."""
    waits_for_import(context.world, context.world.actor(name), file, visitor, part)


@given("{name:Person} has got her sample {subject:Quoted} of {site:Quoted}")
def has_got_sample(context: Context, name: str, subject: str, site: str) -> None:
    """A form was tried out, and the mail of its workflow has come."""
    got_sample(context.world, context.world.actor(name), site, subject)


@when("{name:Person} tries out the file {file:Quoted} with")
def tries_out_file(context: Context, name: str, file: str) -> None:
    """Bring a file to see what it would do; takes a table with the heading | E-mail |."""
    context.world.actor(name).acts.importing.try_out(file, written(context.world, context.table))


@when("{name:Person} tries out {what:Misfit} as the file {file:Quoted}")
def tries_out_misfit(context: Context, name: str, what: str, file: str) -> None:
    """Bring what is no file of contacts."""
    context.world.actor(name).acts.importing.try_out(file, MISFITS[what]())


@when("{name:Person} imports the file {file:Quoted}")
def imports_file(context: Context, name: str, file: str) -> None:
    """Have a file imported that was tried out."""
    context.world.actor(name).acts.importing.begin(file)


@when("{name:Person} imports the file {file:Quoted} with")
def imports_file_with(context: Context, name: str, file: str) -> None:
    """Try a file out, and have it imported; takes a table with the heading | E-mail |."""
    imports(context.world.actor(name).acts, file, written(context.world, context.table))


@when("{name:Person} imports the file {file:Quoted}, written in {letters:Letters}, with")
def imports_file_in(context: Context, name: str, file: str, letters: str) -> None:
    """The same, and how the file is written matters."""
    imports(context.world.actor(name).acts, file, written(context.world, context.table, letters))


@when("{name:Person} imports the file {file:Quoted} with {visitor:Person} beside the row {row:Quoted}")
def imports_beside(context: Context, name: str, file: str, visitor: str, row: str) -> None:
    """A file of somebody who is right, and of one row as it stands there."""
    imports(context.world.actor(name).acts, file, of_one_and(context.world, visitor, row))


@when(
    "{name:Person} imports the file {file:Quoted} with {visitor:Person} beside {other:Person}'s other address"
)
def imports_beside_other_address(context: Context, name: str, file: str, visitor: str, other: str) -> None:
    """A file of somebody who is right, and of an address that one who is known has besides."""
    row = at_home(context.world.actor(other).person)
    imports(context.world.actor(name).acts, file, of_one_and(context.world, visitor, row))


@when("{name:Person} cancels the importing of {file:Quoted}")
def cancels_importing(context: Context, name: str, file: str) -> None:
    """Have no more of a file imported."""
    context.world.actor(name).acts.importing.cancel(file)


@when("{name:Person} imports what {owner:Person} has exported")
def imports_exported(context: Context, name: str, owner: str) -> None:
    """Bring a file that somebody was given by the platform, and have it imported."""
    content = context.world.actor(owner).given.importing.export()
    imports(context.world.actor(name).acts, EXPORTED, content)


@when("{name:Person} exports her contacts")
def exports(context: Context, name: str) -> None:
    """Save all contacts as a file."""
    context.world.memory.exported = context.world.actor(name).acts.importing.export()


@then("{file:Quoted} should be told to bring {counts:Quoted}")
def should_be_told_to_bring(context: Context, file: str, counts: str) -> None:
    """How many rows do what, such as “1 new, 2 refused”; what no row does is left out."""
    told = context.world.owner.sees.importing.told(file)
    context.world.assert_that(told, bringing(counts), f"what {file} brings")


@then("line {line:Count} of {file:Quoted} should be refused as {words:Quoted}")
def should_be_refused_as(context: Context, line: int, file: str, words: str) -> None:
    """A row is refused, with words that hold these, and no other row is."""
    told = context.world.owner.sees.importing.told(file)
    context.world.assert_that(told, refusing(line, words), f"what of {file} is refused")


@then("what is to be mended of {file:Quoted} should hold {words:Quoted}")
def should_be_to_mend(context: Context, file: str, words: str) -> None:
    """The file of what was refused holds a cell with these words."""
    cells = cells_of(context.world.owner.sees.importing.to_mend(file))
    context.world.assert_that(cells, holding_cell(words), f"what is to be mended of {file}")


@then(
    "within {limit:Seconds} seconds the importing of {file:Quoted} should be told as {state:Quoted}, {far:Quoted}"  # noqa: E501 - editors read one string
)
def importing_should_come_to(context: Context, limit: float, file: str, state: str, far: str) -> None:
    """How the importing stands and how far it is, no later than the sentence allows."""
    stands = partial(context.world.owner.sees.importing.stands, file)
    context.world.eventually(stands, equal_to(JobTold(state, far)), f"the importing of {file}", limit)


@then("the importing of {file:Quoted} should be told as {state:Quoted}, {far:Quoted}")
def importing_should_be(context: Context, file: str, state: str, far: str) -> None:
    """How the importing stands and how far it is now."""
    stands = context.world.owner.sees.importing.stands(file)
    context.world.assert_that(stands, equal_to(JobTold(state, far)), f"the importing of {file}")


@then("{visitor:Person}'s history should tell once {words:Quoted}")
def history_should_tell_once(context: Context, visitor: str, words: str) -> None:
    """The contact is there once, and one entry of its history says this."""
    contacts = context.world.owner.sees.contacts.found(context.world.actor(visitor).person.email)
    context.world.assert_that(contacts, telling_of(words), f"the history of {visitor}")


@then("within {limit:Seconds} seconds {name:Person} should have the same contacts as {owner:Person}")
def should_have_the_same(context: Context, limit: float, name: str, owner: str) -> None:
    """Names, addresses, tags, lists and details are the same, whatever happened to the contacts."""
    expected = exported_alike(context.world.actor(owner).sees.contacts.found(""))
    found = partial(context.world.actor(name).sees.contacts.found, "")
    context.world.eventually(found, expected, f"the contacts of {name}", limit)


@then("what was exported should hold {words:Quoted} in a cell")
def exported_should_hold(context: Context, words: str) -> None:
    """One cell of the file says this and nothing else."""
    cells = cells_of(context.world.memory.exported)
    context.world.assert_that(cells, holding(words), "what was exported")


@then("what was exported should tell of {visitor:Person}")
def exported_should_tell_of(context: Context, visitor: str) -> None:
    """The address of somebody stands in a cell of the file."""
    cells, email = cells_of(context.world.memory.exported), context.world.actor(visitor).person.email
    context.world.assert_that(cells, holding(email), "what was exported")


@then("what was exported should not tell of {visitor:Person}")
def exported_should_not_tell_of(context: Context, visitor: str) -> None:
    """The address of somebody stands in no cell; the sentence before says that another's does."""
    cells, email = cells_of(context.world.memory.exported), context.world.actor(visitor).person.email
    context.world.assert_that(cells, is_not(holding(email)), "what was exported")
