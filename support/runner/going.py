"""A run on its way: its plan, what came before it, who is told, and where its cases run."""

from __future__ import annotations

import secrets
import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.history import History, HistoryUnusable, history_file, state_of
from support.record import reading
from support.record.words import FILE
from support.record.writing import RecordWriter
from support.reporting.summary import commit
from support.runner import beginning, narrowing
from support.runner.executing import Execution, WorkerRefused
from support.runner.lane import Lane
from support.runner.listeners import Listeners
from support.runner.order import ordered
from support.runner.places import Places, places
from support.runner.refusals import RunRefused
from support.runner.stopping import Interruptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from behave.model import Feature

    from support.case import Case
    from support.quarantine import Quarantine
    from support.runner.plan import Plan
    from support.runner.planning import TargetFacts
    from support.runner.runner import Runner
    from support.settings import RunSettings


@dataclass(slots=True)
class Past:
    """What is known from before a run.

    Attributes:
        durations: seconds that each case took, by its id.
        endings: those that a case had on this very code and target, by its id.
        done: ids of cases that came to their end in the run that this one goes on from.
        tried: how often others were tried there and lost.
        lines: what its record says of both.
    """

    history: History
    durations: dict[str, float]
    endings: Mapping[str, frozenset[str]]
    done: set[str] = field(default_factory=set)
    tried: Mapping[str, int] = field(default_factory=dict)
    lines: Sequence[str] = ()


@dataclass
class Going:
    """Everything that a run needs while it is going.

    Attributes:
        facts: what it is: target, seed, commit and the like, as the record says them.
        notice: what somebody should know who asked for a part; empty when there is nothing.
    """

    runner: Runner
    settings: RunSettings
    plan: Plan
    features: Sequence[Feature]
    quarantine: Quarantine
    facts: dict[str, Any]
    past: Past
    notice: str = ""
    interruptions: Interruptions = field(default_factory=Interruptions)
    listeners: Listeners = field(init=False)
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
        endings = {} if settings.faults else history.endings(state, target.name)
        past = Past(history, durations, endings)
        going = cls(runner, settings, plan, features, quarantine, facts, past)
        going.narrow()
        facts["features"] = narrowing.digests_of(plan)
        return going

    def narrow(self) -> None:
        """Leave out what earlier runs have done and other shards will do; RunRefused when that cannot be."""
        settings, plan, past, file = self.settings, self.plan, self.past, self.record_file
        if settings.rerun:
            self.notice = narrowing.keep_what_failed(plan, narrowing.last_record(file))
        if settings.shard:
            self.facts["shard"] = list(settings.shard)
            # of other commits alone: what another shard has timed meanwhile must not move cases between them
            known = past.history.durations(not_of=self.facts["state"])
            self.facts["shards"] = narrowing.keep_share(plan, known, settings.shard)
        if settings.resume:
            last = narrowing.last_record(file)
            narrowing.refuse_other_plan(plan, self.facts, last)
            past.done, past.tried = narrowing.taken_over(last)
            past.lines = reading.lines_of_attempts(last.file)
            self.facts["run"] = last.facts["run"]

    @property
    def record_file(self) -> Path:
        """Where the record lies."""
        return self.settings.reports / FILE

    @property
    def to_run(self) -> list[Case]:
        """The cases that are still to run, in the order in which they will."""
        cases = [case for case in self.plan.to_run if case.id not in self.past.done]
        written = self.settings.order == "written"
        return cases if written else ordered(cases, self.past.durations, self.settings.seed)


def _history() -> History:
    try:
        return History(history_file())
    except HistoryUnusable as unusable:
        raise RunRefused(str(unusable)) from None


def begin(going: Going) -> None:
    """Write the plan down and tell everybody; OSError when the record cannot be written."""
    runner, settings, past = going.runner, going.settings, going.past
    for name in ("summary.json", "junit.xml"):  # they tell of an earlier run
        going.record_file.with_name(name).unlink(missing_ok=True)
    record = RecordWriter(going.record_file, going.facts["run"], kept=past.lines)
    record.begin(going.facts, going.plan, runner.step_registry)
    going.listeners = Listeners(record, runner.config)
    going.execution = Execution(
        going.listeners,
        stop_at_failure=runner.config.stop,
        tried=past.tried,
        interruptions=going.interruptions,
    )
    going.listeners.begin(going.plan, past.durations, past.done)
    unknown = "" if past.durations else " Nothing is known of earlier runs."
    again = f"; {len(past.done)} of them are done" if past.done else ""
    order = f"by seed {settings.seed} (-D seed=…)" if settings.order == "random" else "as written"
    print(*filter(None, [going.notice, f"Order {order}{again}.{unknown}"]), sep="\n")
    going.where = places(going.to_run, runner.config.jobs, settings)
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
