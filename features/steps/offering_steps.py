"""What there is to start from: found, and looked at before anything is begun."""

from __future__ import annotations

from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_exactly, empty, equal_to, is_

from support.builders import begun


@when("{name:Person} looks for a template with the words {words:Quoted}")
def looks_for_template(context: Context, name: str, words: str) -> None:
    """Look among all templates for those that say each of the words."""
    context.world.actor(name).acts.offering.look_for(words)


@when("{name:Person} looks at the templates for {kind:Quoted}")
def looks_at_kind(context: Context, name: str, kind: str) -> None:
    """Look at what there is of one kind."""
    context.world.actor(name).acts.offering.look_among(kind)


@when("{name:Person} looks at the template {template:Quoted}")
def looks_at_template(context: Context, name: str, template: str) -> None:
    """Look at one, and begin nothing."""
    context.world.actor(name).acts.offering.look_at(template)


@then("{name:Person} should be offered the template {template:Quoted} alone")
def should_be_offered_alone(context: Context, name: str, template: str) -> None:
    """What was found, and nothing beside it."""
    found = context.world.actor(name).sees.offering.found()
    context.world.assert_that(found, contains_exactly(template), f"the templates that {name} is offered")


@then("{name:Person} should be offered the templates {templates:Several}")
def should_be_offered(context: Context, name: str, templates: tuple[str, ...]) -> None:
    """What was found, in the order in which it is offered."""
    found = context.world.actor(name).sees.offering.found()
    context.world.assert_that(found, contains_exactly(*templates), f"the templates that {name} is offered")


@then("{name:Person} should read there {words:Quoted}")
def should_read_there(context: Context, name: str, words: str) -> None:
    """A heading of the template that somebody looks at, as visitors would have it."""
    reads = partial(context.world.actor(name).sees.offering.reads, words)
    context.world.eventually(reads, is_(True), f"whether {name} reads “{words}” there", 5.0)


@then("{name:Person} should see there a drawing of {what:Quoted}")
def should_see_there(context: Context, name: str, what: str) -> None:
    """A picture of the template that somebody looks at, as visitors would have it."""
    shows = partial(context.world.actor(name).sees.offering.shows, what)
    context.world.eventually(shows, is_(True), f"whether {name} sees “{what}” there", 5.0)


@then("{name:Person} should have no site")
def should_have_no_site(context: Context, name: str) -> None:
    """Nothing was begun."""
    context.world.assert_that(context.world.actor(name).sees.sites.names(), empty(), f"the sites of {name}")


@given("{name:Person} has saved {site:Quoted} as the template {template:Quoted}")
def has_saved_as_template(context: Context, name: str, site: str, template: str) -> None:
    """A template of one's own, of a site as it was built by then."""
    context.world.actor(name).given.templating.save(site, template)


@given("{name:Person} has begun {site:Quoted} from her template {template:Quoted}")
def has_begun_from(context: Context, name: str, site: str, template: str) -> None:
    """A draft that is as its template was saved."""
    context.world.actor(name).given.building.start(site, template)


@when("{name:Person} saves {site:Quoted} as the template {template:Quoted}")
def saves_as_template(context: Context, name: str, site: str, template: str) -> None:
    """Make a template of a site, by a name of its own."""
    context.world.actor(name).acts.templating.save(site, template)


@when("{name:Person} saves {site:Quoted} as another version of the template {template:Quoted}")
def saves_version(context: Context, name: str, site: str, template: str) -> None:
    """Have a template be as a site is now; sites that came of it are looked at later."""
    context.world.actor(name).acts.templating.renew(site, template)


@when("{name:Person} offers the template {template:Quoted} no more")
def offers_no_more(context: Context, name: str, template: str) -> None:
    """Have one template less to begin from."""
    context.world.actor(name).acts.templating.remove(template)


@then("a site that {name:Person} begins from {template:Quoted} should have the headline {headline:Quoted}")
def begun_should_have_headline(context: Context, name: str, template: str, headline: str) -> None:
    """What one finds who begins another site."""
    draft = begun(context.world.actor(name), template)
    context.world.assert_that(draft.headline, equal_to(headline), f"the headline of a site from {template}")


@then("{site:Quoted} should be from version {version:Count} of its template")
def should_be_from_version(context: Context, site: str, version: int) -> None:
    """What a site remembers of where it comes from."""
    seen = context.world.owner.sees.templating.version_of(site)
    context.world.assert_that(seen, equal_to(version), f"the version of its template that {site} is from")


@then("{name:Person} should find {template:Quoted} alone among all templates with the words {words:Quoted}")
def should_find_alone(context: Context, name: str, template: str, words: str) -> None:
    """What is found by whoever looks now: what has such words and is offered."""
    context.world.actor(name).sees.offering.look_for(words)
    found = context.world.actor(name).sees.offering.found()
    context.world.assert_that(found, contains_exactly(template), f"the templates that {name} finds")
