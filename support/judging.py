"""Where a Then judges: each assertion that is evaluated counts, and one that fails keeps what it saw."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from hamcrest.core.string_description import StringDescription

from support.cast import Outcome
from support.failures import PromiseBroken, ProvesNothing, RefusalUnread, SentenceMissing
from support.waiting import NotInTime, eventually, is_nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from hamcrest.core.matcher import Matcher

    from support.failures import About

T = TypeVar("T")


@dataclass(slots=True)
class Judge:
    """Counts the assertions of the step that runs, and keeps how the last act ended.

    Attributes:
        kind: given, when or then; empty before the first step.
        words: the step as it stands in the feature, without its first word.
        evaluated: how many assertions it has evaluated.
        saw_screen: whether it has looked through a browser.
        limit: seconds after which it waits no more, whatever a sentence grants; None for no such limit.
    """

    kind: str = ""
    words: str = ""
    evaluated: int = 0
    saw_screen: bool = False
    limit: float | None = None
    _outcome: Outcome | None = None
    _unread: Outcome | None = None

    def begin(self, kind: str, words: str) -> None:
        """Say which step runs now."""
        self.kind, self.words, self.evaluated, self.saw_screen = kind, words, 0, False

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
            seen = (str(mismatch),)
            raise PromiseBroken(reason, _described(matcher), seen, about=_about(actual, matcher))

    def eventually(
        self, probe: Callable[[], T], matcher: Matcher[T], reason: str, within: float | None, scale: float
    ) -> T:
        """Judge what will be there in time; see `support.waiting.eventually`.

        Raises:
            PromiseBroken: it did not fit in time.
            NotInTime: nothing was answered that could have been judged, only refusals.
        """
        if self.limit is not None:
            within = self.limit if within is None else min(within, self.limit)
        try:
            answer = eventually(probe, matcher, reason, within=within, scale=scale)
        except NotInTime as late:
            if not late.answered:
                raise
            self.evaluated += 1
            about: About = "nothing" if late.nothing else "something"
            raise PromiseBroken(reason, late.expected, late.seen, about=about) from late
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
    def last_act(self) -> str:
        """What the last act was called; empty when nobody has acted. Asking is not speaking about it."""
        return self._outcome.act if self._outcome else ""

    @property
    def outcome(self) -> Outcome:
        """How the last act ended; reading it is speaking about it.

        Raises:
            SentenceMissing: nobody has acted.
        """
        if self._outcome is None:
            message = "nobody has acted yet: a When is missing before this Then"
            raise SentenceMissing(message)
        self._unread = None
        return self._outcome


def _about(actual: object, matcher: Matcher[Any]) -> About:
    if not isinstance(actual, Outcome):
        return "nothing" if is_nothing(actual) else "something"
    if matcher.matches(replace(actual, refused=None)):
        return "an act"  # it was refused, and should have been done
    if actual.refused is None:
        return "an act let through"
    late = matcher.matches(replace(actual, after=0.0))
    return "an act" if late else "words of a refusal"


def _described(matcher: Matcher[T]) -> str:
    words = StringDescription()
    matcher.describe_to(words)
    return str(words)
