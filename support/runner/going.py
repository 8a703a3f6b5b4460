"""A run on its way: its plan, its record, who is told, and where its cases run."""

from __future__ import annotations

import secrets
import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from behave.formatter._registry import make_formatters

from support.history import History, HistoryUnusable, history_file, state_of
from support.record import reading
from support.record.words import FILE
from support.record.writing import RecordWriter
from support.reporting.events import RunListener
from support.reporting.summary import commit
from support.runner import beginning, narrowing
from support.runner.executing import Execution, WorkerRefused
from support.runner.lane import Lane
from support.runner.order import ordered
from support.runner.places import Places, places
from support.runner.refusals import RunRefused
from support.runner.stopping import Interruptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from behave.formatter.base import Formatter
    from behave.model import Feature, Step

    from support.case import Case
    from support.quarantine import Quarantine
    from support.runner.attempt import Attempt
    from support.runner.plan import Plan
    from support.runner.planning import TargetFacts
    from support.runner.runner import Runner
    from support.settings import RunSettings


@dataclass
class Going:
    """Everything that a run needs while it is going.

    Attributes:
        done: ids of cases that came to their end in the run that this one goes on from.
        tried: how often others were tried there and lost.
        told: each attempt of this run as it was told: its case, number and ending.
        attempts: those of this process, with their evidence, for formatters that hear of them at the end.
    """

    runner: Runner
    settings: RunSettings
    target: TargetFacts
    plan: Plan
    features: Sequence[Feature]
    quarantine: Quarantine
    history: History
    facts: dict[str, Any]
    durations: dict[str, float]
    before: Mapping[str, frozenset[str]]
    done: set[str] = field(default_factory=set)
    tried: Mapping[str, int] = field(default_factory=dict)
    lines: Sequence[str] = ()
    told: list[tuple[str, int, str]] = field(default_factory=list)
    interruptions: Interruptions = field(default_factory=Interruptions)
    attempts: dict[str, Attempt] = field(default_factory=dict)
    formatters: Sequence[Formatter] = ()
    record: RecordWriter = field(init=False)
    execution: Execution = field(init=False)
    where: Places = field(init=False)

    @classmethod
    def planned(cls, runner: Runner, settings: RunSettings, target: TargetFacts) -> Going:
        """Make the plan of a run; RunRefused when it cannot be one."""
        history = _history()
        durations = history.durations()
        plan, features, quarantine = beginning.plan(runner, runner.step_registry, settings, target)
        state = state_of(Path.cwd())
        facts: dict[str, Any] = {
            "run": secrets.token_hex(6),
            "target": target.name,
            "faults": list(settings.faults),
            "commit": commit(),
            "state": state,
            "seed": settings.seed,
            "asked": {"channel": settings.channel, "engines": list(settings.engines)},
            "jobs": runner.config.jobs,
            "host": socket.gethostname(),
        }
        before = {} if settings.faults else history.endings(state, target.name)
        going = cls(runner, settings, target, plan, features, quarantine, history, facts, durations, before)
        going.narrow()
        facts["features"] = narrowing.digests_of(plan)
        return going

    def narrow(self) -> None:
        """Leave out what earlier runs have done and other shards will do; RunRefused when that cannot be."""
        settings, plan, file = self.settings, self.plan, self.record_file
        if settings.rerun:
            narrowing.keep_what_failed(plan, narrowing.last_record(file))
        if settings.shard:
            self.facts["shard"] = list(settings.shard)
            # of other commits alone: what another shard has timed meanwhile must not move cases between them
            known = self.history.durations(not_of=self.facts["state"])
            self.facts["shards"] = narrowing.keep_share(plan, known, settings.shard)
        if settings.resume:
            last = narrowing.last_record(file)
            narrowing.refuse_other_plan(plan, self.facts, last)
            self.done, self.tried = narrowing.taken_over(last)
            self.lines = reading.lines_of_attempts(last.file)
            self.facts["run"] = last.facts["run"]

    @property
    def record_file(self) -> Path:
        """Where the record lies."""
        return self.settings.reports / FILE

    @property
    def to_run(self) -> list[Case]:
        """The cases that are still to run, in the order in which they will."""
        cases = [case for case in self.plan.to_run if case.id not in self.done]
        written = self.settings.order == "written"
        return cases if written else ordered(cases, self.durations, self.settings.seed)

    # what the execution tells ------------------------------------------------------------------------

    def started(self, case: Case, number: int, worker: str, at: float) -> None:
        """Write down and show that an attempt begins."""
        self.record.started(case, number, worker, at)
        for listener in self.listeners():
            listener.attempt_started(case, number, worker)

    def stepping(self, case: Case, step: Step) -> None:
        """Show that a step begins."""
        for listener in self.listeners():
            listener.step_started(case, step)

    def ended(self, attempt: Attempt, *, will_be_retried: bool) -> None:
        """Show, write down and remember how an attempt ended: at last, so that what is recorded was shown."""
        for listener in self.listeners():
            listener.attempt_ended(attempt, will_be_retried=will_be_retried)
        self.record.ended(attempt, will_be_retried=will_be_retried)
        self.attempts[attempt.case.id] = attempt
        self.told.append((attempt.case.id, attempt.number, attempt.ending))

    def listeners(self) -> list[RunListener]:
        """Return the formatters that hear of the run as it goes."""
        return [one for one in self.formatters if isinstance(one, RunListener)]


def _history() -> History:
    try:
        return History(history_file())
    except HistoryUnusable as unusable:
        raise RunRefused(str(unusable)) from None


def begin(going: Going) -> None:
    """Write the plan down and tell everybody; OSError when the record cannot be written."""
    runner = going.runner
    for name in (
        "summary.json",
        "junit.xml",
    ):  # they tell of an earlier run
        going.record_file.with_name(name).unlink(missing_ok=True)
    going.record = RecordWriter(going.record_file, going.facts["run"], kept=going.lines)
    going.record.begin(going.facts, going.plan, runner.step_registry)
    going.execution = Execution(
        going,
        stop_at_failure=runner.config.stop,
        tried=going.tried,
        interruptions=going.interruptions,
    )
    going.formatters = make_formatters(runner.config, runner.config.outputs)
    for listener in going.listeners():
        listener.run_goes_on(going.done)
        listener.run_started(going.plan, going.durations)
    unknown = "" if going.durations else " Nothing is known of earlier runs."
    again = f"; {len(going.done)} of them are done" if going.done else ""
    order = f"by seed {going.settings.seed} (-D seed=…)" if going.settings.order == "random" else "as written"
    print(f"Order {order}{again}.{unknown}")
    going.where = places(going.to_run, runner.config.jobs, going.settings)
    going.plan.engines, going.plan.fixtures = going.where.engines_here, going.where.fixtures_here
    runner.context.plan, runner.context.joined = going.plan, None


def run_cases(going: Going) -> None:
    """Run every case that can run, here and beside, and return when all have ended."""
    runner, execution, where = going.runner, going.execution, going.where
    looked_at = going.settings.pause or going.settings.pace == "human"
    lane = Lane(
        runner,
        lambda path: beginning.load_feature(runner, path),
        limit=going.settings.limit * (100 if looked_at else 1),  # a person takes their time
        loaded=going.features,
    )
    run = getattr(runner.context, "run", None)
    joined = run.shared() if run and hasattr(run, "shared") else None
    if where.beside:
        try:
            make, slots = where.slots_for(runner, going.settings, joined)
        except WorkerRefused as refused:
            execution.fail(str(refused))
            return
        execution.run_beside(make, where.beside, slots)
    execution.run_here(lane, where.here)
    execution.wait()
