"""Partners who are told what happens, and what of it they can rely on."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from behave import given, then, when
from behave.runner import Context
from hamcrest import contains_string, empty

from support.builders import welcomed
from support.matchers import among, only
from support.partnering import asked_for_many, left_meanwhile, missed_meanwhile, with_webhook
from support.webhooks import (
    again_as_before,
    genuine,
    given_up,
    given_up_because,
    one_alone,
    waiting_because,
    without,
)


@given("{partner:Person} has a webhook from {owner:Person} for {kinds:Several}")
def has_webhook(context: Context, partner: str, owner: str, kinds: tuple[str, ...]) -> None:
    """A partner is told of these kinds of events, at a receiver that takes them."""
    with_webhook(context.world.actor(partner), context.world.actor(owner), kinds)


@given("{partner:Person}'s receiver {how:Receiving}")
def receiver_is(context: Context, partner: str, how: str) -> None:
    """How a partner's receiver deals with what it is sent, from now on."""
    context.world.actor(partner).given.webhooks.answer(how)


@given("{partner:Person} has got another secret")
def has_got_another_secret(context: Context, partner: str) -> None:
    """The secret of a webhook was changed."""
    context.world.actor(partner).given.webhooks.change_secret()


@given("{partner:Person} has missed that {owner:Person} published {site:Quoted}")
def has_missed_publication(context: Context, partner: str, owner: str, site: str) -> None:
    """A receiver was away when a site was published, and is back; the message was tried meanwhile."""
    publish = partial(context.world.actor(owner).given.publishing.publish_anyway, site)
    missed_meanwhile(context.world, context.world.actor(partner), publish, "site.published")


@given("{partner:Person} has missed that {visitor:Person} became a contact by {site:Quoted}")
def has_missed_sign_up(context: Context, partner: str, visitor: str, site: str) -> None:
    """A receiver was away when a visitor signed up, and is back; the messages were tried meanwhile."""
    sign_up = partial(welcomed, context.world, context.world.actor(visitor), site)
    missed_meanwhile(context.world, context.world.actor(partner), sign_up, "contact.created")


@given("{partner:Person} has wanted nothing more since {owner:Person} published {site:Quoted}")
def has_wanted_nothing_more(context: Context, partner: str, owner: str, site: str) -> None:
    """A receiver answered that it is gone for good, and its webhook has ended."""
    publish = partial(context.world.actor(owner).given.publishing.publish_anyway, site)
    left_meanwhile(context.world, context.world.actor(partner), publish, "site.published")


@given("{partner:Person} has asked for {kind:Quoted} instead")
def has_asked_for_instead(context: Context, partner: str, kind: str) -> None:
    """A webhook tells of this from now on, and of nothing else."""
    context.world.actor(partner).given.subscribing.change(kind)


@given("{partner:Person} has the webhook on again")
def has_webhook_on_again(context: Context, partner: str) -> None:
    """A webhook that had ended tells of what happens from now on."""
    context.world.actor(partner).given.subscribing.resume()


@when("{owner:Person} has the given-up {kind:Quoted} sent again")
def has_sent_again(context: Context, owner: str, kind: str) -> None:
    """Want a partner to hear after all of what nobody took."""
    context.world.actor(owner).acts.jobs.send_again(kind)


@then("{owner:Person} should find {kind:Quoted} given up because {words:Quoted}")
def should_find_given_up(context: Context, owner: str, kind: str, words: str) -> None:
    """A message to a partner comes to stand where its sender sees all work, with why nobody took it."""
    seen, expected = context.world.actor(owner).sees.jobs.given_up, given_up_because(kind, words)
    context.world.eventually(seen, among(expected), f"what {owner} sees given up")


@then("{owner:Person} should find nothing given up")
def should_find_nothing_given_up(context: Context, owner: str) -> None:
    """No message to a partner stands there any more; a sentence before says that one did."""
    seen = context.world.actor(owner).sees.jobs.given_up
    context.world.eventually(seen, empty(), f"what {owner} sees given up")


@given("{partner:Person} has taken the webhook down")
def has_taken_webhook_down(context: Context, partner: str) -> None:
    """A webhook that there was."""
    context.world.actor(partner).given.subscribing.end()


@when("{partner:Person} tries the webhook out")
def tries_webhook_out(context: Context, partner: str) -> None:
    """Have a message sent that tells of nothing."""
    context.world.actor(partner).acts.subscribing.try_out()


@when("{partner:Person} asks for {many:Count} webhooks more")
def asks_for_webhooks_more(context: Context, partner: str, many: int) -> None:
    """One webhook after the other; how many there may be matters."""
    asked_for_many(context.world.actor(partner).acts, many)


@when("{days:Count} days pass")
def days_pass(context: Context, days: int) -> None:
    """Days go by in every workspace of the scenario, and that is what matters."""
    context.world.pass_time(timedelta(days=days))


@when("a day passes")
def day_passes(context: Context) -> None:
    """A day goes by in every workspace of the scenario, and that is what matters."""
    context.world.pass_time(timedelta(days=1))


