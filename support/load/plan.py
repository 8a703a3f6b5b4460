"""What a load is: who comes, how many, how often and for how long, and what each of them does."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Self

VISITORS, OWNERS = "visitors", "owners"
TOLD, SEEN = (
    "MM_LOAD_PLAN",
    "MM_LOAD_NOTES",
)  # where its process finds it, and tells what came
WHO = (VISITORS, OWNERS)


@dataclass(frozen=True, slots=True)
class Part:
    """What some of those who come do: one scenario.

    Attributes:
        who: visitors, who are somebody new each time, or owners, each of whom has a site of their own.
        share: how many of a hundred of their visits go so.
    """

    who: str
    share: int
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Size:
    """How many come, how often each of them, and for how long.

    Attributes:
        every: seconds between two visits of one person, in the middle; when each is due is drawn by lot.
        seconds: how long they come.
    """

    name: str
    visitors: int
    owners: int
    every: int
    seconds: int

    @property
    def people(self) -> int:
        """How many are there at once."""
        return self.visitors + self.owners


@dataclass(frozen=True, slots=True)
class Plan:
    """A load, as the process that puts it is told.

    Attributes:
        given: the sentences that hold already, so that nobody brings about what they say.
        sites: where visitors find the sites of these sentences, by the names that they have there.
        shared: what another process needs to join the run.
        null: the address of a server that does nothing, to be asked instead; empty for the load itself.
    """

    size: Size
    parts: tuple[Part, ...]
    seed: int
    given: tuple[str, ...]
    sites: dict[str, str]
    target: str
    shared: dict[str, Any]
    null: str = ""

    def written(self) -> str:
        """Return it for another process."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what was written."""
        told = json.loads(text)
        parts = tuple(Part(**one) for one in told.pop("parts"))
        return cls(Size(**told.pop("size")), parts, given=tuple(told.pop("given")), **told)
