"""The one way to wait for what happens elsewhere: ask until it fits, or say each distinct answer."""

from __future__ import annotations

import time
from collections.abc import Sized
from typing import TYPE_CHECKING, TypeVar

from hamcrest.core.string_description import StringDescription

from support.failures import in_order
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hamcrest.core.matcher import Matcher

T = TypeVar("T")
DEFAULT_LIMIT = 10.0  # seconds; what stands in a sentence comes as `within`
_FIRST_PAUSE, _LONGEST_PAUSE, _SLOWER = 0.02, 0.25, 1.6
_SHOWN = 600


class NotInTime(Exception):
    """What was waited for did not come; the message has the reason, what was expected and each answer.

    `answered` says whether anything was held against what was expected, rather than only refused; `nothing`
    whether the last of it was empty.
    """

    def __init__(
        self, reason: str, expected: str, seen: Sequence[str], *, answered: bool = True, nothing: bool = False
    ) -> None:
        self.reason, self.expected, self.seen = reason, expected, tuple(seen)
        self.answered, self.nothing = answered, nothing
        super().__init__(f"{reason}\nExpected {expected}\n{in_order(self.seen)}")


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
        NotInTime: none did.
    """
    limit = within if within is not None else DEFAULT_LIMIT * scale
    seen: dict[str, None] = {}
    answered = nothing = False
    for answer in answers(probe, limit):
        if isinstance(answer, Refused):
            seen[f"refused: {answer.reason}"[:_SHOWN]] = None
            continue
        if matcher.matches(answer):
            return answer
        answered, nothing = True, is_nothing(answer)
        seen[repr(answer)[:_SHOWN]] = None
    expected = StringDescription()
    matcher.describe_to(expected)
    words = f"within {limit:g} s: {expected}"
    raise NotInTime(reason, words, list(seen), answered=answered, nothing=nothing)


def is_nothing(answer: object) -> bool:
    """Whether an answer is that there is nothing: none, or an empty list or text."""
    return answer is None or (isinstance(answer, Sized) and not len(answer))


def settled(probe: Callable[[], T], matcher: Matcher[T], within: float) -> T | Refused:
    """Return the first answer that fits, or the last one there was: what a Then is to judge, as it stands.

    Args:
        within: seconds after which things are taken as they are.
    """
    answer: T | Refused
    for answer in answers(probe, within):
        if not isinstance(answer, Refused) and matcher.matches(answer):
            break
    return answer


def answers(probe: Callable[[], T], limit: float) -> Iterator[T | Refused]:
    """Ask again and again until the limit, ever more slowly; refusals are answers, too."""
    pause, end = _FIRST_PAUSE, time.monotonic() + limit
    while True:
        try:
            yield probe()
        except Refused as refusal:
            yield refusal
        left = end - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(pause, left))  # between two looks at something that tells nobody when it changes
        pause = min(pause * _SLOWER, _LONGEST_PAUSE)
