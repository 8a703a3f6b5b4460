"""Shows what runs now: a live line in a terminal, one plain line for each finished case everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.status import Status

from support.reporting.events import RunListener
from support.reporting.words import seconds, short

if TYPE_CHECKING:
    from behave.configuration import Configuration
    from behave.formatter.base import StreamOpener
    from behave.matchers import Match
    from behave.model import Scenario, Step

    from support.case import Case
    from support.runner.account import Result
    from support.runner.plan import Plan

_SIGNS = {"passed": "[green]✓[/]", "failed": "[red]✗[/]", "not_run": "[yellow]–[/]"}


class ProgressFormatter(RunListener):
    """behave's console formatter of this project."""

    name = "progress-of-cases"
    description = "What runs now, and one line for each finished case"

    def __init__(self, stream_opener: StreamOpener, config: Configuration) -> None:
        super().__init__(stream_opener, config)
        self.stream = self.open()
        self.console = Console(file=self.stream, highlight=False, soft_wrap=True)
        self._live = Status("", console=self.console) if self.console.is_terminal else None
        self._planned = self._number = 0
        self._now = ""
        self._steps: list[Step] = []

    def run_started(self, plan: Plan) -> None:
        """Say how much there is to do."""
        self._planned = sum(1 for case in plan if plan.reason_of(case) is None)
        self.console.print(f"{self._planned} of {len(plan)} planned cases can run here.")

    def case_started(self, case: Case, scenario: Scenario) -> None:
        """Show the case that begins."""
        self._number += 1
        self._steps = list(scenario.all_steps)
        on = f" [{case.engine}]" if case.channel == "browser" else ""
        self._now = f"{self._number}/{self._planned} {short(case.path)} › {case.title}{on}"
        self._show("")

    def scenario(self, scenario: Scenario) -> None:
        """List what would run, when nothing is to run."""
        if self.config.dry_run:
            self.console.print(f"{scenario.filename}:{scenario.line} {escape(scenario.name)}")

    def match(self, match: Match) -> None:  # noqa: ARG002 - behave says here that the next step begins
        """Show the step that begins."""
        if self._steps:
            step = self._steps.pop(0)
            self._show(f" › {step.keyword} {step.name}")

    def case_finished(self, result: Result, scenario: Scenario) -> None:  # noqa: ARG002 - part of what is told
        """Leave one line behind, and the reason under it when it did not pass."""
        if self._live:
            self._live.stop()
        self.console.print(f"{_SIGNS[result.outcome]} {escape(self._now)}  {seconds(result.duration_s)}")
        if result.because:
            self.console.print(f"    {escape(result.because)}")

    def close(self) -> None:
        """Take the live line away."""
        if self._live:
            self._live.stop()
        super().close()

    def _show(self, step: str) -> None:
        if self._live:
            self._live.update(escape(f"{self._now}{step}"))
            self._live.start()
