"""The runner that `behave` is told to use: refuses nonsense, runs the plan, accounts for all of it."""

from __future__ import annotations

import time
import traceback
from functools import partial
from typing import TYPE_CHECKING

import behave.runner
from behave import exception
from behave.formatter._registry import make_formatters
from behave.runner import Context

from support.reporting.closing import close
from support.reporting.events import RunListener
from support.runner import beginning, loading, target_facts
from support.runner.account import (
    NOTHING_SELECTED,
    RUN_FAILED,
    STOPPED,
    Result,
    exit_code,
    judge,
    missing_or_extra,
)
from support.runner.refusals import RunRefused
from support.runner.stopping import interruptible

if TYPE_CHECKING:
    from collections.abc import Callable

    from behave.configuration import Configuration
    from behave.model import Scenario

    from support.case import Case
    from support.runner.plan import Plan
    from support.settings import RunSettings

_CANNOT_FIND = (
    exception.ConfigError,
    exception.FileNotFoundError,
    exception.InvalidFileLocationError,
    exception.InvalidFilenameError,
)


class Runner(behave.runner.Runner):
    """behave's runner with a plan before the run and an account after it; leaves by its own exit codes."""

    describe_target = staticmethod(target_facts.describe)
    known_capabilities = staticmethod(target_facts.capabilities)

    def __init__(self, config: Configuration, **options: object) -> None:
        super().__init__(config, **options)
        self.plan: Plan
        self.results: dict[str, Result] = {}
        self.stopped = False
        self.trouble: str | None = None
        self._running: Case | None = None
        self._cleanup_errors: list[str] = []

    def run(self) -> bool:
        """Run what was selected; True when promises were broken. Other ends leave with their exit code."""
        try:
            with self.path_manager:
                self.setup_paths()
                return self.run_with_paths()
        except RunRefused as refusal:
            sentences = refusal.sentences
        except _CANNOT_FIND as error:
            sentences = (f"Finding the features failed: {error}; name a feature, a folder or file:line.",)
        print(*sentences, "Nothing was run.", "0 passed, 0 failed", sep="\n")
        raise SystemExit(RUN_FAILED)

    def run_with_paths(self) -> bool:
        """Load, refuse, plan, run, account."""
        self.context = Context(self)
        beginning.load_code(self)
        self.step_registry = beginning.the_registry()
        if self.config.dry_run:
            return self._dry_run()
        beginning.refuse_bad_definitions(self.step_registry)
        settings, target = beginning.what_was_asked(self)
        self.plan, self.features = beginning.plan(self, self.step_registry, settings, target)
        if not len(self.plan):
            print(
                "Nothing was selected: no scenario matches these paths and tags.",
                "0 passed, 0 failed",
                sep="\n",
            )
            raise SystemExit(NOTHING_SELECTED)
        started = time.monotonic()
        self._execute()
        code = self._account(settings, target.name, time.monotonic() - started)
        if code > 1:
            raise SystemExit(code)
        return bool(code)

    def run_hook(self, hook_name: str, *args: object) -> bool:
        """As behave does, but what fails before or after all cases is the run's own failure."""
        if hook_name not in {"before_all", "after_all"} or not self.should_run_hook(hook_name):
            return super().run_hook(hook_name, *args)
        try:
            with self.context.use_with_user_mode():
                self.hooks[hook_name](self.context)
        except KeyboardInterrupt:
            self.abort("KeyboardInterrupt")
        except Exception as error:  # noqa: BLE001 - whatever it was, it is told at the end, and the exit code is 2
            if self.config.verbose:
                traceback.print_exc()
            words = " ".join(str(error).split()) or type(error)
            self.trouble = self.trouble or f"The run failed at its {_WHEN[hook_name]}: {words}"
            self.features.clear()  # nothing runs; to abort would let behave say that the user did
        return True

    def abort(self, reason: str | None = None) -> None:
        """Start no further case. Stopped by hand, or in trouble with the reason told at the end."""
        if reason and "KeyboardInterrupt" in reason:
            self.stopped = True
        else:
            self.trouble = self.trouble or reason or "The run was broken off."
        self.aborted = True

    def _dry_run(self) -> bool:
        self.features = beginning.load_features(self)
        self.formatters = make_formatters(self.config, self.config.outputs)
        failed = self.run_model()
        scenarios = [scenario for feature in self.features for scenario in feature.walk_scenarios()]
        print(*loading.undefined_steps(scenarios, self.step_registry), sep="\n")
        return failed

    def _execute(self) -> None:
        if self.config.jobs > 1:
            print("Cases run one at a time here, so --jobs changes nothing.")
        self.context.plan = self.plan
        self.context.on_cleanup_error = self._note_cleanup_error
        self.formatters = make_formatters(self.config, self.config.outputs)
        for feature in self.features:
            for scenario in feature.walk_scenarios():
                if self.plan.will_run(scenario):
                    scenario.run = partial(self._run_case, scenario, scenario.run)
        self._tell(lambda listener: listener.run_started(self.plan))
        with interruptible():
            try:
                self.run_model()
            except KeyboardInterrupt:
                self.abort("KeyboardInterrupt")

    def _run_case(self, scenario: Scenario, run: Callable[[Runner], bool], _: Runner) -> bool:
        if self.aborted:
            return True
        case, started = self.plan.case_of(scenario), time.monotonic()
        self._running, self._cleanup_errors = case, []
        self._tell(lambda listener: listener.case_started(case, scenario))
        try:
            run(self)
        except KeyboardInterrupt:
            self.abort("KeyboardInterrupt")
        took, self._running = time.monotonic() - started, None
        result = judge(self.plan, case, scenario, took, self._cleanup_errors)
        if self.aborted:
            result = Result(case, "not_run", self._unfinished_because, duration_s=took)
        self.results[case.id] = result
        self._tell(lambda listener: listener.case_finished(result, scenario))
        return result.outcome == "failed" or self.aborted

    def _tell(self, say: Callable[[RunListener], None]) -> None:
        for formatter in self.formatters:
            if isinstance(formatter, RunListener):
                say(formatter)

    def _note_cleanup_error(self, _: Context, cleanup: Callable[[], object], error: Exception) -> None:
        sentence = f"{getattr(cleanup, '__name__', cleanup)}: {beginning.told(error)}"
        if self._running:
            self._cleanup_errors.append(sentence)
        else:
            self.abort(f"The run failed while cleaning up: {sentence}")

    @property
    def _unfinished_because(self) -> str:
        return (
            "stopped" if self.stopped else self.trouble or "an earlier case failed and --stop was asked for"
        )

    def _result_of(self, case: Case) -> Result:
        reason = self.plan.reason_of(case)
        if case.id in self.results:
            return self.results[case.id]
        if reason:
            return Result(case, "not_run", reason.because, reason.excused)
        return Result(case, "not_run", self._unfinished_because)

    def _account(self, settings: RunSettings, target: str, duration_s: float) -> int:
        results = [self._result_of(case) for case in self.plan]
        code = STOPPED if self.stopped else exit_code(results)
        trouble = self.trouble or missing_or_extra(self.plan, results)
        if not trouble and self.hook_failures and code == 0:
            trouble = "A hook failed outside of every case; run again with --verbose to see where."
        close(self.plan, results, settings, target=target, duration_s=duration_s, trouble=trouble)
        return RUN_FAILED if trouble else code


_WHEN = {"before_all": "beginning", "after_all": "end"}
