"""Faults, examples and lanes for tests of the experiment: what they answer is written down beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from support.remote import RemoteLost
from support.sensitivity.catalogue import Fault
from support.sensitivity.findings import Control, Example, Experiment, Finding
from support.sensitivity.lane import Attempt
from support.sensitivity.lanes import LaneHandle

RULE, OTHER = "Visitors only ever see the last published version", "A person is one contact"
PRIVATE = Example("features/publishing.feature", "Edits stay private", RULE, frozenset())
AGAIN = Example("features/publishing.feature", "Publishing again", RULE, frozenset())
ONCE = Example("features/contacts.feature", "Signing up again", OTHER, frozenset())
EXAMPLES = (PRIVATE, AGAIN, ONCE)
LEAK = Fault(
    "draft-leak",
    "A draft is shown live.",
    "LIVE-SITE",
    (RULE,),
    "Live Sites",
    ("publishing",),
    "python",
    "Shame.",
)
CRASH = Fault(
    "crash_at=after_publish_switch", "Web dies.", "LIVE-SITE", (RULE,), "Live Sites", ("publishing",)
)
KEPT = Attempt("kept")
RED = Attempt("killed", "at “Then …”: expected 20%; seen 30%", "Live Sites")
STUMBLED = Attempt("broken", "at “When …”: expected the step to come to its end", "Backend APIs")
HANGS = "hangs"


class ScriptedLane:
    """A lane that answers each attempt at a title with the next that was written down; kept when none was."""

    def __init__(
        self,
        attempts: Mapping[str, Sequence[Attempt | str]],
        *,
        fired: Mapping[str, int] | str | None = None,
        begins: Sequence[str | None] = (),
        missing: Mapping[str, str] | None = None,
    ) -> None:
        self._attempts = {title: list(given) for title, given in attempts.items()}
        self._fired = fired if fired is not None else {LEAK.id: 3, CRASH.id: 1}
        self._begins = list(begins)
        self._missing = missing or {}
        self.asked: list[tuple[str, ...]] = []

    def ask(self, verb: str, *words: Any) -> Any:
        """Answer as a lane's process would."""
        self.asked.append((verb, *words))
        if verb == "begin":
            return self._begins.pop(0) if self._begins else None
        if verb == "fired":
            return self._fired_by_now()
        if verb == "end":
            return None
        if verb == "why_not":
            return self._missing.get(words[0], "")
        given = self._attempts.get(words[1], [])
        attempt = given.pop(0) if given else KEPT
        if attempt == HANGS:
            raise RemoteLost("it did not end by itself, and was ended at its limit of 90 s")
        return attempt

    def close(self) -> None:
        """End as a lane's process would, of which there is none."""

    def _fired_by_now(self) -> dict[str, int] | str:
        """A fault fires with each attempt, unless it was written down that it never does."""
        if isinstance(self._fired, str):
            return self._fired
        times = [words[0] for words in self.asked].count("attempt")
        return {fault: count and count * times for fault, count in self._fired.items()}

    @property
    def tried(self) -> list[str]:
        """The titles that were tried, in order."""
        return [words[2] for words in self.asked if words[0] == "attempt"]

    @property
    def engines(self) -> list[str | None]:
        """The engine of each attempt, in order; None for the usual one."""
        return [words[4] for words in self.asked if words[0] == "attempt"]

    @property
    def handle(self) -> LaneHandle:
        """As the experiment takes it."""
        return cast("LaneHandle", self)


def experiment(*findings: Finding, examples: Sequence[Example] = EXAMPLES, whole: bool = True) -> Experiment:
    """An experiment with these findings, whose control passed."""
    return Experiment(examples, Control([one.id for one in examples], {}), findings, whole)


def noticed(fault: Fault = LEAK, *by: Example, named: str = "Live Sites") -> Finding:
    """A finding that these scenarios noticed a fault."""
    ids = [one.id for one in by]
    says, systems = dict.fromkeys(ids, RED.says), dict.fromkeys(ids, named)
    return Finding(fault, 3, killed_by=ids, says=says, named=systems)
