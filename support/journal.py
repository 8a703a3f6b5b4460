"""What was really done and answered: for evidence, for the human pace, and for where a When acted."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from support.evidence.known import Secrets
from support.keeping import Keeping
from support.pace import BUTTON, HOMING, KEYSTROKE, POINTING, READING, THINKING
from support.promised_requests import Sent
from support.sent_and_kept import kept_as_sent
from support.stages import Evening

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from support.case import Channel
    from support.cast import Person
    from support.drivers.session import Answer
    from support.records import Tried

_KEPT = 20
_LOOKS = frozenset({"GET", "HEAD", "OPTIONS"})  # safe methods (RFC 9110 §9.2.1)
_BODY = 2000


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, redacted; `again` says that it was had at a second look."""

    method: str
    address: str
    sent: str
    status: int
    answered: str
    trace_id: str
    again: bool = False

    def __str__(self) -> str:
        look = " (at the second look)" if self.again else ""
        asked = f"{self.method} {self.address}{look}\n  sent {self.sent}"
        return f"{asked}\n  {self.status} {self.answered}\n  trace {self.trace_id or '-'}"


@dataclass(slots=True)
class Acts:
    """How much a person did by hand: pointings, characters typed, words read."""

    pointings: int = 0
    characters: int = 0
    words_read: int = 0


@dataclass(frozen=True, slots=True)
class Heard:
    """One request and its answer as they were: in memory alone, and nowhere shown."""

    method: str
    address: str
    sent: object
    status: int
    answered: str
    trace_id: str
    by_page: bool = False

    @property
    def looked(self) -> bool:
        """Whether it asked for nothing to be changed."""
        return self.method in _LOOKS


@dataclass(slots=True)
class Journal:
    """Written by sessions and pages, read by the world; `take_time` lets a person's time pass.

    Attributes:
        secrets: what nobody may read in what is kept of the scenario.
        promised: what holds each answer against the contract of the target.
        people: who takes part, in the order in which they came.
        trace_ids: the traces that the platform worked in, each once, in the order of their last exchange;
            those of a second look come first, since the last is the one that a failure names.
        again: whether somebody looks at a broken promise for a second time.
        change: the last exchange of a When that was more than a look.
        sent_something: whether there was such an exchange since the last When began.
        accused: method and address of what a Then found fault with, where it knows that.
        evening: how long each stage would have taken a person.
        last_hand: when somebody last pressed or typed something on a page, by the monotonic clock.
    """

    take_time: Callable[[float], None] = lambda _: None
    in_when: bool = False
    acted_in: set[Channel] = field(default_factory=set)
    acts: Acts = field(default_factory=Acts)
    secrets: Secrets = field(default_factory=Secrets, repr=False)
    promised: Keeping = field(default_factory=Keeping, repr=False)
    people: list[Person] = field(default_factory=list, repr=False)
    trace_ids: list[str] = field(default_factory=list)
    again: bool = False
    change: Heard | None = field(default=None, repr=False)
    sent_something: bool = False
    accused: tuple[str, str] | None = None
    last_hand: float = 0.0
    evening: Evening = field(default_factory=Evening, repr=False)
    _one_at_a_time: Lock = field(default_factory=Lock, repr=False, compare=False)
    _heard: deque[Heard] = field(default_factory=lambda: deque(maxlen=_KEPT), repr=False)
    _heard_again: deque[Heard] = field(default_factory=lambda: deque(maxlen=_KEPT), repr=False)

    def begin(self, kind: str) -> None:
        """Say which kind of step runs now: given, when or then."""
        self.in_when = kind == "when"
        if self.in_when:
            self.sent_something = False

    def met(self, person: Person) -> None:
        """Write down that somebody takes part; their password is a secret from now on."""
        self.people.append(person)
        self.secrets.add(person.password, f"the password of {person.name}")

    def exchanged(self, method: str, address: str, sent: object, answer: Answer) -> None:
        """Write down an exchange of the API channel."""
        with self._one_at_a_time:  # people who are at it at once write here as well
            for text in (address, sent, answer.headers.get("location"), answer.text):
                self.secrets.learn(text)
            self._note(Heard(method, address, sent, answer.status, answer.text, _trace(answer.headers)))
            self.promised.check(
                method, address, answer.status, answer.headers, answer.text, Sent(sent, answer.sent_as)
            )
            self.acted("api")

    def heard(  # noqa: PLR0917 - an exchange has that many sides
        self,
        method: str,
        address: str,
        status: int,
        trace_id: str,
        sent: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Write down an exchange that a page had; what it was answered stays with the page."""
        self._note(Heard(method, address, sent, status, "", trace_id, by_page=True))
        self.promised.check(method, address, status, headers, None)

    def looked(self, method: str, address: str, status: int, trace_id: str) -> None:
        """Write down a look whose answers were held against a contract already."""
        self._note(Heard(method, address, "", status, "", trace_id, by_page=True))

    def accuse(self, tried: Sequence[Tried]) -> None:
        """Say whose fault it would be, once what was tried is judged: that of the first."""
        self.accused = tried[0].asked if tried else None

    def _note(self, heard: Heard) -> None:
        (self._heard_again if self.again else self._heard).append(heard)
        if not heard.looked:
            self.change = heard if self.in_when else self.change
            # What a page was asked for in a When may be answered when that is over.
            self.sent_something |= self.in_when or heard.by_page
        if heard.trace_id:
            others = [one for one in self.trace_ids if one != heard.trace_id]
            self.trace_ids = [heard.trace_id, *others] if self.again else [*others, heard.trace_id]

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The last exchanges, without the secrets that are known by now; those of a second look behind."""
        looks = ((self._heard, False), (self._heard_again, True))
        return tuple(self._redacted(one, again=again) for heard, again in looks for one in heard)

    def _redacted(self, heard: Heard, *, again: bool) -> Exchange:
        redacted = self.secrets.redacted
        return Exchange(
            heard.method,
            redacted(heard.address),
            redacted(_shown(heard))[:_BODY],
            heard.status,
            redacted(heard.answered)[:_BODY],
            heard.trace_id,
            again,
        )

    def kept_as_sent(self) -> bool:
        """Whether a second look found what a page had sent in the last change of a When."""
        return kept_as_sent(self.change, self._heard_again)

    def pointed(self) -> None:
        """Write down that somebody pointed at something and pressed."""
        self.last_hand = time.monotonic()
        self.acts.pointings += 1
        self.take_time(THINKING + POINTING + BUTTON + HOMING)
        self.acted("browser")

    def typed(self, text: str) -> None:
        """Write down that somebody typed."""
        self.last_hand = time.monotonic()
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


def _shown(heard: Heard) -> object:
    return f"(by a page) {heard.sent}".rstrip() if heard.by_page else heard.sent


def _trace(headers: Mapping[str, str]) -> str:
    return headers.get("x-trace-id", "")
