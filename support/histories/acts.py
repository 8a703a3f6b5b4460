"""What one client did, when, and what was answered; and what cannot be, with the acts that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["write", "read", "told"]
Answer = Literal["acknowledged", "refused", "unanswered"]
How = Literal["lost update", "stale read", "order", "out of nowhere"]
_VERBS = {"write": "wrote", "read": "read", "told": "has"}


@dataclass(frozen=True, slots=True)
class Act:
    """One write or read of a key, or one entry of the log in which a platform tells all writes.

    Attributes:
        value: each write of a key has one of its own; a read of None found nothing there.
        begun: seconds of one monotonic clock, before it was asked for.
        ended: seconds of the same clock, after it was answered or given up.
        answer: what is unanswered may have happened or not.
        position: the place in the platform's order, where that was told: of a write its own; of a read the
            one up to which it shows what was written.
    """

    client: str
    kind: Kind
    key: str
    value: str | None
    begun: float
    ended: float
    answer: Answer = "acknowledged"
    position: int | None = None

    @property
    def shows(self) -> bool:
        """Whether it says what was there."""
        return self.kind != "write" and self.answer == "acknowledged"

    @property
    def is_stored(self) -> bool:
        """Whether it is a write that was called stored."""
        return self.kind == "write" and self.answer == "acknowledged"

    def is_over_before(self, other: Act) -> bool:
        """Whether this one had ended, with an answer, before another began."""
        return self.answer != "unanswered" and self.ended < other.begun

    def __str__(self) -> str:
        """Tell it in words."""
        what = "nothing" if self.value is None else f"“{self.value}”"
        place = "" if self.position is None else f" at {self.position}"
        when = f"{self.begun:.3f} to {self.ended:.3f} s"
        return f"{self.client} {_VERBS[self.kind]} {what} as {self.key}{place} ({when}, {self.answer})"


@dataclass(frozen=True, slots=True)
class Anomaly:
    """Something that a store which does one thing after the other could not have told."""

    how: How
    why: str
    acts: tuple[Act, ...]

    def __str__(self) -> str:
        """Tell it in a sentence."""
        return f"{self.how}: {self.why}: {'; '.join(map(str, self.acts))}"
