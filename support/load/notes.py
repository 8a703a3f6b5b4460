"""What came of each answer and each visit, counted as it comes; the same whichever process saw it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

ANSWER, VISIT = "answer", "visit"


def rounded(milliseconds: float) -> int:
    """Return a time to two digits, so that however many come there are few different ones."""
    step = 1 if milliseconds < 100 else 10 if milliseconds < 1000 else 100  # noqa: PLR2004 - powers of ten
    return round(milliseconds / step) * step


def percentile(times: Mapping[int, int], share: float) -> float:
    """Return the time that this share of all has not exceeded; not a number where there is none."""
    left = sum(times.values()) * share
    for time, many in sorted(times.items()):
        left -= many
        if left <= 0:
            return time
    return float("nan")


@dataclass(slots=True)
class Seen:
    """What came of one kind: milliseconds from the intended start, and why some failed."""

    times: Counter[int] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)

    @property
    def many(self) -> int:
        """How many there were, those that failed as well."""
        return self.times.total()

    def add(self, other: Self) -> None:
        """Count what somebody else saw as well."""
        self.times.update(other.times)
        self.failed.update(other.failed)

    def told(self) -> dict[str, Any]:
        """Return it for another process."""
        return {"times": dict(self.times), "failed": dict(self.failed)}

    @classmethod
    def read(cls, told: Mapping[str, Mapping[str, int]]) -> Self:
        """Return what was told."""
        times = Counter({int(time): many for time, many in told["times"].items()})
        return cls(times, Counter(told["failed"]))


@dataclass(slots=True)
class Notes:
    """All that came of a load, or of what one process put of it.

    Attributes:
        kinds: by whether it is an answer or a visit, and by the sentence or the scenario.
        seconds: answers by the second in which they were due, counted from the beginning.
        busy: how much of a core each process that put load took, on average.
    """

    kinds: dict[tuple[str, str], Seen] = field(default_factory=dict)
    seconds: dict[int, Seen] = field(default_factory=dict)
    busy: list[float] = field(default_factory=list)

    def note(self, kind: str, name: str, milliseconds: float, failed: str, due: float) -> None:
        """Count one answer or visit."""
        one = Seen(Counter([rounded(milliseconds)]), Counter([failed] if failed else []))
        self.kinds.setdefault((kind, name), Seen()).add(one)
        if kind == ANSWER:
            self.seconds.setdefault(int(due), Seen()).add(one)

    def add(self, other: Self) -> None:
        """Count what another process saw as well."""
        for name, seen in other.kinds.items():
            self.kinds.setdefault(name, Seen()).add(seen)
        for second, seen in other.seconds.items():
            self.seconds.setdefault(second, Seen()).add(seen)
        self.busy += other.busy

    def all_of(self, kind: str) -> Seen:
        """Return all answers, or all visits, in one."""
        whole = Seen()
        for (one, _), seen in self.kinds.items():
            if one == kind:
                whole.add(seen)
        return whole

    def told(self) -> dict[str, Any]:
        """Return it for another process."""
        return {
            "kinds": [[*name, seen.told()] for name, seen in self.kinds.items()],
            "seconds": {second: seen.told() for second, seen in self.seconds.items()},
            "busy": self.busy,
        }

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Self:
        """Return what was told."""
        kinds = {(kind, name): Seen.read(seen) for kind, name, seen in told["kinds"]}
        seconds = {int(second): Seen.read(seen) for second, seen in told["seconds"].items()}
        return cls(kinds, seconds, [*told["busy"]])
