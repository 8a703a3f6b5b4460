"""Tries one fault on a lane: the examples of its Rules, and where none notices, others beside them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from support.engines import BROUGHT
from support.remote import RemoteLost
from support.sensitivity.findings import Example, Finding

if TYPE_CHECKING:
    from support.case import Channel
    from support.sensitivity.catalogue import Fault
    from support.sensitivity.lane import Attempt
    from support.sensitivity.lanes import LaneHandle


def try_on(
    lane: LaneHandle, fault: Fault, examples: Sequence[Example], credited: set[str], *, others: bool
) -> Finding:
    """Return what is found out about a fault.

    Args:
        credited: ids of the scenarios that have noticed a fault of their Rule; those found now are added.
        others: whether examples of other Rules are asked where its own notice nothing.
    """
    started, trial = time.monotonic(), Trial(lane, Finding(fault))
    own = [example for example in examples if example.rule in fault.rules]
    if fault.engine and (missing := trial.why_not(fault.engine)):
        trial.finding.missing = missing
    elif fault.is_crash:
        trial.let_each_on_its_own(own)
    elif trial.begin():
        trial.let_until_noticed(own, credited)
        if fault.engine:
            trial.let_other_engines(own)
        elif others:
            trial.let_others(own, examples)
        trial.finding.fired = trial.count()
    trial.finding.seconds = time.monotonic() - started
    return trial.finding


@dataclass(slots=True)
class Trial:
    """A fault, the lane that it is tried on, and what has been found out until now."""

    lane: LaneHandle
    finding: Finding
    fired_before: int = 0

    def let_until_noticed(self, own: Sequence[Example], credited: set[str]) -> None:
        """Let the examples try: all of those that have noticed nothing yet, the others until one notices.

        Each scenario must notice something as it runs by default. What it notices beyond that, it may notice
        by API first, which is quicker, unless a screen is broken or a part dies.
        """
        engine = self.finding.fault.engine
        for example in [one for one in own if one.id not in credited and not engine]:
            self.let(example)
        credited.update(self.finding.killed_by if not engine else ())
        rest = [one for one in own if one.id not in self.finding.asked]
        if self.finding.fault.seen_by_api:
            self._let_until_one_notices([one for one in rest if one.by_api_too], "api")
        self._let_until_one_notices([one for one in rest if one.in_browser or not engine], None)

    def _let_until_one_notices(self, examples: Sequence[Example], channel: Channel | None) -> None:
        for example in examples:
            if self.finding.killed_by:
                return
            self.let(example, channel)

    def why_not(self, engine: str) -> str:
        """Return why an engine is not to be had, in a sentence; empty when it is."""
        try:
            because: str = self.lane.ask("why_not", engine)
        except RemoteLost as lost:
            return str(lost)
        return because

    def let_other_engines(self, examples: Sequence[Example]) -> None:
        """Let the example that noticed it run on each other engine that is here: it must hold there."""
        noticed = [one for one in examples if one.id in self.finding.killed_by][:1]
        for engine in [one for one in BROUGHT if one != self.finding.fault.engine and not self.why_not(one)]:
            for example in noticed:
                attempt = self._attempt(example, "browser", engine)
                if attempt is None or attempt.ending != "kept":
                    self.finding.also_on.append(engine)
                    self.finding.says[f"{example.id} on {engine}"] = attempt.says if attempt else "it hung"

    def let_others(self, own: Sequence[Example], examples: Sequence[Example]) -> None:
        """Let examples of other Rules of the same features try until one notices."""
        for example in _beside(own, examples):
            if self.finding.killed_by or self.finding.noticed_by:
                return
            self.let(example, own=False)

    def let_each_on_its_own(self, examples: Sequence[Example]) -> None:
        """Let each example meet the crash: a part dies once on a platform, so each gets one of its own."""
        fired = []
        for example in examples:
            if not self.begin():
                return
            self.let(example)
            fired.append(self.count())
        self.finding.fired = min((count or 0 for count in fired), default=0)

    def begin(self) -> bool:
        """Start the platform with the fault; whether it runs."""
        try:
            self.finding.trouble = self.lane.ask("begin", (self.finding.fault.id,)) or ""
        except RemoteLost as lost:
            self.finding.trouble = str(lost)
        return not self.finding.trouble

    def let(self, example: Example, channel: Channel | None = None, *, own: bool = True) -> None:
        """Let an example try; it notices what fires and makes it red, by a judgement, twice running."""
        finding, first = self.finding, self._attempt(example, channel)
        if first is None:
            return
        if first.ending == "kept":
            finding.kept_by.append(example.id)
            return
        finding.says[example.id] = first.says
        if first.ending == "killed" and not finding.fault.is_crash:
            if finding.fault.crash_at:
                self._begin_anew()  # a part dies once on a platform, so the second time takes another
            again = self._attempt(example, channel)
            if again is None:
                return
            if again.ending == "killed":
                (finding.killed_by if own else finding.noticed_by).append(example.id)
                finding.kept_by = [one for one in finding.kept_by if one != example.id]
                finding.named[example.id] = first.system
                return
            finding.says[example.id] = f"red only once of two times: {first.says}"
        finding.broken_by.append(example.id)

    def _attempt(
        self, example: Example, channel: Channel | None, engine: str | None = None
    ) -> Attempt | None:
        """Return how a scenario ended; one that hangs is named, and the platform starts anew for the next."""
        before = 0 if self.finding.fault.is_crash else self._fired_now() or 0
        try:
            on = engine or self.finding.fault.engine
            attempt: Attempt = self.lane.ask("attempt", example.path, example.title, channel, on)
        except RemoteLost as lost:
            said = f"the scenario hung: {lost}"
            again = "" if self.begin() else f"; the platform did not start again: {self.finding.trouble}"
            self.finding.says[example.id] = said + again
            self.finding.broken_by.append(example.id)
            return None
        if attempt.ending == "killed" and self._fired_now() == before:
            says = f"the fault did not fire meanwhile, so something else did this: {attempt.says}"
            return replace(attempt, ending="broken", says=says)
        return attempt

    def _begin_anew(self) -> None:
        self.fired_before += self.count() or 0
        self.begin()

    def _fired_now(self) -> int | None:
        """Return how often the fault fired on this platform; None, and the trouble, if it is not said."""
        try:
            counted = self.lane.ask("fired")
        except RemoteLost as lost:
            self.finding.trouble = str(lost)
            return None
        if isinstance(counted, str):
            self.finding.trouble = counted
            return None
        count: int = counted.get(self.finding.fault.id, 0)
        return count

    def count(self) -> int | None:
        """End the platform and return how often the fault fired on all of them; None if that is not known."""
        now = self._fired_now()
        try:
            self.lane.ask("end")
        except RemoteLost as lost:
            self.finding.trouble = str(lost)
        return None if now is None else self.fired_before + now


def _beside(own: Sequence[Example], examples: Sequence[Example]) -> Iterator[Example]:
    features = {example.path for example in own}
    yield from (example for example in examples if example.path in features and example not in own)
