"""What came of a load, as sentences judge it and reports show it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from support.load.notes import ANSWER, VISIT, Notes, percentile

if TYPE_CHECKING:
    from support.load.plan import Size

SHARES = (50, 95, 99)
_FEW = 20  # answers, of which five of a hundred are one


@dataclass(frozen=True, slots=True)
class LoadTold:
    """What came of a load.

    Attributes:
        title: the scenario that asked for it.
        nothing: the same people at a server that does nothing.
    """

    title: str
    size: Size
    notes: Notes
    nothing: Notes

    def within(self, share: int) -> float:
        """Return the seconds that so many of a hundred answers to each sentence have not exceeded.

        Each by itself: what seldom happens, as a form that is sent, would drown among pages that are read.
        One that was asked for less than twenty times is judged with all others: it has no five of a hundred.
        """
        kinds = [seen for (kind, _), seen in self.notes.kinds.items() if kind == ANSWER and seen.many >= _FEW]
        judged = [self.notes.all_of(ANSWER), *kinds]
        return max(percentile(seen.times, share / 100) for seen in judged) / 1000

    @property
    def answers(self) -> int:
        """How many answers there were, or should have been."""
        return self.notes.all_of(ANSWER).many

    @property
    def otherwise(self) -> tuple[str, ...]:
        """What did not go as told: how often, what and why."""
        return tuple(
            f"{many} × {name}: {why}"
            for (_, name), seen in self.notes.kinds.items()
            for why, many in seen.failed.most_common()
        )

    def done(self, title: str) -> int:
        """Return how many visits of a scenario went as told."""
        seen = self.notes.kinds.get((VISIT, title))
        return seen.many - seen.failed.total() if seen else 0

    @property
    def slug(self) -> str:
        """What its files are called."""
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")

    def told(self) -> dict[str, Any]:
        """Return it for reports."""
        return {
            "title": self.title,
            "size": self.size.name,
            "visitors": self.size.visitors,
            "owners": self.size.owners,
            "every": self.size.every,
            "seconds": self.size.seconds,
            "answers": self.answers,
            "otherwise": list(self.otherwise),
            "failed": sum(seen.failed.total() for seen in self.notes.kinds.values()),
            "busy": max(self.notes.busy),
            "nothing": shares(self.nothing),
            "all": shares(self.notes),
            "kinds": [
                {"kind": kind, "name": name, "many": seen.many, "failed": seen.failed.total()}
                | {f"p{share}": percentile(seen.times, share / 100) for share in SHARES}
                for (kind, name), seen in self.notes.kinds.items()
            ],
            "line": [
                [second, seen.many, percentile(seen.times, 0.95), seen.failed.total()]
                for second, seen in sorted(self.notes.seconds.items())
            ],
        }


def shares(notes: Notes) -> dict[str, float]:
    """Return how many milliseconds so many of a hundred answers have not exceeded."""
    times = notes.all_of(ANSWER).times
    return {f"p{share}": percentile(times, share / 100) for share in SHARES}
