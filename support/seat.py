"""Where one person sits: a machine with its own sessions and pages, and the ports that use them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from support.drivers.ports import PORTS, Ports
from support.engines import AS_USUAL, Ways

if TYPE_CHECKING:
    from support.case import Channel
    from support.cast import Person
    from support.drivers.engines.engine import Machine
    from support.drivers.page import Page
    from support.drivers.relay import Relay
    from support.drivers.session import Session
    from support.drivers.sockets import Socket
    from support.world import World


@dataclass(slots=True)
class Seat:
    """What a driver gets: who acts, what the target's addresses are, and the means to speak.

    Attributes:
        person: who sits here.
        world: the scenario; drivers use its target, its real names and its cleanup.
        signed_in: whether the person's page should know them already, or meet a stranger.
        ways: how pages opened from now on are used: with scripts or without, by pointer or by finger.
        machines: the machines that this person's pages are on, in the order in which they were opened.
        kept: what drivers of this seat remember between two verbs, by a name of their own.
        sockets: the lines that they hold open, likewise.
    """

    person: Person
    world: World
    signed_in: bool = True
    ways: Ways = AS_USUAL
    machines: list[Machine] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    sockets: dict[str, Socket] = field(default_factory=dict)
    _session: Session | None = None
    _pages: dict[str, Page] = field(default_factory=dict)
    _line: Relay | None = None
    _through: str | None = None

    @property
    def session(self) -> Session:
        """The person's own session of the API side, made when first asked for."""
        if self._session is None:
            self._session = self.world.sign_in_by_api(self)
        return self._session

    def speak_by(self, session: Session) -> None:
        """Have another session of the API side from now on."""
        self._session = session

    def arrive(self) -> None:
        """Have an account, or the address of one; nothing is done with it yet."""
        _ = self.session

    def page(self, purpose: str = "builder") -> Page:
        """Return this person's page for a purpose, opened when first asked for; `visit` is a stranger's."""
        if purpose not in self._pages:
            self._pages[purpose] = self.world.open_page(self, stranger=purpose == "visit")
        return self._pages[purpose]

    @property
    def pages(self) -> dict[str, Page]:
        """The pages that are open, by purpose."""
        return dict(self._pages)

    @property
    def app(self) -> str:
        """Where this person's browser finds the builder: through their own line, if they have one."""
        return self._through or self.world.run.target.addresses["app"]

    @property
    def line(self) -> Relay:
        """The line that this person's browser goes through.

        Raises:
            LookupError: it goes through none.
        """
        if self._line is None:
            raise LookupError(f"{self.person.name} goes through no line of their own: have_line comes first")
        return self._line

    def have_line(self) -> None:
        """Let this person's browser go through a line that can be cut, if it does not yet."""
        if self._line is None:
            self._line, self._through = self.world.relayed(self.world.run.target.addresses["app"])

    def ports(self, channel: Channel) -> Ports:
        """Return every port of this person on a channel; each is made by the target's driver set."""
        make = partial(self.world.run.target.driver, channel=channel, seat=self)
        drivers: dict[str, Any] = {name: make(name) for name in PORTS}
        return Ports(**drivers)
