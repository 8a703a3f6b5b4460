"""What came of holding the books of all systems against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

How = Literal["missing", "doubled", "out of nowhere"]
CAUSES = "Magic Connector"  # what visitors sent stands in its book
_NAMED = 3  # in a sentence; all are in the report


@dataclass(frozen=True, slots=True)
class Wrong:
    """One entry that the books do not agree on.

    Attributes:
        system: whose book it is.
        what: what should stand there, or does.
        id: of the entry where it is one too many; where one is missing, of what should have caused it.
    """

    system: str
    what: str
    how: How
    id: str

    def __str__(self) -> str:
        """Tell it in a sentence."""
        return f"{self.system}: {self.what} of {self.id} is {self.how}"


@dataclass(frozen=True, slots=True)
class Balance:
    """How the books of a business stand to each other.

    Attributes:
        found: how many entries the book of each system has of what visitors sent.
        under_way: how many runs are not over, so that more may come of them.
        mails: how many mails stand how.
        wrong: what the books do not agree on; nothing when all is well.
    """

    found: Mapping[str, int]
    under_way: int
    mails: Mapping[str, int]
    wrong: tuple[Wrong, ...]

    @property
    def posted(self) -> Mapping[str, int]:
        """How many mails stand how, those left out to whose readers nobody writes."""
        return {state: many for state, many in self.mails.items() if state != "withheld"}

    @property
    def sent(self) -> int:
        """How much visitors sent."""
        return self.found[CAUSES]

    def __str__(self) -> str:
        """Tell it in a sentence."""
        fine = "all books agree" if self.sent else "there was nothing to compare"
        named = "; ".join(map(str, self.wrong[:_NAMED])) or fine
        more = f"; and {len(self.wrong) - _NAMED} more" if len(self.wrong) > _NAMED else ""
        way = f", {self.under_way} runs under way" if self.under_way else ""
        return f"{self.sent} sent{way}: {named}{more}"
