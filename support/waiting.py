"""The one way to wait for what happens elsewhere: ask until it fits, or say each distinct answer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from hamcrest.core.string_description import StringDescription

from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from hamcrest.core.matcher import Matcher

T = TypeVar("T")
DEFAULT_LIMIT = 10.0  # seconds; what stands in a sentence comes as `within`
_FIRST_PAUSE, _LONGEST_PAUSE, _SLOWER = 0.02, 0.25, 1.6
_SHOWN = 600


def eventually(
    probe: Callable[[], T],
    matcher: Matcher[T],
    reason: str,
    *,
    within: float | None = None,
    scale: float = 1.0,
) -> T:
    """Return the first answer of `probe` that fits `matcher`.

    Args:
        within: the deadline in seconds that stands in the sentence; without one the default, times `scale`.
        scale: how much longer than usual this target may take.

    Raises:
        AssertionError: none did in time; the message has the reason, what was expected and each answer.
    """
    limit = within if within is not None else DEFAULT_LIMIT * scale
    seen: dict[str, None] = {}
    pause, end = _FIRST_PAUSE, time.monotonic() + limit
    while True:
        try:
            answer = probe()
        except Refused as refusal:
            seen[f"refused: {refusal.reason}"[:_SHOWN]] = None
        else:
            if matcher.matches(answer):
                return answer
            seen[repr(answer)[:_SHOWN]] = None
        left = end - time.monotonic()
        if left <= 0:
            raise AssertionError(_told(reason, matcher, limit, list(seen)))
        time.sleep(min(pause, left))  # between two looks at something that tells nobody when it changes
        pause = min(pause * _SLOWER, _LONGEST_PAUSE)


def _told(reason: str, matcher: Matcher[T], limit: float, seen: list[str]) -> str:
    expected = StringDescription()
    matcher.describe_to(expected)
    answers = "\n".join(f"  {number}. {answer}" for number, answer in enumerate(seen, start=1))
    return f"{reason}\nExpected within {limit:g} s: {expected}\nSeen, in order:\n{answers}"
