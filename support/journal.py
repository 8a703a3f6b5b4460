"""What was really done and answered: for evidence, for the human pace, and for where a When acted."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from support.evidence.known import Secrets
from support.pace import BUTTON, HOMING, KEYSTROKE, POINTING, READING, THINKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from support.case import Channel
    from support.cast import Person
    from support.drivers.session import Answer

_KEPT = 20
_LOOKS = frozenset({"GET", "HEAD", "OPTIONS"})  # safe methods (RFC 9110 §9.2.1)
_BODY = 2000


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, redacted."""

    method: str
    address: str
    sent: str
    status: int
    answered: str
    trace_id: str

    def __str__(self) -> str:
        asked = f"{self.method} {self.address}\n  sent {self.sent}"
        return f"{asked}\n  {self.status} {self.answered}\n  trace {self.trace_id or '-'}"


@dataclass(slots=True)
class Acts:
    """How much a person did by hand: pointings, characters typed, words read."""

    pointings: int = 0
    characters: int = 0
    words_read: int = 0


@dataclass(frozen=True, slots=True)
class _Heard:
    """One request and its answer as they were: in memory alone, and nowhere shown."""

    method: str
    address: str
    sent: object
    status: int
    answered: str
    trace_id: str


@dataclass(slots=True)
class Journal:
    """Written by sessions and pages, read by the world; `take_time` lets a person's time pass.

    Attributes:
        secrets: what nobody may read in what is kept of the scenario.
        people: who takes part, in the order in which they came.
        trace_ids: the traces that the platform worked in, each once, in the order of their last exchange.
        last_change: method and address of the last act of a When that was more than a look.
    """

    take_time: Callable[[float], None] = lambda _: None
    in_when: bool = False
    acted_in: set[Channel] = field(default_factory=set)
    acts: Acts = field(default_factory=Acts)
    secrets: Secrets = field(default_factory=Secrets, repr=False)
    people: list[Person] = field(default_factory=list, repr=False)
    trace_ids: list[str] = field(default_factory=list)
    last_change: tuple[str, str] | None = None
    _heard: deque[_Heard] = field(default_factory=lambda: deque(maxlen=_KEPT), repr=False)

    def met(self, person: Person) -> None:
        """Write down that somebody takes part; their password is a secret from now on."""
        self.people.append(person)
        self.secrets.add(person.password, f"the password of {person.name}")

    def exchanged(self, method: str, address: str, sent: object, answer: Answer) -> None:
        """Write down an exchange of the API channel."""
        for text in (address, sent, answer.headers.get("location"), answer.text):
            self.secrets.learn(text)
        self._note(_Heard(method, address, sent, answer.status, answer.text, _trace(answer.headers)))
        self.acted("api")

    def heard(self, method: str, address: str, status: int, trace_id: str, sent: str = "") -> None:
        """Write down an exchange that a page had; what it was answered stays with the page."""
        self._note(_Heard(method, address, f"(by a page) {sent}".rstrip(), status, "", trace_id))

    def _note(self, heard: _Heard) -> None:
        self._heard.append(heard)
        if self.in_when and heard.method not in _LOOKS:
            self.last_change = heard.method, heard.address
        if heard.trace_id:
            self.trace_ids = [*(one for one in self.trace_ids if one != heard.trace_id), heard.trace_id]

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The last exchanges, without the secrets that are known by now."""
        redacted = self.secrets.redacted
        return tuple(
            Exchange(
                one.method,
                redacted(one.address),
                redacted(one.sent)[:_BODY],
                one.status,
                redacted(one.answered)[:_BODY],
                one.trace_id,
            )
            for one in self._heard
        )

    def pointed(self) -> None:
        """Write down that somebody pointed at something and pressed."""
        self.acts.pointings += 1
        self.take_time(THINKING + POINTING + BUTTON + HOMING)
        self.acted("browser")

    def typed(self, text: str) -> None:
        """Write down that somebody typed."""
        self.acts.characters += len(text)
        self.take_time(len(text) * KEYSTROKE)
        self.acted("browser")

    def visited(self) -> None:
        """Write down that somebody opened a page by its address."""
        self.acted("browser")

    def read(self, text: str) -> None:
        """Write down that somebody read."""
        words = len(text.split())
        self.acts.words_read += words
        self.take_time(words * READING)

    @property
    def trace_id(self) -> str:
        """The trace of the last exchange that had one."""
        return self.trace_ids[-1] if self.trace_ids else ""

    def acted(self, channel: Channel) -> None:
        """Write down that somebody acted on a channel; it counts for the case while a When runs."""
        if self.in_when:
            self.acted_in.add(channel)


def _trace(headers: Mapping[str, str]) -> str:
    return headers.get("x-trace-id", "")
