"""What is expected of letters to many; matchers like those of `matchers.py`."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from hamcrest.core.base_matcher import BaseMatcher
from hamcrest.core.description import Description
from hamcrest.core.matcher import Matcher

from support.matchers import with_properties


class _Shown(BaseMatcher[datetime | None]):
    """A moment at which clocks of a zone show a time."""

    def __init__(self, at: str, zone: str) -> None:
        self._at, self._zone = at, zone

    def _matches(self, item: datetime | None) -> bool:
        return self._time(item) == self._at

    def describe_to(self, description: Description) -> None:
        """Say what is expected."""
        description.append_text(f"a moment at which clocks in {self._zone} show {self._at}")

    def describe_mismatch(self, item: datetime | None, mismatch_description: Description) -> None:
        """Say what they show."""
        mismatch_description.append_text(f"they show {self._time(item)}")

    def _time(self, item: datetime | None) -> str:
        return item.astimezone(ZoneInfo(self._zone)).strftime("%H:%M") if item else "no moment"


def going_on_at(at: str, zone: str) -> Matcher[Any]:
    """A broadcast of which more goes out when clocks of a zone show a time."""
    return with_properties(goes_on_at=_Shown(at, zone))
