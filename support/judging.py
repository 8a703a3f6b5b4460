"""Where a Then judges: each assertion that is evaluated counts, and one that fails keeps what it saw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from hamcrest.core.string_description import StringDescription

from support.cast import Outcome
from support.failures import PromiseBroken, ProvesNothing, RefusalUnread, SentenceMissing
from support.waiting import NotInTime, eventually

if TYPE_CHECKING:
    from collections.abc import Callable

    from hamcrest.core.matcher import Matcher

T = TypeVar("T")


@dataclass(slots=True)
class Judge:
    """Counts the assertions of the step that runs, and keeps how the last act ended.

    Attributes:
        kind: given, when or then; empty before the first step.
        words: the step as it stands in the feature, without its first word.
        evaluated: how many assertions it has evaluated.
        spoke_of_act: whether it has asked how the last act ended.
    """

    kind: str = ""
    words: str = ""
    evaluated: int = 0
    spoke_of_act: bool = False
    _outcome: Outcome | None = None
    _unread: Outcome | None = None

    def begin(self, kind: str, words: str) -> None:
        """Say which step runs now."""
        self.kind, self.words, self.evaluated, self.spoke_of_act = kind, words, 0, False

    def end(self) -> None:
        """Say that the step came to its end.

        Raises:
            ProvesNothing: it was a Then, and no assertion was evaluated.
        """
        if self.kind == "then" and not self.evaluated:
            raise ProvesNothing(
                f"no assertion was evaluated by “{self.words}”, so it would hold whatever the platform does: "
                "judge with world.assert_that or world.eventually"
            )

    def assert_that(self, actual: T, matcher: Matcher[T], reason: str) -> None:
        """Judge what is there now.

        Raises:
            PromiseBroken: it does not fit.
        """
        self.evaluated += 1
        if not matcher.matches(actual):
            mismatch = StringDescription()
            matcher.describe_mismatch(actual, mismatch)
            raise PromiseBroken(reason, _described(matcher), (str(mismatch),))

    def eventually(
        self, probe: Callable[[], T], matcher: Matcher[T], reason: str, within: float | None, scale: float
    ) -> T:
        """Judge what will be there in time; see `support.waiting.eventually`.

        Raises:
            PromiseBroken: it did not fit in time.
            NotInTime: nothing was answered that could have been judged, only refusals.
        """
        try:
            answer = eventually(probe, matcher, reason, within=within, scale=scale)
        except NotInTime as late:
            if not late.answered:
                raise
            self.evaluated += 1
            raise PromiseBroken(reason, late.expected, late.seen) from late
        self.evaluated += 1
        return answer

    def ended(self, outcome: Outcome) -> None:
        """Keep how an act ended.

        Raises:
            RefusalUnread: the act before was refused and nobody spoke about it.
        """
        self.refuse_silence()
        self._outcome = self._unread = outcome

    def refuse_silence(self) -> None:
        """Let no refusal pass that no Then spoke about.

        Raises:
            RefusalUnread: the last act was refused and nobody spoke about it.
        """
        if self._unread and self._unread.refused:
            act, reason = self._unread.act, self._unread.refused
            raise RefusalUnread(f"the act {act!r} was refused, and no Then says that it should be: {reason}")

    @property
    def outcome(self) -> Outcome:
        """How the last act ended; reading it is speaking about it.

        Raises:
            SentenceMissing: nobody has acted.
        """
        if self._outcome is None:
            message = "nobody has acted yet: a When is missing before this Then"
            raise SentenceMissing(message)
        self._unread, self.spoke_of_act = None, True
        return self._outcome


def _described(matcher: Matcher[T]) -> str:
    words = StringDescription()
    matcher.describe_to(words)
    return str(words)
