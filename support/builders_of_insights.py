"""Those who come to live sites, and what is told of it, as scenarios need them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from support.ledger.reconciling import reconcile

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.cast import Actor
    from support.drivers.ports_of_visitors import Visiting
    from support.ledger.balance import Balance
    from support.records_of_insights import FiguresTold
    from support.world import World


def visited(visiting: Visiting, site: str, often: int) -> None:
    """Look at a live site so often."""
    for _ in range(often):
        visiting.read(site)


def figures_of(owner: Actor, site: str) -> Callable[[], FiguresTold]:
    """Return what asks what came of a site, for whom it is that asks."""
    return partial(owner.sees.counting.told, site)


def balance_of(owner: Actor) -> Callable[[], Balance]:
    """Return what holds the books of all systems against each other, for whom it is that asks."""
    return lambda: reconcile(owner.given.bookkeeping.books())


def told_of(world: World, event: str, apart: timedelta) -> dict[str, str]:
    """Return what a program tells of an event that is so far from now, by clocks of the scenario."""
    at = datetime.now(UTC) + world.time_passed + apart
    return {"id": "late-or-early", "name": event, "at": at.isoformat()}
