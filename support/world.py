"""One scenario's world: its people, its real names, its outcome, and what has to be put back."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import urlsplit

from support.cast import CAST, Actor, Outcome, Person
from support.cleanup import Cleanup
from support.drivers.outages import Relay
from support.drivers.ports import Brief
from support.journal import Journal
from support.pace import taking_time
from support.seat import Seat
from support.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from hamcrest.core.matcher import Matcher

    from support.case import Case, Channel
    from support.drivers.page import Page
    from support.drivers.ports import Inbox, Outages
    from support.drivers.session import Session
    from support.run import Run

T = TypeVar("T")
MAIL_DOMAIN = "customers.magic-moment.example"


class SentenceMissing(Exception):
    """A step spoke about something that no earlier sentence brought about; the message says which sentence is missing."""


class RefusalUnread(Exception):
    """An act was refused, and no Then said that it should be."""


class Addresses:
    """Where the sites of a scenario are found: by visitors, and by whoever opens them in the builder."""

    def __init__(self) -> None:
        self._live: dict[str, str] = {}
        self._builder: dict[str, str] = {}

    def tell(self, site: str, *, live: str | None = None, builder: str | None = None) -> None:
        """Remember what an owner learned about a site's addresses."""
        self._live.update({site: live} if live else {})
        self._builder.update({site: builder} if builder else {})

    def live(self, site: str) -> str:
        """Return where visitors find a site; SentenceMissing when nobody was told."""
        return self._known(self._live, site)

    def builder(self, site: str) -> str:
        """Return a site's path in the builder; SentenceMissing when nobody was told."""
        return self._known(self._builder, site)

    @staticmethod
    def _known(addresses: dict[str, str], site: str) -> str:
        if site not in addresses:
            message = (
                f"nobody knows the address of {site!r}: a sentence that starts or publishes it is missing"
            )
            raise SentenceMissing(message)
        return addresses[site]


