"""From a description to a platform that answers: started or found, probed, and given its drivers."""

from __future__ import annotations

import importlib
import importlib.util
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx

from support.drivers.mailbox import MailpitInbox
from support.drivers.outages import RelayOutages
from support.drivers.session import trust
from support.keeping import Service
from support.target.description import TargetFailed, describe, given
from support.target.embedded import Embedded, PlatformDidNotStart
from support.target.probes import PROBES
from support.target.spare import Spare
from support.target.state_file import what_runs_here

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from support.case import Channel
    from support.drivers.driver_set import DriverSet
    from support.drivers.ports_around import Inbox, Outages
    from support.journal import Journal
    from support.seat import Seat
    from support.settings import RunSettings
    from support.target.description import TargetDescription


PLATFORM = "webbuilder"


class _NotOffered:
    """Stands where a target has no driver for a port."""

    def __init__(self, port: str, target: str) -> None:
        self._sentence = (
            f"the target {target} has no driver for {port}; name a package for it under [drivers]"
        )

    def __getattr__(self, verb: str) -> object:
        raise LookupError(self._sentence)


@dataclass(slots=True)
class Target:
    """A platform that answers.

    Attributes:
        own: whether nobody else uses it, so that parts of it may be taken away.
        passing: whether it ends with whoever uses it now, and all that is on it; on a lane, it does not.
        spare: where another like it comes from; None where it is only connected to.
    """

    description: TargetDescription
    addresses: dict[str, str]
    operator_key: str | None = None
    platform: Embedded | None = None
    own: bool = False
    passing: bool = False
    spare: Spare | None = None
    _sets: dict[str, DriverSet] = field(default_factory=dict)

    def driver_set(self, port: str = "default") -> DriverSet:
        """Return the drivers that speak to this target about a port."""
        drivers = self.description.drivers
        package = drivers.get(port) or drivers.get("default") or next(iter(drivers.values()))
        if package not in self._sets:
            made: DriverSet = importlib.import_module(package).driver_set(self)
            self._sets[package] = made
        return self._sets[package]

    def driver(self, port: str, channel: Channel, seat: Seat) -> object:
        """Return what speaks for a person about a port on a channel."""
        return self.driver_set(port).driver(port, channel, seat) or _NotOffered(port, self.description.name)

    def whose(self, method: str, address: str) -> str:
        """Return which system answers at an address, and who looks after it, in words."""
        system = self.driver_set().system_of(method, address) or "no system that is known"
        owner = self.description.owners.get(system)
        return f"{system}, {owner}" if owner else system

    def secrets(self) -> list[tuple[str, str]]:
        """Return what opens doors here, with whose it is: no report may hold it."""
        accounts = self.description.accounts.items()
        found = [(whose, os.environ.get(account.password_from)) for whose, account in accounts]
        found += [("the operator's key", self.operator_key)]
        return [(whose, value) for whose, value in found if value]

    def promising(self) -> tuple[Service, ...]:
        """Return what promised something here: each service that the target names a contract of."""
        return tuple(
            Service(name, one.file, self.addresses[one.at], one.below)
            for name, one in self.description.contracts.items()
            if one.at in self.addresses
        )

    def inbox(self, journal: Journal | None = None) -> Inbox:
        """Where mail arrives; LookupError where the target names no such place."""
        if "mailbox" not in self.addresses:
            message = (
                f"the target {self.description.name} names no mailbox, so no mail can be read;"
                " tag the scenario @needs.mailbox or name one under [addresses]"
            )
            raise LookupError(message)
        return MailpitInbox(self.addresses["mailbox"], journal)

    @property
    def outages(self) -> Outages:
        """What breaks parts and mends them; LookupError where others would lose those parts as well."""
        if not self.own:
            raise LookupError(
                "other scenarios use this platform, so none of its parts may be taken away;"
                " tag the scenario @fixture.own_platform"
            )
        return self.platform.outages() if self.platform else RelayOutages({}, dict)

    def another(self) -> Target:
        """Return a platform like this one that nobody else uses; whoever asks for it stops it.

        Raises:
            TargetFailed: this one is only connected to, or the other did not start.
        """
        if self.spare is None:
            raise TargetFailed(
                f"The target {self.description.name} is only connected to, so no scenario can have a platform"
                " of its own; tag it @needs.outages or @needs.processes as well, and it is not run there."
            )
        made = _started(self.description, self.spare.take)
        made.own = made.passing = True
        return made

    def stop(self) -> None:
        """Let go of the target; what we started ends."""
        if self.spare:
            self.spare.end()
        if self.platform:
            self.platform.stop()


def _by_state_file(description: TargetDescription) -> Target:
    facts = what_runs_here()
    return Target(description, _addresses(facts), facts.get("operator_key"))


def _addresses(facts: dict[str, Any]) -> dict[str, str]:
    return {name: facts[name] for name in ("app", "sites", "mailbox", "control", "names") if facts.get(name)}


def _started(description: TargetDescription, start: Callable[[], Embedded]) -> Target:
    if importlib.util.find_spec(PLATFORM) is None:
        raise TargetFailed(
            f"The target {description.name} starts a reference platform, and there is none in this folder."
            " Name a platform that runs: make specs TARGET=local, or one of your own in targets/."
        )
    try:
        platform = start()
    except PlatformDidNotStart as error:
        raise TargetFailed(str(error)) from error
    addresses = {**_addresses(platform.facts), "receiver": platform.receiver.address}
    return Target(description, addresses, platform.operator_key, platform)


def _spare(description: TargetDescription, settings: RunSettings) -> Spare | None:
    return Spare(settings.faults, given(description, os.environ)) if description.found == "started" else None


def connect(settings: RunSettings, *, own: bool = False) -> Target:
    """Return the target of a run, once it answers and offers what it claims.

    Args:
        own: whether one scenario at a time will use it, so that none needs another platform.

    Raises:
        UnknownTarget: there is no such target, or the environment lacks what it is started with.
        TargetFailed: it is not there, or a capability that it claims does not answer.
    """
    description = describe(settings.target)
    if settings.faults and description.found != "started":
        raise TargetFailed(
            f"Faults are switched on where a platform starts, and the target {settings.target} is only"
            " connected to. Leave -D faults out, or use -D target=embedded."
        )
    if description.found == "started":
        told = given(description, os.environ)
        target = _started(description, lambda: Embedded(settings.faults, told))
    elif description.found == "by state file":
        target = _by_state_file(description)
    else:
        target = Target(description, dict(description.addresses), os.environ.get("MM_OPERATOR_KEY"))
    target.own, target.spare = own, _spare(description, settings)
    try:
        _probe(target)
    except TargetFailed:
        target.stop()
        raise
    return target


def join(settings: RunSettings, shared: Mapping[str, Any]) -> Target:
    """Return the target of a run that another process has begun, by what that one shares."""
    description = describe(settings.target)
    found = Target(description, dict(shared["addresses"]), shared["operator_key"])
    found.spare = _spare(description, settings)
    return found


def _probe(target: Target) -> None:
    app = target.addresses.get("app")
    if not app:
        message = f"The target {target.description.name} names no address app; name it under [addresses]."
        raise TargetFailed(message)
    try:
        httpx.get(app, timeout=10.0, trust_env=False, verify=trust())
    except httpx.HTTPError as error:
        message = f"The target {target.description.name} does not answer at {app} ({error}). Is it running?"
        raise TargetFailed(message) from error
    for name in sorted(target.description.offers & set(PROBES)):
        trouble = PROBES[name](target)
        if trouble:
            message = f"The target {target.description.name} claims {name}, and it does not answer: {trouble}"
            raise TargetFailed(message)
