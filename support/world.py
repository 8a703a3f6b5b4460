"""One scenario's world: its people, its real names, its outcome, and what has to be put back."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import urlsplit

from support.addresses import Addresses
from support.bad_days import await_well
from support.cast import CAST, Actor, Outcome, Person
from support.cleanup import Cleanup, CleanupFailed
from support.drivers.relay import Relay
from support.failures import ActedElsewhere, SentenceMissing
from support.journal import Journal
from support.judging import Judge
from support.keeping import Keeping
from support.memory import Memory
from support.pace import taking_time
from support.records import Brief
from support.seat import Seat
from support.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from hamcrest.core.matcher import Matcher

    from support.case import Case, Channel
    from support.drivers.page import Page
    from support.drivers.ports_around import Inbox, Outages
    from support.drivers.session import Session
    from support.run import Run
    from support.second_look import SecondLook

T = TypeVar("T")
MAIL_DOMAIN = "customers.magic-moment.example"


@dataclass
class World:
    """All that a scenario has. It needs nothing but this, so it also runs outside behave."""

    run: Run
    case: Case
    journal: Journal = field(default_factory=Journal)
    judge: Judge = field(default_factory=Judge)
    cleanup: Cleanup = field(default_factory=Cleanup)
    memory: Memory = field(default_factory=Memory)
    addresses: Addresses = field(default_factory=Addresses)
    seats: list[Seat] = field(default_factory=list)
    suffix: str = field(default_factory=lambda: secrets.token_hex(3))
    looks_again: bool = False
    time_passed: timedelta = timedelta()
    second_look: SecondLook | None = None
    carried: Callable[[Session], Session] = lambda session: session  # with something between, such as a watch
    _actors: dict[str, Actor] = field(default_factory=dict)
    _business: dict[str, str] = field(default_factory=dict)

    @property
    def channel(self) -> Channel:
        """The channel under specification; by API during a second look."""
        return "api" if self.looks_again else self.case.channel

    @property
    def scale(self) -> float:
        """How much longer than usual this target may take."""
        return self.run.settings.timeout_scale * self.run.target.description.http.timeout_scale

    def __enter__(self) -> Self:
        """Open the world; `TargetFailed` when it needs a platform of its own, and that does not start."""
        self.run = self.run.fit_for(self.case, self.cleanup)
        self.journal.take_time = taking_time(self.run.settings.pace)
        target = self.run.target
        self.journal.promised = Keeping(target.promising(), target.description.line)
        for whose, secret in target.secrets():
            self.journal.secrets.add(secret, whose)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the world; a failure that is under way is the one that is told, with what came of closing."""
        try:
            self.close(finished=error is None)
        except CleanupFailed as failed:
            if error is None:
                raise
            error.add_note(str(failed))

    def close(self, *, finished: bool = True) -> None:
        """Put everything back; of a scenario that failed already, only what could not be put back is told.

        Raises:
            CleanupFailed: something could not be put back.
            RefusalUnread: an act was refused and nobody spoke about it.
            ActedElsewhere: no act went through the channel under specification.
            ContractBroken: an answer was not as its service promised.
        """
        self.cleanup.run()
        if finished:
            self.judge.refuse_silence()
            self._refuse_other_channels()
            self.journal.promised.refuse_deviations(self.run.target.whose)

    def _refuse_other_channels(self) -> None:
        if self.channel not in self.journal.acted_in:
            acted = " and ".join(sorted(self.journal.acted_in)) or "nothing"
            raise ActedElsewhere(f"this case is specified by {self.channel}, and its When acted by {acted}")

    def real(self, alias: str) -> str:
        """Return the name that stands for a scenario's name on the target, so that runs never collide."""
        return f"{alias} {self.suffix}"

    def owns(self, name: str, business: str) -> None:
        """Let somebody's workspace carry the name of a business; said before they are first asked to act."""
        self._business[name] = business

    def business_of(self, name: str) -> str | None:
        """Return what somebody owns: what was said, else what the cast says; None for a visitor."""
        return self._business.get(name, CAST[name].owns if name in CAST else None)

    # people -----------------------------------------------------------------------------------------

    def actor(self, name: str) -> Actor:
        """Return somebody of the cast, as this scenario knows them."""
        if name not in self._actors:
            email = f"{name.lower().replace(' ', '-')}.{self.suffix}@{MAIL_DOMAIN}"
            self._actors[name] = Actor(Person(name, email, secrets.token_urlsafe(12)), self)
            self.journal.met(self._actors[name].person)
        return self._actors[name]

    def brief_of(self, name: str) -> Brief:
        """Return what somebody tells the copywriter about their business.

        Raises:
            SentenceMissing: they own none.
        """
        business = self.business_of(name)
        if business is None:
            raise SentenceMissing(f"{name} owns no business: 'Given {name} has an account for …' is missing")
        return Brief(business)

    @property
    def stranger(self) -> Actor:
        """Somebody of whom nothing is known but that they visit."""
        return self.actor("a stranger")

    @property
    def owner(self) -> Actor:
        """The first of the actors who owns a business.

        Raises:
            SentenceMissing: nobody does.
        """
        for name, actor in self._actors.items():
            if self.business_of(name):
                return actor
        raise SentenceMissing("nobody owns anything yet: a Given such as 'Maya has the site …' is missing")

    def take_seat(self, person: Person) -> Seat:
        """Give somebody a machine of their own."""
        seat = Seat(person, self)
        self.seats.append(seat)
        return seat

    def sign_in_by_api(self, seat: Seat) -> Session:
        """Return a session of the API side for somebody, with a workspace if they own a business."""
        session = self.carried(self.run.target.driver_set().arrive(seat))
        self.cleanup.add(f"close the session of {seat.person.name}", session.close)
        return session

    def open_page(self, seat: Seat, *, stranger: bool) -> Page:
        """Open a page on somebody's machine; a stranger's knows nobody."""
        cookies = [] if stranger or not seat.signed_in else self.run.target.driver_set().cookies(seat)
        machine = self.run.engine(self.case.engine).new_machine(
            self.journal, cookies, seat.ways, scale=self.scale
        )
        seat.machines.append(machine)
        self.cleanup.add(f"close the machine of {seat.person.name}", machine.close)
        return machine.page

    @property
    def engine_evidence(self) -> Mapping[str, str | None] | None:
        """Which browser really acted, if one did."""
        acted = any(seat.pages for seat in self.seats)
        return self.run.engine(self.case.engine).evidence() if acted else None

    # what happened ----------------------------------------------------------------------------------

    def begin_step(self, kind: str, words: str) -> None:
        """Say which step runs now: acts of a When are known as such, assertions of a Then are counted."""
        self.journal.begin(kind)
        self.judge.begin(kind, words)

    def end_step(self) -> None:
        """Say that the step came to its end; `ProvesNothing` when it was a Then that judged nothing."""
        self.judge.end()

    @property
    def outcome(self) -> Outcome:
        """How the last act ended; reading it is speaking about it."""
        return self.judge.outcome

    def assert_that(self, actual: T, matcher: Matcher[T], reason: str) -> None:
        """Judge what is there now; `PromiseBroken` when it does not fit."""
        self.judge.assert_that(actual, matcher, reason)

    def eventually(
        self, probe: Callable[[], T], matcher: Matcher[T], reason: str, within: float | None = None
    ) -> T:
        """Judge what will be there in time; `within` is a deadline of the sentence, in seconds."""
        return self.judge.eventually(probe, matcher, reason, within, self.scale)

    def wait_until(self, probe: Callable[[], T], matcher: Matcher[T], reason: str) -> T:
        """Wait for what an act needs; that judges nothing, and `NotInTime` is no broken promise."""
        return eventually(probe, matcher, reason, scale=self.scale)

    # the world around ---------------------------------------------------------------------------------

    @cached_property
    def inbox(self) -> Inbox:
        """Where mail arrives."""
        return self.run.target.inbox(self.journal)

    @cached_property
    def outages(self) -> Outages:
        """What breaks parts; all of them are mended when the world closes."""
        outages = self.run.target.outages
        self.cleanup.add("wait until all is well again", partial(await_well, self.run.target.driver_set()))
        self.cleanup.add("bring the parts back", outages.all_back)
        return outages

    def relayed(self, address: str) -> tuple[Relay, str]:
        """Put a relay before an address of this machine; return it and the address that leads through it."""
        relay, parts = Relay(), urlsplit(address)
        self.cleanup.add(f"end the relay before {address}", relay.close)
        relay.lead_to(f"{parts.scheme}://127.0.0.1:{parts.port}")
        return relay, parts._replace(netloc=f"{parts.hostname}:{relay.port}").geturl()

    def pass_time(self, by: timedelta) -> None:
        """Let time pass in every workspace that the scenario has."""
        self.time_passed += by
        owners = {seat.person.name: seat for seat in self.seats if self.business_of(seat.person.name)}
        for seat in owners.values():
            self.run.target.driver_set().forward(seat, by)
