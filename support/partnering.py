"""Facts about partners that take several acts to arrange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.matchers import among
from support.webhooks import given_up, missed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from support.cast import Actor
    from support.drivers.ports import Ports
    from support.world import World


def made_keys(acts: Ports, many: int) -> None:
    """Make keys, one after the other."""
    for number in range(many):
        acts.partners.make_key(f"till {number}", ["sites:read"])


def with_webhook(partner: Actor, owner: Actor, kinds: Sequence[str]) -> None:
    """Let a partner be told of some kinds of events, by a key for that and for reading."""
    scopes = ("webhooks:read", "webhooks:write", "sites:read", "contacts:read")
    partner.given.partners.hold_key(owner.given.partners.make_key(partner.person.name, scopes))
    partner.given.webhooks.subscribe(kinds)


def missed_meanwhile(world: World, partner: Actor, happens: Callable[[], object], kind: str) -> None:
    """Let something happen while a partner's receiver is away, and be back once a message was missed."""
    partner.given.webhooks.answer("away")
    happens()
    world.wait_until(partner.given.webhooks.deliveries, among(missed(kind)), f"the message about {kind}")
    partner.given.webhooks.answer("taken")


def left_meanwhile(world: World, partner: Actor, happens: Callable[[], object], kind: str) -> None:
    """Let something happen while a partner's receiver is gone for good, and has said so."""
    partner.given.webhooks.answer("gone")
    happens()
    world.wait_until(partner.given.webhooks.deliveries, among(given_up(kind)), f"the message about {kind}")


def asked_for_many(acts: Ports, many: int) -> None:
    """Ask for webhooks, one after the other."""
    for _ in range(many):
        acts.webhooks.subscribe(["site.published"])
