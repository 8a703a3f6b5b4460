"""Runs cases one at a time in this process, with hooks and steps loaded once."""

from __future__ import annotations

import signal
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from support.evidence.redaction import redacted
from support.runner import beginning
from support.runner.account import judge
from support.runner.attempt import Attempt, this_worker
from support.runner.loading import shown, title_of
from support.runner.plan import Plan
from support.runner.recorder import Recorder
from support.runner.refusals import RunRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import FrameType

    import behave.runner
    from behave.model import Feature, Rule, Scenario, Step
    from behave.runner import Context

    from support.case import Case
    from support.runner.attempt import Ending, StepRun

    OnStep = Callable[[Step], None]

_FINE = frozenset({"passed"})


class FeatureChanged(LookupError):
    """A feature does not have the case that was planned any more."""


class CaseHung(Exception):
    """A case took longer than a case may; raised inside of the step that hangs."""


class Lane:
    """A process that cases run in, one after the other.

    Attributes:
        stopped: whether somebody stopped what was running.
    """

    def __init__(
        self,
        runner: behave.runner.Runner,
        load: Callable[[str], Feature],
        *,
        limit: float,
        loaded: Iterable[Feature] = (),
    ) -> None:
        """Run by a runner whose hooks and steps are loaded.

        Args:
            load: parses the feature of a path anew.
            limit: seconds that one case may take.
            loaded: features that nothing has run of yet.
        """
        self._runner, self._load, self._limit = runner, load, limit
        self._features = {shown(feature.filename): feature for feature in loaded}
        self._used: set[tuple[str, int]] = set()
        self._lines: dict[str, dict[int, Scenario]] = {}
        self._cleanup_errors: list[str] = []
        self.stopped = False

    def run(self, case: Case, number: int, on_step: OnStep | None = None) -> Attempt:
        """Run a case to its end, whatever that is; it fails when its feature does not have it any more."""
        started = time.time()
        try:
            feature, scenario = self._fresh(case)
        except FeatureChanged as changed:
            return Attempt(case, number, this_worker(), started, 0.0, "failed", str(changed))
        plan = Plan()
        plan.add(case, scenario)
        recorder = Recorder(self._runner.config, on_step)
        self._prepare(plan, recorder)
        with _only(feature, scenario), _limited(self._limit):
            depth = len(self._runner.context._stack)  # noqa: SLF001 - behave tells it in no other way
            try:
                feature.run(self._runner)
            except KeyboardInterrupt:
                self._runner.abort(reason="KeyboardInterrupt")
            except SystemExit as left:
                plan.raised(left)
                self._runner.stop_capture()
                self._runner.teardown_capture()
            while len(self._runner.context._stack) > depth:  # noqa: SLF001 - as above
                self._runner.context._pop()  # noqa: SLF001 - as above
        self.stopped = self.stopped or self._runner.aborted
        return self._attempt(plan, scenario, recorder, number, started)

    def _prepare(self, plan: Plan, recorder: Recorder) -> None:
        self._cleanup_errors = []
        self._runner.aborted = False
        self._runner.formatters = [recorder]
        self._runner.context.plan = plan
        self._runner.context.on_cleanup_error = self._note_cleanup_error

    def _attempt(
        self, plan: Plan, scenario: Scenario, recorder: Recorder, number: int, started: float
    ) -> Attempt:
        case, took = plan.case_of(scenario), time.time() - started
        notes, steps = plan.notes_of(case), recorder.rest()
        judged_red = scenario.status.name == "failed"
        judged, because, excused = judge(plan, case, scenario, self._cleanup_errors)
        ending: Ending = judged
        hook = _failed_outside(plan, scenario)
        if ending != "failed" and (hook or self._cleanup_errors):
            ending, because = "failed", hook or f"while cleaning up: {self._cleanup_errors[0]}"
        elif ending == "passed" and took > self._limit:
            ending, because = "failed", f"it took {took:.1f} s, and {self._limit:g} s is the limit of a case"
        elif ending == "passed" and (hushed := _hushed(steps)):
            ending, because = (
                "failed",
                f"“{hushed.sentence}” failed, and a hook called it passed: {hushed.message}",
            )
        if self._runner.aborted:
            ending, because = "stopped", "stopped"
        elif ending == "failed" and notes.interrupted and not judged_red:
            ending, because = "interrupted", notes.interrupted
        return Attempt(
            case=case,
            number=number,
            worker=this_worker(),
            started=started,
            duration_s=took,
            ending=ending,
            because=because,
            judged=judged_red,
            excused=excused,
            steps=steps,
            values=tuple(scenario._row.items()) if scenario._row else (),  # noqa: SLF001 - behave shows it nowhere else
            kept=tuple(recorder.kept),
            acted_in=notes.where,
            trace_ids=tuple(notes.trace_ids),
            engine=notes.engine,
            met=tuple(sorted(notes.met)),
        )

    def _fresh(self, case: Case) -> tuple[Feature, Scenario]:
        """Return a scenario that nothing has run of yet; what ran once is parsed anew."""
        place = (case.path, case.line)
        if case.path not in self._features or place in self._used:
            try:
                self._features[case.path] = self._load(case.path)
            except RunRefused as refused:
                raise FeatureChanged(str(refused)) from None
            self._used = {used for used in self._used if used[0] != case.path}
            self._lines.pop(case.path, None)
        self._used.add(place)
        feature = self._features[case.path]
        if case.path not in self._lines:
            self._lines[case.path] = {one.line: one for one in feature.walk_scenarios()}
        scenario = self._lines[case.path].get(case.line)
        if scenario and title_of(scenario) == case.title:
            return feature, scenario
        raise FeatureChanged(f"{case.path} was changed while the run was going; run it again.")

    def _note_cleanup_error(self, _: Context, cleanup: Callable[[], object], error: Exception) -> None:
        name = getattr(cleanup, "__name__", cleanup)
        self._cleanup_errors.append(f"{name}: {beginning.told(error)}")


