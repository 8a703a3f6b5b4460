"""What Thens expect of runs of workflows; each says what it saw when it does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hamcrest import (
    contains_string,
    ends_with,
    equal_to,
    greater_than_or_equal_to,
    has_item,
    has_properties,
)
from hamcrest.core.base_matcher import BaseMatcher

from support.matchers import with_properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hamcrest.core.description import Description
    from hamcrest.core.matcher import Matcher

    from support.records_of_workflows import RunTold


class _Told(BaseMatcher["RunTold"]):
    """A run whose steps stand as listed: what each says, how it stands, what it did."""

    def __init__(self, expected: Sequence[tuple[str, ...]]) -> None:
        self._expected = list(expected)

    def _matches(self, item: RunTold) -> bool:
        return _as_listed(item) == self._expected

    def describe_to(self, description: Description) -> None:
        description.append_text("the steps ").append_text(_in_lines(self._expected))

    def describe_mismatch(self, item: RunTold, mismatch_description: Description) -> None:
        mismatch_description.append_text("there were ").append_text(_in_lines(_as_listed(item)))


def _as_listed(run: RunTold) -> list[tuple[str, ...]]:
    return [(one.says, one.state, one.did) for one in run.steps]


def _in_lines(steps: Sequence[tuple[str, ...]]) -> str:
    return "; ".join(" | ".join(step) for step in steps)


def told_as(steps: Sequence[tuple[str, ...]]) -> Matcher[RunTold]:
    """A run whose steps stand as listed."""
    return _Told(steps)


def standing_so(state: str, tried: int = 0) -> Matcher[Any]:
    """A run that stands so; one of its steps was begun as often, at least, as `tried` says."""
    often = has_item(with_properties(attempts=greater_than_or_equal_to(tried)))
    return with_properties(state=equal_to(state), steps=often)


def left_out(why: str) -> Matcher[Any]:
    """A run that did nothing for somebody, for a reason whose words hold these."""
    return with_properties(state=equal_to("skipped"), why=contains_string(why))


class _At(BaseMatcher["RunTold"]):
    """A run of which a step, from 1 on, is as expected."""

    def __init__(self, step: int, expected: Matcher[Any]) -> None:
        self._step, self._expected = step, expected

    def _matches(self, item: RunTold) -> bool:
        return len(item.steps) >= self._step and self._expected.matches(item.steps[self._step - 1])

    def describe_to(self, description: Description) -> None:
        description.append_text(f"step {self._step} as ").append_description_of(self._expected)

    def describe_mismatch(self, item: RunTold, mismatch_description: Description) -> None:
        step = item.steps[self._step - 1] if len(item.steps) >= self._step else "no such step"
        mismatch_description.append_text(f"the run was {item.state} with {step}")


def at_step(step: int, state: str, met: str) -> Matcher[Any]:
    """A run of which a step stands so, and has met something whose words hold these."""
    return _At(step, with_properties(state=equal_to(state), met=contains_string(met)))


def a_sample() -> Matcher[Any]:
    """A run of somebody who tried it out."""
    return with_properties(sample=equal_to(obj=True))


def having_done(step: int, words: str) -> Matcher[Any]:
    """A run of which a step tells what it did in words that hold these."""
    return _At(step, with_properties(did=contains_string(words)))


def meeting(words: str) -> Matcher[Any]:
    """A run of which a step has met something, whatever follows, told in words that hold these."""
    return with_properties(steps=has_item(with_properties(met=contains_string(words))))


def waiting_until(time: str) -> Matcher[Any]:
    """A run of which a step waits until this time of day."""
    step = has_properties(state="waiting", did=ends_with(time))
    return with_properties(steps=has_item(step))


def begun_so_often(step: int, times: int) -> Matcher[Any]:
    """A run of which a step was begun so often."""
    return _At(step, with_properties(attempts=equal_to(times)))


def with_what_it_was_given(step: int, given: Sequence[tuple[str, ...]]) -> Matcher[Any]:
    """A run of which a step was given this, each a name and a value, and nothing else."""
    lines = "\n".join(sorted(": ".join(one) for one in given))
    return _At(step, with_properties(given=equal_to(lines)))


def the_first_more_often() -> Matcher[list[int]]:
    """Numbers of which the first is greater than each that follows."""
    return _Greatest()


class _Greatest(BaseMatcher[list[int]]):
    def _matches(self, item: list[int]) -> bool:
        return all(item[0] > other for other in item[1:])

    def describe_to(self, description: Description) -> None:
        description.append_text("the first more often")
