"""The runner that `behave` is told to use: refuses nonsense, runs the plan, accounts for all of it."""

from __future__ import annotations

import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import behave.runner
from behave import exception
from behave.formatter._registry import make_formatters
from behave.runner import Context

from support.record.words import FILE
from support.record.writing import RecordInUse
from support.runner import beginning, loading, target_facts
from support.runner.account import NOTHING_SELECTED, RUN_FAILED
from support.runner.ending import end
from support.runner.executing import Execution
from support.runner.going import Going, begin, run_cases
from support.runner.refusals import RunRefused

if TYPE_CHECKING:
    from behave.configuration import Configuration

    from support.runner.planning import TargetFacts
    from support.settings import RunSettings

_CANNOT_FIND = (
    exception.ConfigError,
    exception.FileNotFoundError,
    exception.InvalidFileLocationError,
    exception.InvalidFilenameError,
)


class _Left(SystemExit):
    """The runner's own way out; any other SystemExit is somebody's who would leave without an account."""


class Runner(behave.runner.Runner):
    """behave's runner with a plan before the run and an account after it; leaves by its own exit codes."""

    describe_target = staticmethod(target_facts.describe)
    known_capabilities = staticmethod(target_facts.capabilities)

    def __init__(self, config: Configuration, **options: object) -> None:
        super().__init__(config, **options)
        self.trouble: str | None = None
        self.start_folder = Path.cwd()

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
        except SystemExit as left:
            if isinstance(left, _Left):
                raise
            sentences = (f"The run was left by sys.exit({left.code!r}) of a hook or a step; take that out.",)
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
        code = self._run(settings, target)
        if code > 1:
            raise _Left(code)
        return bool(code)

    def run_hook(self, hook_name: str, *args: object) -> bool:
        """As behave does, but what fails before or after all cases is the run's own failure."""
        if hook_name not in _WHEN or not self.should_run_hook(hook_name):
            return super().run_hook(hook_name, *args)
        try:
            with self.context.use_with_user_mode():
                self.hooks[hook_name](self.context)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it was, it is told at the end
            if self.config.verbose:
                traceback.print_exc()
            words = " ".join(str(error).split()) or type(error).__name__
            words = f"it left by sys.exit({words})" if isinstance(error, SystemExit) else words
            self.trouble = self.trouble or f"The run failed at its {_WHEN[hook_name]}: {words}"
        return True

    def abort(self, reason: str | None = None) -> None:
        """Let the case that runs end here; the lane says why."""
        self.aborted = True
        if reason and "KeyboardInterrupt" not in reason:
            self.trouble = self.trouble or reason

    def _dry_run(self) -> bool:
        self.features = beginning.load_features(self)
        self.formatters = make_formatters(self.config, self.config.outputs)
        failed = self.run_model()
        scenarios = [scenario for feature in self.features for scenario in feature.walk_scenarios()]
        print(*loading.undefined_steps(scenarios, self.step_registry), sep="\n")
        return failed

    def _run(self, settings: RunSettings, target: TargetFacts) -> int:
        going = Going.planned(self, settings, target)
        if not len(going.plan):
            print(
                "Nothing was selected: no scenario matches these paths and tags.",
                "0 passed, 0 failed",
                sep="\n",
            )
            raise _Left(NOTHING_SELECTED)
        started = time.monotonic()
        try:
            begin(going)
            with going.interruptions.heard():
                self._execute(going)
            return end(going, time.monotonic() - started)
        except RecordInUse as used:
            raise RunRefused(str(used)) from None
        except OSError as error:
            file = settings.reports / FILE
            print(f"What the run found cannot be written down ({file}: {error}); make room and run it again.")
        except Exception:  # noqa: BLE001 - a mistake of our own must not look like a broken promise, nor a kept one
            traceback.print_exc()
            print("The run itself failed, by a mistake of the runner; what it found cannot be trusted.")
        print("0 passed, 0 failed")
        return RUN_FAILED

    def _execute(self, going: Going) -> None:
        execution: Execution = going.execution
        try:
            self.run_hook("before_all", self.context)
            if self.trouble:
                execution.fail(self.trouble)
            else:
                run_cases(going)
        except KeyboardInterrupt:
            execution.stop()
        execution.wait()
        self.formatters = []
        self.run_hook("after_all", self.context)
        try:
            self.context._do_remaining_cleanups()  # noqa: SLF001 - behave ends a context in no other way
        except Exception as error:  # noqa: BLE001 - cleanups are anybody's code, and whatever it raised is told
            self.trouble = self.trouble or f"The run failed while cleaning up: {beginning.told(error)}"
        if self.trouble:
            execution.fail(self.trouble)


_WHEN = {"before_all": "beginning", "after_all": "end"}
