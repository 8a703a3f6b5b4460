"""How acts should have ended: done, or refused in words and in time, and what they should have left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hamcrest import all_of, equal_to, greater_than, has_entries, less_than_or_equal_to
from hamcrest.core.base_matcher import BaseMatcher

from support.matchers import with_properties

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hamcrest.core.description import Description
    from hamcrest.core.matcher import Matcher

    from support.cast import Outcome
    from support.records import Tried

_REFUSED = range(400, 500)


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


def done_within(limit: float) -> Matcher[Outcome]:
    """An act that was done, for which nobody waited longer than so many seconds."""
    return with_properties(refused=equal_to(None), after=less_than_or_equal_to(limit))


def let_through(tried: Sequence[Tried], kinds: Sequence[str]) -> list[Tried]:
    """Return what was not refused, or by another title than these."""
    return [one for one in tried if one.status not in _REFUSED or one.kind not in kinds]


def each_refused(kinds: Sequence[str]) -> Matcher[Sequence[Tried]]:
    """Operations that were tried, at least one, each of them refused by one of these titles."""
    return _EachRefused(kinds)


class _EachRefused(BaseMatcher[Any]):
    def __init__(self, kinds: Sequence[str]) -> None:
        self._kinds = kinds

    def _matches(self, item: Sequence[Tried]) -> bool:
        return bool(item) and not let_through(item, self._kinds)

    def describe_to(self, description: Description) -> None:
        description.append_text(f"each of them refused as {' or '.join(self._kinds)}")

    def describe_mismatch(self, item: Sequence[Tried], mismatch_description: Description) -> None:
        shown = "; ".join(map(repr, let_through(item, self._kinds))) or "none was tried"
        mismatch_description.append_text(f"of {len(item)}: {shown}")


def answering_as(before: Mapping[str, str]) -> Matcher[Mapping[str, str]]:
    """Addresses, at least one, that answer what they answered before; those that do not are told."""
    return _AnsweringAs(before)


class _AnsweringAs(BaseMatcher[Any]):
    def __init__(self, before: Mapping[str, str]) -> None:
        self._before = before

    def _matches(self, item: Mapping[str, str]) -> bool:
        return bool(item) and item == self._before

    def describe_to(self, description: Description) -> None:
        description.append_text(f"{len(self._before)} addresses that answer as before")

    def describe_mismatch(self, item: Mapping[str, str], mismatch_description: Description) -> None:
        others = [one for one in {**self._before, **item} if item.get(one) != self._before.get(one)]
        mismatch_description.append_text(f"otherwise: {', '.join(others) or 'nothing was looked at'}")


def following(lines: Sequence[str], mark: str) -> str | None:
    """Return the line right behind another; None at the end, or where the other is not."""
    places = [place for place, line in enumerate(lines) if line == mark]
    behind = lines[places[0] + 1 :] if places else ()
    return behind[0] if behind else None


def no_longer_than(rows: Iterable[Any] | None) -> Matcher[Any]:
    """Stages that took some time, and no more minutes than a table says; none is no measure."""
    return has_entries({stage: _within(float(minutes)) for stage, minutes in rows or ()})


def _within(minutes: float) -> Matcher[float]:
    return all_of(greater_than(0.0), less_than_or_equal_to(minutes))
