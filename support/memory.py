"""What people of a scenario remember of how pages looked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from support.failures import SentenceMissing

if TYPE_CHECKING:
    from support.records import Draft


@dataclass(slots=True)
class Memory:
    """Drafts by the name that the scenario gives their site."""

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
