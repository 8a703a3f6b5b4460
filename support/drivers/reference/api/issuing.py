"""Publishing again and again, by API: each act with when it was asked for and what was answered."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import httpx

from support.drivers.reference.api.once import AskedOnce
from support.drivers.reference.api.racing import ApiRacing
from support.drivers.reference.api.visiting import ApiVisiting
from support.drivers.reference.asking import PlatformFailed
from support.histories.acts import Act
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.histories.acts import Answer

_LIVE = "the live headline"
_WISH = {"despite_warnings": True}  # whatever is warned of is not what is specified


class _Visitor(ApiVisiting):
    """Somebody who reads headlines."""

    def headlines(self, site: str) -> Sequence[str]:
        """Return those of the live page."""
        return self._visit(site).headlines


class ApiIssuing(AskedOnce):
    """Headlines that are published, and read by visitors."""

    def begin(self, site: str) -> Act:
        """Read the page as it is built, to know its headline, and as visitors do."""
        ApiRacing(self.seat).begin(site)
        shown = self.read(site)
        return Act("the beginning", "write", _LIVE, shown.value, shown.begun, shown.begun)

    def publish(self, site: str, words: str) -> Act:
        """Change the headline and publish it; one that was changed alone may be published yet, by others."""
        changed = ApiRacing(self.seat).write(site, "headline", words)
        answer = changed.answer
        if answer == "acknowledged":
            told, _ = self._asked("POST", f"/api/sites/{self._site(site)}/releases", _WISH)
            answer = told if told == "acknowledged" else "unanswered"
        return Act(changed.client, "write", _LIVE, words, changed.begun, time.monotonic(), answer)

    def read(self, site: str) -> Act:
        """Read the headlines of the live page: one, and several are what nobody published."""
        begun, shown = time.monotonic(), None
        answer: Answer = "acknowledged"
        try:
            shown = " and ".join(_Visitor(self.seat).headlines(site))
        except (Refused, PlatformFailed, httpx.TransportError):
            answer = "unanswered"
        return Act(self.seat.person.name, "read", _LIVE, shown, begun, time.monotonic(), answer)