def _failed_outside(plan: Plan, scenario: Scenario) -> str:
    """Say what failed where the scenario's own status does not show it; empty when nothing did."""
    left = [error for error in plan.errors if isinstance(error, SystemExit)]
    if left:
        return f"a step or a hook left by sys.exit({left[0].code!r})"
    if plan.errors:
        error = plan.errors[0]
        return f"a step raised {beginning.told(error)}, and a hook called it passed"
    owner = scenario.parent
    while owner is not None:
        if owner.hook_failed:
            why = " ".join((owner.error_message or "it does not say why").split())
            return f"a hook of the {owner.type} “{owner.name}” failed: {redacted(why)}"
        owner = getattr(owner, "parent", None)
    return ""


def _hushed(steps: Iterable[StepRun]) -> StepRun | None:
    """Return a step that an error ended, of a case that is said to have passed."""
    return next((step for step in steps if step.error or step.status not in _FINE), None)


@contextmanager
def _only(feature: Feature, scenario: Scenario) -> Iterator[None]:
    """Cut a feature down to one scenario, by public attributes: hooks, backgrounds and tags stay."""
    kept: list[tuple[Feature | Rule, Sequence[Any]]] = [(feature, feature.run_items)]
    item: Rule | Scenario = scenario
    rule = next((rule for rule in feature.rules if scenario in rule.walk_scenarios()), None)
    if rule:
        kept.append((rule, rule.run_items))
        rule.run_items, rule.should_skip, item = [scenario], False, rule
    feature.run_items, feature.should_skip, scenario.should_skip = [item], False, False
    try:
        yield
    finally:
        for owner, items in kept:
            owner.run_items = list(items)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise CaseHung in what runs when it takes longer; in a main thread alone, which is where cases run."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def hung(_signal: int, _frame: FrameType | None) -> None:
        raise CaseHung(f"it did not come to its end within {seconds:g} s, the limit of a case (-D limit=…)")

    before = signal.signal(signal.SIGALRM, hung)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
