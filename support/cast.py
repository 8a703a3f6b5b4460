"""The people of the scenarios: who they are, and the three handles by which they take part."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from support import pace
from support.drivers.ports import PORTS, Ports
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.case import Channel
    from support.journal import Journal
    from support.seat import Seat
    from support.world import World


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody of the cast, as docs/glossary.md introduces them."""

    name: str
    owns: str | None


CAST = {
    role.name: role
    for role in (
        Role("Maya", owns="Maya's Sourdough"),
        Role("Ravi", owns="Ravi's Rolls"),
        Role("Noor", owns=None),
        Role("Priya", owns=None),
        Role("Tariq", owns=None),
        Role("Imani", owns=None),
    )
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as this scenario knows them; the address is nobody else's."""

    name: str
    email: str
    password: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the last act ended, and whose it was; `refused` says why not.

    `after` is how many seconds its person waited, from the last press or key; by API the whole act.
    """

    act: str
    after: float
    refused: str | None = None
    by: str = ""


class LooksAlone(Exception):
    """A step that is looked at for a second time wanted to act; the message says who should have."""


class _Watched:
    """A port whose refusals become the world's outcome."""

    def __init__(
        self, port: object, name: str, by: str, note: Callable[[Outcome], None], journal: Journal
    ) -> None:
        self._port, self._name, self._by = port, name, by
        self._note, self._journal = note, journal

    def __getattr__(self, verb: str) -> Callable[..., Any]:
        act = getattr(self._port, verb)

        def acting(*words: object) -> Any:
            began, before = time.monotonic(), replace(self._journal.acts)
            try:
                result = act(*words)
            except Refused as refusal:
                waited = self._waited(began, time.monotonic())
                self._note(Outcome(verb, waited, refusal.reason, self._by))
                return None
            ended, journal = time.monotonic(), self._journal
            by_hand = pace.seconds(journal.acts) - pace.seconds(before)
            journal.evening.add(self._by, f"{self._name}.{verb}", by_hand, ended - began)
            self._note(Outcome(verb, self._waited(began, ended), by=self._by))
            return result

        return acting

    def _waited(self, began: float, ended: float) -> float:
        return ended - max(began, self._journal.last_hand)


class Actor:
    """A person in a scenario.

    `given` arranges by API; `acts` and `sees` go through the channel under specification.

    Attributes:
        machines: further machines that this person looks on, in the order in which they were taken.
    """

    def __init__(self, person: Person, world: World) -> None:
        self.person, self._world = person, world
        self._looks: dict[tuple[str, Channel], Ports] = {}
        self.machines: list[Ports] = []

    @cached_property
    def seat(self) -> Seat:
        """Where this person sits: the machine, the sessions, the pages."""
        return self._world.take_seat(self.person)

    @cached_property
    def _elsewhere(self) -> Seat:
        return self._world.take_seat(self.person)

    @cached_property
    def _arranges(self) -> Ports:
        return self.seat.ports("api")

    @property
    def given(self) -> Ports:
        """Arrange facts, by the fastest honest way."""
        self._refuse_at_second_look()
        return self._arranges

    @property
    def sees(self) -> Ports:
        """Look, through the channel under specification."""
        return self._looking("here")

    @property
    def acts(self) -> Ports:
        """Act, through the channel under specification; a refusal becomes the outcome."""
        self._refuse_at_second_look()
        ports, judge, journal = self._looking("here"), self._world.judge, self._world.journal
        watched = {
            name: _Watched(getattr(ports, name), name, self.person.name, judge.ended, journal)
            for name in PORTS
        }
        return Ports(**cast("dict[str, Any]", watched))

    @property
    def elsewhere(self) -> Ports:
        """Look on another machine, signed in there as the same person."""
        return self._looking("elsewhere")

    def take_machine(self) -> Ports:
        """Look on one machine more, signed in there as the same person."""
        self._refuse_at_second_look()
        self.machines.append(self._world.take_seat(self.person).ports(self._world.channel))
        return self.machines[-1]

    @property
    def arranges_elsewhere(self) -> Ports:
        """Arrange facts on another machine, signed in there as the same person, by the fastest honest way."""
        self._refuse_at_second_look()
        return self._elsewhere.ports("api")

    def _looking(self, where: str) -> Ports:
        channel = self._world.channel
        self._world.judge.saw_screen |= channel == "browser"
        if (where, channel) not in self._looks:
            seat = self.seat if where == "here" else self._elsewhere
            self._looks[where, channel] = seat.ports(channel)
        return self._looks[where, channel]

    def _refuse_at_second_look(self) -> None:
        if self._world.looks_again:
            raise LooksAlone(f"a second look changes nothing, and this step asks {self.person.name} to act")
