"""Starting sites and laying out their pages."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to, has_properties

from support.builders import SECTION, site_with_form
from support.matchers import draft_reading, has_one_form, has_sections, looks_as, reads_of
from support.tables import column


@given("{name:Person} has the site {site:Quoted}")
def has_site(context: Context, name: str, site: str) -> None:
    """A draft from whatever template; what stands on it does not matter."""
    context.world.actor(name).given.building.start(site)


@given("{name:Person} has the site {site:Quoted} for the business {business:Quoted}")
def has_site_for(context: Context, name: str, site: str, business: str) -> None:
    """A draft, and the name of the business matters."""
    context.world.owns(name, business)
    context.world.actor(name).given.building.start(site)


@given("{name:Person} has the site {site:Quoted} from the template {template:Quoted}")
def has_site_from_template(context: Context, name: str, site: str, template: str) -> None:
    """A draft that is as its template was offered."""
    context.world.actor(name).given.building.start(site, template)


@given("{name:Person} has the sites {one:Quoted} and {other:Quoted} from the template {template:Quoted}")
def has_sites_from(context: Context, name: str, one: str, other: str, template: str) -> None:
    """Two drafts that began alike."""
    context.world.actor(name).given.building.start(one, template)
    context.world.actor(name).given.building.start(other, template)


@given("{name:Person} has the site {site:Quoted} with the headline {headline:Quoted}")
def has_site_with_headline(context: Context, name: str, site: str, headline: str) -> None:
    """A draft whose headline will be spoken about."""
    building = context.world.actor(name).given.building
    building.start(site)
    building.change_headline(site, headline)


@given("{name:Person} has the site {site:Quoted} with a sign-up form")
def has_site_with_form(context: Context, name: str, site: str) -> None:
    """A draft with a form for name and address, not connected."""
    site_with_form(context.world.actor(name), site)


@given("{name:Person} has changed the headline of {site:Quoted} to {headline:Quoted}")
def has_changed_headline(context: Context, name: str, site: str, headline: str) -> None:
    """An edit that was made before what matters."""
    context.world.actor(name).given.building.change_headline(site, headline)


@when("{name:Person} starts the site {site:Quoted} from the template {template:Quoted}")
def starts_site(context: Context, name: str, site: str, template: str) -> None:
    """Choosing a template and naming the site is what is specified."""
    context.world.actor(name).acts.building.start(site, template)


@when("{name:Person} changes the headline of {site:Quoted} to {headline:Quoted}")
def changes_headline(context: Context, name: str, site: str, headline: str) -> None:
    """Edit the draft without publishing it."""
    context.world.actor(name).acts.building.change_headline(site, headline)


@when("{name:Person} drags a sign-up form onto the page of {site:Quoted}")
def drags_form(context: Context, name: str, site: str) -> None:
    """Add a form for name and address, by pointer where there is one."""
    context.world.actor(name).acts.building.add_form(site, SECTION)


@when("{name:Person} adds a sign-up form to the section {section:Quoted} of {site:Quoted} by keyboard")
def adds_form_by_keyboard(context: Context, name: str, section: str, site: str) -> None:
    """Add a form without a pointer; the scenario is bound to the browser."""
    context.world.actor(name).acts.building.add_form_by_keyboard(site, section)


@when("{name:Person} opens {site:Quoted} by its address in the builder")
def opens_by_address(context: Context, name: str, site: str) -> None:
    """Somebody goes where a site is edited, whether it is theirs or not."""
    context.world.actor(name).acts.building.open(site)


@then("{name:Person}'s draft of {site:Quoted} should read {words:Quoted}")
def draft_should_read(context: Context, name: str, site: str, words: str) -> None:
    """A line of the draft, as it comes back when the builder is opened anew."""
    draft = context.world.actor(name).sees.building.draft(site)
    context.world.assert_that(draft, draft_reading(words), f"{name}'s draft of {site}, opened anew")


@then("{name:Person}'s draft of {site:Quoted} should have the sections")
def draft_should_have_sections(context: Context, name: str, site: str) -> None:
    """All sections of the draft, in order; takes a table | section |."""
    draft = context.world.actor(name).sees.building.draft(site)
    context.world.assert_that(
        draft, has_sections(column(context.table, "section")), f"{name}'s draft of {site}, opened anew"
    )


@then("{site:Quoted} should have one sign-up form in the section {section:Quoted} asking for")
def should_have_one_form(context: Context, site: str, section: str) -> None:
    """The only form of a section and what it asks for, in order; takes a table | field |."""
    expected = has_one_form(column(context.table, "field"))
    section_of_draft = context.world.owner.sees.building.draft(site).section(section)
    context.world.assert_that(section_of_draft, expected, f"{section} of {site}, opened anew")


@then("{name:Person} should read the headline {headline:Quoted} of {site:Quoted} on a second machine")
def should_read_elsewhere(context: Context, name: str, headline: str, site: str) -> None:
    """The draft as another machine of the same person shows it."""
    draft = context.world.actor(name).elsewhere.building.draft(site)
    context.world.assert_that(
        draft, has_properties(headline=equal_to(headline)), f"{site} on a second machine"
    )


@given("{name:Person} remembers how {site:Quoted} looks")
def remembers(context: Context, name: str, site: str) -> None:
    """Take notice of a whole page, so that a Then can say that nothing of it has changed."""
    context.world.memory.keep(site, context.world.actor(name).given.building.draft(site))


@then("{name:Person} should read {words:Quoted} on {site:Quoted} on a second machine")
def should_read_words_elsewhere(context: Context, name: str, words: str, site: str) -> None:
    """A line of the draft as another machine of the same person shows it."""
    draft = context.world.actor(name).elsewhere.building.draft(site)
    context.world.assert_that(draft, draft_reading(words), f"{site} on a second machine")


@then("{site:Quoted} should look as {name:Person} remembers it")
def should_look_as_remembered(context: Context, site: str, name: str) -> None:
    """No word, no section and no form of the page has changed since somebody took notice."""
    draft = context.world.actor(name).sees.building.draft(site)
    context.world.assert_that(draft, looks_as(context.world.memory.of(site)), f"{site}, opened anew")


@then("only the section {section:Quoted} of {site:Quoted} should differ from what {name:Person} remembers")
def only_section_should_differ(context: Context, section: str, site: str, name: str) -> None:
    """Every other section is as it was when somebody took notice, and this one is not."""
    draft = context.world.actor(name).sees.building.draft(site)
    changed = draft.sections_that_differ_from(context.world.memory.of(site))
    context.world.assert_that(changed, equal_to((section,)), f"the sections of {site} that changed")


@then("the section {section:Quoted} of {site:Quoted} should mention {words:Quoted}")
def section_should_mention(context: Context, section: str, site: str, words: str) -> None:
    """Words that stand somewhere in a section of the draft."""
    draft = context.world.owner.sees.building.draft(site)
    context.world.assert_that(
        draft.section(section).words, reads_of(words), f"the section {section} of {site}, opened anew"
    )
