"""Writes the record of a run as it goes: a line is on the disk before the run goes on."""

from __future__ import annotations

import fcntl
import json
import platform
import time
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from support.record import telling
from support.record.sources import Sources
from support.record.words import PROTOCOL, TRIES, Envelope, instant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from behave.matchers import Match
    from behave.step_registry import StepRegistry

    from support.case import Case
    from support.runner.account import Result
    from support.runner.attempt import Attempt
    from support.runner.plan import Plan

    Matches = Mapping[str, Sequence[tuple[str, Match] | None]]


class RecordInUse(Exception):
    """Another run is writing the same record; the message says what to do."""


class RecordWriter:
    """The record of one run, open for writing.

    Attributes:
        run: the id of the run.
    """

    def __init__(self, file: Path, run: str, *, kept: Sequence[str] = ()) -> None:
        """Begin the record anew; OSError when it cannot be written, RecordInUse when another run writes it.

        Args:
            kept: lines of an earlier record of the same plan that this run goes on from.
        """
        file.parent.mkdir(parents=True, exist_ok=True)
        self.run, self._kept = run, kept
        self._sources = Sources()
        self._lines = file.open("a", encoding="utf-8")
        try:
            fcntl.flock(self._lines, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._lines.close()
            raise RecordInUse(
                f"Another run is writing {file}; wait for it, or set MM_REPORTS=another-folder for this one."
            ) from None
        if file.is_file():
            self._lines.truncate(0)

    def begin(self, facts: Mapping[str, Any], plan: Plan, registry: StepRegistry) -> None:
        """Write down what is going to run, before anything does."""
        self._say(_meta())
        for path in dict.fromkeys(case.path for case in plan):
            for one in self._sources.read(path):
                self._say(one)
        definitions = _Definitions(registry)
        for definition in definitions.told():
            self._say(definition)
        for hook, kind in ((telling.BEFORE, "BEFORE_TEST_CASE"), (telling.AFTER, "AFTER_TEST_CASE")):
            place = {"uri": "features/environment.py"}
            self._say({"hook": {"id": hook, "type": kind, "sourceReference": place}})
        self._say({"testRunStarted": {"id": self.run, "timestamp": instant(time.time())}})
        self._say(telling.own("plan", {**facts, "cases": [_planned(plan, case) for case in plan]}))
        self._say(telling.own("left_out", {"scenarios": plan.left_out}))
        for case in plan:
            pickle = self._sources.pickle_of(case)
            matches = [definitions.match(step["text"]) for step in pickle["steps"]]
            self._say(telling.test_case(self.run, case, pickle, matches))
        for line in self._kept:
            self._lines.write(line)
        self._lines.flush()

    def started(self, case: Case, number: int, worker: str, at: float) -> None:
        """Write down that an attempt begins."""
        self._say(telling.started(self.run, case, number, worker, at))
        self._lines.flush()

    def ended(self, attempt: Attempt, *, will_be_retried: bool) -> None:
        """Write down how an attempt went."""
        pickle = self._sources.pickle_of(attempt.case)
        for one in telling.ended(self.run, attempt, pickle, will_be_retried=will_be_retried):
            self._say(one)
        self._lines.flush()

    def close(
        self,
        outcomes: Sequence[Result],
        *,
        success: bool,
        because: str = "",
        troubles: Sequence[str] = (),
        stopped: bool = False,
    ) -> None:
        """Write down what became of each case, and that the run has come to its end.

        Args:
            because: why it ended before all cases had run, if it did.
            troubles: for what it cannot be trusted.
            stopped: whether somebody stopped it by hand.
        """
        for one in outcomes:
            content = {
                "case": one.case.id,
                "outcome": one.outcome,
                "because": one.because,
                "excused": one.excused,
            }
            self._say(telling.own("outcome", content))
            if one.attempt is None:
                for line in telling.never_ran(self.run, one.case, TRIES, time.time(), one.because):
                    self._say(line)
        self._say(telling.own("end", {"troubles": list(troubles), "stopped": stopped}))
        message = "; ".join(troubles) or because
        finished = {"success": success, "timestamp": instant(time.time()), "testRunStartedId": self.run}
        self._say({"testRunFinished": {**finished, "message": message} if message else finished})
        self._lines.close()

    def _say(self, envelope: Envelope) -> None:
        self._lines.write(json.dumps(envelope, ensure_ascii=False) + "\n")


class _Definitions:
    """The step definitions of a run, and which of them a step's text is matched by."""

    def __init__(self, registry: StepRegistry) -> None:
        self._definitions = [one for kind in registry.steps.values() for one in kind]
        self._ids = {id(one.func): f"definition#{number}" for number, one in enumerate(self._definitions)}
        self._known: dict[str, tuple[str, Match] | None] = {}

    def told(self) -> Iterator[Envelope]:
        for one in self._definitions:
            place = {"uri": str(one.location.filename), "location": {"line": one.location.line}}
            pattern = {"source": one.pattern, "type": "CUCUMBER_EXPRESSION"}
            yield {
                "stepDefinition": {
                    "id": self._ids[id(one.func)],
                    "pattern": pattern,
                    "sourceReference": place,
                }
            }

    def match(self, text: str) -> tuple[str, Match] | None:
        if text not in self._known:
            found = (
                (self._ids[id(one.func)], match)
                for one in self._definitions
                if (match := one.match(text)) is not None
            )
            self._known[text] = next(found, None)
        return self._known[text]


def _planned(plan: Plan, case: Case) -> dict[str, Any]:
    reason = plan.reason_of(case)
    return {
        "case": case.id,
        "path": case.path,
        "feature": case.feature,
        "rule": case.rule,
        "title": case.title,
        "row": case.row,
        "line": case.line,
        "tags": sorted(case.tags),
        "channel": case.channel,
        "engine": case.engine,
        "device": case.device,
        "not_run": {"because": reason.because, "excused": reason.excused} if reason else None,
    }


def _meta() -> Envelope:
    own = {"name": "magic-moment", "version": version("magic-moment")}
    python = {"name": platform.python_implementation(), "version": platform.python_version()}
    return {
        "meta": {
            "protocolVersion": PROTOCOL,
            "implementation": own,
            "runtime": python,
            "os": {"name": platform.system(), "version": platform.release()},
            "cpu": {"name": platform.machine()},
        }
    }
