"""The ways in which a scenario ends badly, and the one sentence in which everybody is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

# What there is, or that there is nothing; how an act ended, that it was done and should have been refused, or
# that it was refused as it should be, in other words.
About = Literal["something", "nothing", "an act", "an act let through", "words of a refusal"]
_SHOWN = 240
_FEW = 5


class SentenceMissing(Exception):
    """A step spoke about what no earlier sentence brought about; the message names the missing sentence."""


class ActedElsewhere(Exception):
    """A scenario passed, and none of its acts went through the channel that it is specified on."""


class RefusalUnread(Exception):
    """An act was refused, and no Then said that it should be."""


class ProvesNothing(Exception):
    """A Then came to its end without an assertion; it would hold whatever the platform does."""


class PromiseBroken(AssertionError):
    """A Then's assertion was evaluated, and what was seen does not fit.

    Attributes:
        reason: what was looked at.
        expected: what would have fitted.
        seen: each distinct answer, in order.
        about: what it is that does not fit.
    """

    def __init__(
        self, reason: str, expected: str, seen: Sequence[str], *, about: About = "something"
    ) -> None:
        self.reason, self.expected, self.seen, self.about = reason, expected, tuple(seen), about
        super().__init__(f"{reason}\nExpected: {expected}\n{in_order(self.seen)}")


def in_order(seen: Sequence[str]) -> str:
    """Return what was seen, an answer a line, numbered."""
    return "\n".join(["Seen, in order:", *(f"  {number}. {one}" for number, one in enumerate(seen, start=1))])


# What is wrong with the scenario itself: no system is to blame for that.
OURS = (SentenceMissing, ActedElsewhere, RefusalUnread, ProvesNothing)


@dataclass(frozen=True, slots=True)
class Failure:
    """What there is to say about a step that failed.

    Attributes:
        stage: the step, with its first word.
        expected: what would have been right; empty where the scenario itself is wrong.
        seen: each distinct answer, in order; for what is no judgement, the error.
        system: which of the platform's systems to ask first; empty when none had a part.
        why: why it is named, such as that it answered last.
        owner: who looks after that system, as the target says; empty when it names nobody.
        trace_id: the trace of the last exchange; empty when there was none.
        judged: whether an assertion of a Then found it, rather than that the step could not be done.
    """

    stage: str
    expected: str
    seen: tuple[str, ...]
    system: str = ""
    owner: str = ""
    trace_id: str = ""
    judged: bool = False
    why: str = "answered last"

    def __str__(self) -> str:
        """The one sentence that terminal, Allure and summary show."""
        if not self.expected:
            return f"at “{self.stage}”: {self._answers()}"
        whose = f" ({self.owner})" if self.owner else ""
        last = f"{self.system}{whose} {self.why}" if self.system else "no system had answered"
        trace = f", trace {self.trace_id}" if self.trace_id else ""
        return f"at “{self.stage}”: expected {self.expected}; seen {self._answers()}; {last}{trace}"

    def without(self, redacted: Callable[[object], str]) -> Failure:
        """Return it with what was expected and seen redacted."""
        return replace(self, expected=redacted(self.expected), seen=tuple(map(redacted, self.seen)))

    def _answers(self) -> str:
        shown = [_short(one) for one in self.seen[:_FEW]]
        more = f", and {len(self.seen) - _FEW} more" if len(self.seen) > _FEW else ""
        return (", then ".join(shown) or "nothing") + more


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def failure_of(
    error: BaseException | None, stage: str, *, system: str = "", owner: str = "", trace_id: str = ""
) -> Failure:
    """Return what there is to say about the error that ended a step; only a Then judges."""
    if isinstance(error, PromiseBroken):
        expected, judged = f"{error.expected} ({_short(error.reason)})", stage.startswith("Then ")
        return Failure(stage, expected, error.seen, system, owner, trace_id, judged=judged)
    if isinstance(error, OURS):
        return Failure(stage, "", (str(error),))
    seen = f"{type(error).__name__}: {error}" if error else "that it is defined nowhere"
    return Failure(stage, "the step to come to its end", (seen,), system, owner, trace_id)
