"""Who comes to a live site, and what is told of it."""

from __future__ import annotations

from datetime import timedelta

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to

from support import matchers_of_insights as matching
from support.builders_of_insights import figures_of, visited


@given("{visitor:Person} has visited {site:Quoted} {often:Times}")
def has_visited(context: Context, visitor: str, site: str, often: int) -> None:
    """Somebody looked at a live site so often, before what matters."""
    visited(context.world.actor(visitor).given.visiting, site, often)


@given("{visitor:Person} has visited {site:Quoted} by {whence:Whence}")
def has_visited_by(context: Context, visitor: str, site: str, whence: str) -> None:
    """Somebody came to a live site by something that says whence, before what matters."""
    context.world.actor(visitor).given.coming.come_by(site, whence)


@given("{visitor:Person} has visited {site:Quoted} {hours:Count} hours later")
def has_visited_later(context: Context, visitor: str, site: str, hours: int) -> None:
    """Somebody looked at a live site once hours had gone by, before what matters."""
    context.world.pass_time(timedelta(hours=hours))
    context.world.actor(visitor).given.visiting.read(site)


@when("{visitor:Person} visits {site:Quoted} {hours:Count} hours later")
def visits_later(context: Context, visitor: str, site: str, hours: int) -> None:
    """Look at a live site once hours have gone by."""
    context.world.pass_time(timedelta(hours=hours))
    context.world.actor(visitor).acts.visiting.read(site)


@when("{visitor:Person} visits {site:Quoted} by {whence:Whence}")
def visits_by(context: Context, visitor: str, site: str, whence: str) -> None:
    """Come to a live site by something that says whence."""
    context.world.actor(visitor).acts.coming.come_by(site, whence)


@when("{visitor:Person} visits {site:Quoted} and asks not to be followed")
def visits_unfollowed(context: Context, visitor: str, site: str) -> None:
    """Look at a live site with a browser that asks not to be followed."""
    context.world.actor(visitor).acts.coming.come_unfollowed(site)


@when("a search engine that {visitor:Person} uses reads {site:Quoted}")
def search_engine_reads(context: Context, visitor: str, site: str) -> None:
    """Let a machine that says it is one look at a live site."""
    context.world.actor(visitor).acts.coming.read_as_search_engine(site)


@when("{visitor:Person}'s browser fetches {site:Quoted} ahead of her asking")
def fetches_ahead(context: Context, visitor: str, site: str) -> None:
    """Let a browser fetch a live site that nobody has asked for yet."""
    context.world.actor(visitor).acts.coming.fetch_ahead(site)


@when("{visitor:Person}'s program fills in all of the form of {site:Quoted}")
def program_fills_in(context: Context, visitor: str, site: str) -> None:
    """Write something into each field of the form, where people write nothing as well, and send it."""
    person = context.world.actor(visitor).person
    context.world.actor(visitor).acts.meddling.fill_in_all(site, person.name, person.email)


@when("{name:Person} looks at what came of {site:Quoted}")
def looks_at_what_came(context: Context, name: str, site: str) -> None:
    """Ask what came of a site; it may be refused."""
    context.world.actor(name).acts.counting.look(site)


@when("{name:Person} saves what came of {site:Quoted} as a file")
def saves_what_came(context: Context, name: str, site: str) -> None:
    """Save what came of a site, and keep the file."""
    context.world.actor(name).acts.counting.save(site)


@then(
    "within {limit:Limit} {name:Person} should read that {site:Quoted} had {views:Count} views by {visitors:Count} visitors"  # noqa: E501 - editors read one string
)
def should_come_to_read(
    context: Context, limit: float, name: str, site: str, views: int, visitors: int
) -> None:
    """A site comes to tell of so many views, by so many visitors."""
    told, expected = figures_of(context.world.actor(name), site), matching.looked_at(views, visitors)
    context.world.eventually(told, expected, f"what came of {site}", limit)


@then("{name:Person} should read that {site:Quoted} had {views:Count} views by {visitors:Count} visitors")
def should_read(context: Context, name: str, site: str, views: int, visitors: int) -> None:
    """A site tells of so many views and visitors, after something else of it was told."""
    told = context.world.actor(name).sees.counting.told(site)
    context.world.assert_that(told, matching.looked_at(views, visitors), f"what came of {site}")


@then("the page {path:Quoted} of {site:Quoted} should tell of {views:Count} views")
def page_should_tell(context: Context, path: str, site: str, views: int) -> None:
    """One page of a site was looked at so often."""
    told = context.world.owner.sees.counting.told(site)
    context.world.assert_that(told, matching.page_looked_at(path, views), f"what came of {site}")


@then("two days of {site:Quoted} should tell of {views:Count} view each")
def days_should_tell(context: Context, site: str, views: int) -> None:
    """Somebody came on two days, so often on each, where the site is."""
    told = context.world.owner.sees.counting.told(site)
    context.world.assert_that(told, matching.looked_at_on(views, views), f"what came of {site}")


@then(
    "within {limit:Limit} {name:Person} should read that {many:Count} visitors of {site:Quoted} came by {source:Quoted}"  # noqa: E501 - editors read one string
)
def should_read_whence(context: Context, limit: float, name: str, many: int, site: str, source: str) -> None:
    """So many came to a site by one source, and nobody by another."""
    told, expected = figures_of(context.world.actor(name), site), matching.come_to_by(source, many)
    context.world.eventually(told, expected, f"what came of {site}", limit)


@then(
    "within {limit:Limit} {name:Person} should read that {many:Count} forms of {site:Quoted} were sent, by {part:Count} in a hundred"  # noqa: E501 - editors read one string
)
def should_read_conversion(
    context: Context, limit: float, name: str, many: int, site: str, part: int
) -> None:
    """So many forms were sent, by such a part of those who came."""
    told, expected = figures_of(context.world.actor(name), site), matching.sent_by(many, part)
    context.world.eventually(told, expected, f"what came of {site}", limit)


@then(
    "within {limit:Limit} {name:Person} should read that {many:Count} of what {site:Quoted} had was {why:Quoted}"  # noqa: E501 - editors read one string
)
def should_read_apart(context: Context, limit: float, name: str, many: int, site: str, why: str) -> None:
    """So much was set apart for a reason."""
    told, expected = figures_of(context.world.actor(name), site), matching.set_apart(why, many)
    context.world.eventually(told, expected, f"what came of {site}", limit)


@then("no form of {site:Quoted} should count as sent")
def no_form_should_count(context: Context, site: str) -> None:
    """No form was sent by anybody that counts, after what was set apart was told."""
    told = context.world.owner.sees.counting.told(site)
    context.world.assert_that(told, matching.sent_to(0), f"what came of {site}")


@then("the file should tell of as many views, visitors and sent forms as {site:Quoted} had")
def file_should_tell(context: Context, site: str) -> None:
    """What was saved adds up to what is read."""
    sees = context.world.owner.sees.counting
    told = sees.told(site)
    context.world.assert_that(sees.saved(site), equal_to((told.views, told.visitors, told.sent)), "the file")
