"""How an act should have ended: done, or refused in words and in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hamcrest import equal_to
from hamcrest.core.base_matcher import BaseMatcher

from support.matchers import with_properties

if TYPE_CHECKING:
    from hamcrest.core.description import Description
    from hamcrest.core.matcher import Matcher

    from support.cast import Outcome


def refused(who: str, because: str, within: float | None = None) -> Matcher[Outcome]:
    """An act of somebody that was refused in these words, and in time if a deadline was named (seconds)."""
    return _RefusedOutcome(who, because, within)


class _RefusedOutcome(BaseMatcher[Any]):
    def __init__(self, who: str, because: str, within: float | None) -> None:
        self._who, self._because, self._within = who, because, within

    def _matches(self, item: Outcome) -> bool:
        in_time = self._within is None or item.after <= self._within
        theirs = item.by == self._who
        return theirs and item.refused is not None and self._because in item.refused and in_time

    def describe_mismatch(self, item: Outcome, mismatch_description: Description) -> None:
        ending = f"was refused with “{item.refused}”" if item.refused is not None else "was done"
        mismatch_description.append_text(f"{item.act} of {item.by} {ending} after {item.after:.1f} s")

    def describe_to(self, description: Description) -> None:
        limit = f" within {self._within:g} s" if self._within is not None else ""
        words = f"an act of {self._who} refused{limit} with words that hold “{self._because}”"
        description.append_text(words)


def done() -> Matcher[Outcome]:
    """An act that was done."""
    return with_properties(refused=equal_to(None))


def done_by(who: str) -> Matcher[Outcome]:
    """An act of somebody that was done."""
    return with_properties(refused=equal_to(None), by=equal_to(who))