@when("{partner:Person} asks for a webhook to {address:Quoted}")
def asks_for_webhook_to(context: Context, partner: str, address: str) -> None:
    """A webhook that leads where it should not."""
    context.world.actor(partner).acts.webhooks.subscribe(("contact.created",), address)


@when("{partner:Person} looks at the webhook")
def looks_at_webhook(context: Context, partner: str) -> None:
    """Look at everything that the platform shows of a webhook."""
    context.world.memory.read = (context.world.actor(partner).acts.webhooks.shown(),)


@then("{partner:Person} should be told of {kind:Quoted} by webhook")
def should_be_told_of(context: Context, partner: str, kind: str) -> None:
    """A message of a kind comes, is taken, and is signed with the secret that the partner got."""
    webhooks = context.world.actor(partner).sees.webhooks
    context.world.eventually(webhooks.received, among(genuine(kind, 1)), f"what came to {partner}")


@then("{partner:Person} should be told of {kind:Quoted} alone by webhook")
def should_be_told_of_alone(context: Context, partner: str, kind: str) -> None:
    """The same, and of nothing else; what else happened came before it."""
    webhooks = context.world.actor(partner).sees.webhooks
    context.world.eventually(webhooks.received, only(genuine(kind, 1)), f"what came to {partner}")
    context.world.assert_that(webhooks.deliveries(), one_alone(), f"what is sent to {partner}")


@then("{partner:Person} should be told of {kind:Quoted}, signed with both secrets")
def should_be_signed_with_both(context: Context, partner: str, kind: str) -> None:
    """Whoever holds the old secret or the new one can verify the message."""
    webhooks = context.world.actor(partner).sees.webhooks
    context.world.eventually(webhooks.received, among(genuine(kind, 1, 2)), f"what came to {partner}")


@then("{partner:Person} should be told of {kind:Quoted}, signed with the new secret alone")
def should_be_signed_with_new(context: Context, partner: str, kind: str) -> None:
    """Whoever holds the old secret cannot verify the message, and could not have signed it."""
    webhooks = context.world.actor(partner).sees.webhooks
    context.world.eventually(webhooks.received, among(genuine(kind, 2)), f"what came to {partner}")


@then("{partner:Person} should get the missed {kind:Quoted} under its old id")
def should_get_again(context: Context, partner: str, kind: str) -> None:
    """A message that was missed comes again, so that whoever had it after all knows it."""
    webhooks = context.world.actor(partner).sees.webhooks
    context.world.eventually(webhooks.received, again_as_before(kind), f"what came to {partner}")


@then("{partner:Person} should have got the missed {kind:Quoted} after all")
def should_have_got_after_all(context: Context, partner: str, kind: str) -> None:
    """The same, whichever way it was brought about: what comes to a receiver, no screen shows."""
    webhooks = context.world.actor(partner).given.webhooks
    context.world.eventually(webhooks.received, again_as_before(kind), f"what came to {partner}")


@then("what {kind:Quoted} leads {partner:Person} to should tell of {words:Quoted}")
def should_lead_to(context: Context, kind: str, partner: str, words: str) -> None:
    """The address in a message, opened with the partner's key, shows what the message is about."""
    found = context.world.actor(partner).sees.webhooks.follow(kind)
    context.world.assert_that(found, contains_string(words), f"what {kind} leads to")


@then("{partner:Person} should read that {kind:Quoted} waits because {words:Quoted}")
def should_read_why(context: Context, partner: str, kind: str, words: str) -> None:
    """The platform tells a partner why a message was not delivered, and that it is tried again."""
    webhooks = context.world.actor(partner).sees.webhooks
    expected = among(waiting_because(kind, words))
    context.world.eventually(webhooks.deliveries, expected, f"what is said of {kind}")


@then("{partner:Person} should read that {kind:Quoted} was given up")
def should_read_given_up(context: Context, partner: str, kind: str) -> None:
    """A message is not sent any more, and the platform says so."""
    webhooks = context.world.actor(partner).sees.webhooks
    context.world.eventually(webhooks.deliveries, among(given_up(kind)), f"what is said of {kind}")


@then("{partner:Person}'s webhook should say {words:Quoted}")
def webhook_should_say(context: Context, partner: str, words: str) -> None:
    """What the platform shows of a webhook holds these words."""
    shown = context.world.actor(partner).sees.webhooks.shown()
    context.world.assert_that(shown, contains_string(words), f"what is shown of {partner}'s webhook")


@then("nothing more should be sent to {partner:Person}")
def nothing_more_should_be_sent(context: Context, partner: str) -> None:
    """What happened since the webhook ended is not among its messages."""
    sent = context.world.actor(partner).sees.webhooks.deliveries()
    context.world.assert_that(sent, one_alone(), f"what is sent to {partner}")


@then("{partner:Person} should see no secret there")
def should_see_no_secret(context: Context, partner: str) -> None:
    """What was looked at shows a webhook, and none of the secrets that the partner got."""
    expected = without(context.world.actor(partner).sees.webhooks.secrets())
    context.world.assert_that("".join(context.world.memory.read), expected, "what is shown of a webhook")
