"""What was really done and answered: for evidence, for the human pace, and for where a When acted."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from support.evidence.redaction import redacted
from support.pace import BUTTON, HOMING, KEYSTROKE, POINTING, READING, THINKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.case import Channel
    from support.drivers.session import Answer

_KEPT = 20
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


@dataclass(slots=True)
class Journal:
    """Written by sessions and pages, read by the world; `take_time` lets a person's time pass."""

    take_time: Callable[[float], None] = lambda _: None
    in_when: bool = False
    acted_in: set[Channel] = field(default_factory=set)
    acts: Acts = field(default_factory=Acts)
    exchanges: deque[Exchange] = field(default_factory=lambda: deque(maxlen=_KEPT))

    def exchanged(self, method: str, address: str, sent: object, answer: Answer) -> None:
        """Write down an exchange of the API channel."""
        trace = answer.headers.get("x-trace-id", "")
        self.exchanges.append(
            Exchange(
                method,
                redacted(address),
                redacted(sent)[:_BODY],
                answer.status,
                redacted(answer.text)[:_BODY],
                trace,
            )
        )
        self.acted("api")

    def heard(self, method: str, address: str, status: int, trace_id: str) -> None:
        """Write down an exchange that a page had; what was said in it stays with the page."""
        self.exchanges.append(Exchange(method, redacted(address), "(by a page)", status, "", trace_id))

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
        return next((exchange.trace_id for exchange in reversed(self.exchanges) if exchange.trace_id), "")

    def acted(self, channel: Channel) -> None:
        """Write down that somebody acted on a channel; it counts for the case while a When runs."""
        if self.in_when:
            self.acted_in.add(channel)