@dataclass
class World:
    """All that a scenario has. It needs nothing but this, so it also runs outside behave."""

    run: Run
    case: Case
    journal: Journal = field(default_factory=Journal)
    cleanup: Cleanup = field(default_factory=Cleanup)
    addresses: Addresses = field(default_factory=Addresses)
    seats: list[Seat] = field(default_factory=list)
    suffix: str = field(default_factory=lambda: secrets.token_hex(3))
    _actors: dict[str, Actor] = field(default_factory=dict)
    _outcome: Outcome | None = None
    _unread: Outcome | None = None
    _business: dict[str, str] = field(default_factory=dict)

    @property
    def channel(self) -> Channel:
        """The channel under specification."""
        return self.case.channel

    @property
    def scale(self) -> float:
        """How much longer than usual this target may take."""
        return self.run.settings.timeout_scale * self.run.target.description.http.timeout_scale

    def __enter__(self) -> Self:
        """Open the world."""
        self.journal.take_time = taking_time(self.run.settings.pace)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the world; a failure that is under way is the one that is told."""
        try:
            self.close()
        except RefusalUnread:
            if error is None:
                raise

    def close(self) -> None:
        """Put everything back.

        Raises:
            RefusalUnread: an act was refused and nobody spoke about it.
            CleanupFailed: something could not be put back.
        """
        try:
            self.cleanup.run()
        finally:
            self._refuse_silence()

    def _refuse_silence(self) -> None:
        if self._unread and self._unread.refused:
            message = f"the act {self._unread.act!r} was refused, and no Then says that it should be: {self._unread.refused}"
            raise RefusalUnread(message)

    # names ------------------------------------------------------------------------------------------

    def real(self, alias: str) -> str:
        """Return the name that stands for a scenario's name on the target, so that runs never collide."""
        return f"{alias} {self.suffix}"

    def owns(self, name: str, business: str) -> None:
        """Let somebody's workspace carry the name of a business; said before they are first asked to act."""
        self._business[name] = business

    def business_of(self, name: str) -> str | None:
        """Return what somebody owns: what was said, else what the cast says; None for a visitor."""
        return self._business.get(name, CAST[name].owns)

    # people -----------------------------------------------------------------------------------------

    def actor(self, name: str) -> Actor:
        """Return somebody of the cast, as this scenario knows them."""
        if name not in self._actors:
            email = f"{name.lower()}.{self.suffix}@{MAIL_DOMAIN}"
            self._actors[name] = Actor(Person(name, email, secrets.token_urlsafe(12)), self)
        return self._actors[name]

    def brief_of(self, name: str) -> Brief:
        """Return what somebody tells the copywriter about their business.

        Raises:
            SentenceMissing: they own none.
        """
        business = self.business_of(name)
        if business is None:
            message = f"{name} owns no business: a sentence such as 'Given {name} has an account for her business …' is missing"
            raise SentenceMissing(message)
        return Brief(business)

    @property
    def owner(self) -> Actor:
        """The first of the actors who owns a business.

        Raises:
            SentenceMissing: nobody does.
        """
        for name, actor in self._actors.items():
            if self.business_of(name):
                return actor
        message = "nobody owns anything yet: a Given such as 'Maya has the site …' is missing"
        raise SentenceMissing(message)

    def take_seat(self, person: Person) -> Seat:
        """Give somebody a machine of their own."""
        seat = Seat(person, self)
        self.seats.append(seat)
        return seat

    def sign_in_by_api(self, seat: Seat) -> Session:
        """Return a session of the API side for somebody; a workspace of theirs is made when they own a business."""
        session = self.run.target.driver_set().arrive(seat)
        self.cleanup.add(f"close the session of {seat.person.name}", session.close)
        return session

    def open_page(self, seat: Seat, *, stranger: bool) -> Page:
        """Open a page on somebody's machine; a stranger's knows nobody."""
        cookies = [] if stranger or not seat.signed_in else self.run.target.driver_set().cookies(seat)
        machine = self.run.engine(self.case.engine).new_machine(self.journal, cookies, scripts=seat.scripts)
        self.cleanup.add(f"close the machine of {seat.person.name}", machine.close)
        return machine.page

    @property
    def engine_evidence(self) -> Mapping[str, str | None] | None:
        """Which browser really acted, if one did."""
        acted = any(seat.pages for seat in self.seats)
        return self.run.engine(self.case.engine).evidence() if acted else None

    # what happened ----------------------------------------------------------------------------------

    def ended(self, outcome: Outcome) -> None:
        """Keep how an act ended."""
        self._refuse_silence()
        self._outcome = self._unread = outcome

    @property
    def outcome(self) -> Outcome:
        """How the last act ended; reading it is speaking about it."""
        if self._outcome is None:
            message = "nobody has acted yet: a When is missing before this Then"
            raise SentenceMissing(message)
        self._unread = None
        return self._outcome

    def eventually(
        self, probe: Callable[[], T], matcher: Matcher[T], reason: str, within: float | None = None
    ) -> T:
        """Wait until what is seen fits; `within` is a deadline of the sentence, in seconds (see `support.waiting`)."""
        return eventually(probe, matcher, reason, within=within, scale=self.scale)

    # the world around ---------------------------------------------------------------------------------

    @cached_property
    def inbox(self) -> Inbox:
        """Where mail arrives."""
        return self.run.target.inbox

    @cached_property
    def outages(self) -> Outages:
        """What breaks parts; all of them are mended when the world closes."""
        outages = self.run.target.outages
        self.cleanup.add("bring the copywriter back", lambda: outages.back("copywriter"))
        return outages

    def relayed(self, address: str) -> tuple[Relay, str]:
        """Put a relay before an address of this machine; return it and the address that leads through it."""
        relay, parts = Relay(), urlsplit(address)
        self.cleanup.add(f"end the relay before {address}", relay.close)
        relay.lead_to(f"{parts.scheme}://127.0.0.1:{parts.port}")
        return relay, parts._replace(netloc=f"{parts.hostname}:{relay.port}").geturl()

    def pass_days(self, days: int) -> None:
        """Let days pass in every workspace that the scenario has."""
        for seat in {
            seat.person.name: seat for seat in self.seats if self.business_of(seat.person.name)
        }.values():
            self.run.target.driver_set().forward(seat, timedelta(days=days))

    def note_step(self, keyword: str) -> None:
        """Say what kind of step runs now, so that acts of a When are known as such."""
        self.journal.in_when = keyword == "when"
        self.journal.began = time.monotonic()
