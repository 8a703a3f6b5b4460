"""What people of a scenario remember: how pages looked, what they got at, and what they tried."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from support.failures import SentenceMissing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.drivers.names import SetNames
    from support.histories.acts import Act
    from support.load.flooding import Flood
    from support.load.outcome import LoadTold
    from support.load.plan import Part
    from support.ordeals import Ordeal
    from support.records import Belongings, Draft, Tried
    from support.records_of_errors import ErrorGroup


@dataclass(slots=True)
class Memory:
    """Drafts by the name that the scenario gives their site, and belongings by whose they are.

    Attributes:
        tried: the operations that somebody tried last, with their answers.
        answers: what was answered to those who asked more than once.
        history: what people who were at it at once did, and were told.
        read: the names that somebody read in a list, in order.
        copied: what a copy told that somebody took.
        exported: the file that somebody saved last.
        met: the errors that people met before what matters, by whose they are: the number, the group as it
            was then, and how many errors there were of all groups.
        proposals: the words of each proposal that somebody had the choice of, the oldest first.
        coming: what those do who are to come all at once.
        load: what came of them.
        names: what name servers were let say.
        flood: how many forms were sent at once.
        ordeal: what somebody went through while a part was in trouble.
    """

    tried: Sequence[Tried] = ()
    answers: Sequence[str] = ()
    history: Sequence[Act] = ()
    read: Sequence[str] = ()
    copied: str = ""
    proposals: Sequence[Sequence[str]] = ()
    exported: bytes = b""
    coming: Sequence[Part] = ()
    load: LoadTold | None = None
    ordeal: Ordeal | None = None
    flood: Flood | None = None
    names: SetNames | None = None
    met: dict[str, tuple[str, ErrorGroup, int]] = field(default_factory=dict)
    _belongings: dict[str, Belongings] = field(default_factory=dict)
    _drafts: dict[str, Draft] = field(default_factory=dict)

    def keep(self, site: str, draft: Draft) -> None:
        """Keep how a page looks now."""
        self._drafts[site] = draft

    def of(self, site: str) -> Draft:
        """Return how a page looked when somebody took notice.

        Raises:
            SentenceMissing: nobody did.
        """
        if site not in self._drafts:
            raise SentenceMissing(
                f"nobody remembers {site!r}: 'Given Maya remembers how {site!r} looks' is missing"
            )
        return self._drafts[site]

    def noted(self, name: str, belongings: Belongings) -> Belongings:
        """Keep what somebody could get at, and return it."""
        self._belongings[name] = belongings
        return belongings

    def belongings(self, name: str) -> Belongings:
        """Return what somebody could get at when it was noted.

        Raises:
            SentenceMissing: nobody noted it.
        """
        if name not in self._belongings:
            raise SentenceMissing(f"nobody noted what {name} has: a When that tries to get at it is missing")
        return self._belongings[name]
