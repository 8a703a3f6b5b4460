"""Shows what runs now, what is left and how long that takes: live in a terminal, a line a case everywhere."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.status import Status
from rich.text import Text

from support.reporting.events import RunListener
from support.reporting.words import counted, seconds, short

if TYPE_CHECKING:
    from collections.abc import Collection

    from behave.configuration import Configuration
    from behave.formatter.base import StreamOpener
    from behave.model import Scenario, Step

    from support.case import Case
    from support.runner.attempt import Attempt
    from support.runner.plan import Plan

_SIGNS = {
    "passed": "[green]✓[/]",
    "failed": "[red]✗[/]",
    "not_run": "[yellow]–[/]",
    "interrupted": "[yellow]↻[/]",
    "stopped": "[yellow]–[/]",
    "": "   ",
}


class ProgressFormatter(RunListener):
    """behave's console formatter of this project."""

    name = "progress-of-cases"
    description = "What runs now, and one line for each finished case"

    def __init__(self, stream_opener: StreamOpener, config: Configuration) -> None:
        super().__init__(stream_opener, config)
        self.stream = self.open()
        self.console = Console(file=self.stream, highlight=False, soft_wrap=True)
        self._live = Status("", console=self.console) if self.console.is_terminal else None
        self._planned = self._done = 0
        self._running: dict[str, str] = {}
        self._left: dict[str, float] = {}
        self._expected = 0.0
        self._began = time.monotonic()

    def run_goes_on(self, done: Collection[str]) -> None:
        """Count what is done already."""
        self._done = len(done)

    def run_started(self, plan: Plan, durations: dict[str, float]) -> None:
        """Say how much there is to do."""
        cases = plan.to_run
        self._planned = len(cases)
        known = [durations[case.id] for case in cases if case.id in durations]
        usual = sum(known) / len(known) if known else 0.0
        self._left = {case.id: durations.get(case.id, usual) for case in cases}
        self._expected = sum(self._left.values())
        self._began = time.monotonic()
        cannot = f"; {len(plan) - self._planned} cannot run here" if len(plan) > self._planned else ""
        others = f"; {counted(len(plan.left_out), 'scenario')} not asked for" if plan.left_out else ""
        self.console.print(f"{counted(self._planned, 'case')} to run{cannot}{others}.")

    def attempt_started(self, case: Case, number: int, worker: str) -> None:  # noqa: ARG002 - a person need not know who
        """Show the case that begins."""
        again = " once more" if number else ""
        self._running[case.id] = f"{_named(case)}{again}"
        self._show()

    def step_started(self, case: Case, step: Step) -> None:
        """Show the step that begins."""
        self._running[case.id] = f"{_named(case)} › {step.keyword} {step.name}"
        self._show()

    def scenario(self, scenario: Scenario) -> None:
        """List what would run, when nothing is to run."""
        if self.config.dry_run:
            self.console.print(f"{scenario.filename}:{scenario.line} {escape(scenario.name)}")

    def attempt_ended(self, attempt: Attempt, *, will_be_retried: bool) -> None:
        """Leave one line behind, and the reason under it when it did not pass."""
        self._running.pop(attempt.case.id, None)
        if not will_be_retried:
            self._done += 1
            self._left.pop(attempt.case.id, None)
        if self._live:
            self._live.stop()
        number = f"{self._done}/{self._planned}" if not will_be_retried else "once more"
        line = f"{number} {_named(attempt.case)}  {seconds(attempt.duration_s)}"
        self._say(attempt.ending, line)
        if attempt.because:
            self._say("", attempt.because)
        self._show()

    def close(self) -> None:
        """Take the live line away."""
        if self._live:
            self._live.stop()
        super().close()

    def _say(self, sign: str, line: str) -> None:
        if self._live:
            self.console.print(f"{_SIGNS[sign]} {escape(line)}")
        else:  # without colours there is nothing that rich adds but time
            self.stream.write(f"{Text.from_markup(_SIGNS[sign]).plain} {line}\n")

    def _show(self) -> None:
        if self._live:
            now = "; ".join(self._running.values())
            self._live.update(escape(f"{self._remaining()}{now}"))
            self._live.start()

    def _remaining(self) -> str:
        """How many are left, and how long that takes at the pace so far."""
        done = self._expected - sum(self._left.values())
        if not self._expected or done <= 0:
            return f"{len(self._left)} left · "
        pace = (time.monotonic() - self._began) / done
        return f"{len(self._left)} left, {seconds(pace * sum(self._left.values()))} to go · "


def _named(case: Case) -> str:
    on = f" [{case.engine}]" if case.channel == "browser" else ""
    return f"{short(case.path)} › {case.title}{f' #{case.row}' if case.row else ''}{on}"
