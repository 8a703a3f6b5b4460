"""Listens to behave while one case runs, and keeps what its steps did as plain words and figures."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from behave.formatter.base import Formatter, StreamOpener

from support.runner.attempt import Kept, StepRun

if TYPE_CHECKING:
    from collections.abc import Callable

    from behave.configuration import Configuration
    from behave.matchers import Match
    from behave.model import Scenario, Step


class Recorder(Formatter):
    """A formatter that writes nothing.

    Attributes:
        steps: how each step that began or was skipped ended.
        kept: evidence that was kept between steps.
    """

    name = "recorder"

    def __init__(self, config: Configuration, on_step: Callable[[Step], None] | None = None) -> None:
        super().__init__(StreamOpener(stream=None), config)
        self.steps: list[StepRun] = []
        self.kept: list[Kept] = []
        self._on_step = on_step
        self._waiting: list[Step] = []
        self._began: float | None = None
        self._of_step: list[Kept] = []

    def scenario(self, scenario: Scenario) -> None:
        """The steps come in this order."""
        self._waiting = list(scenario.all_steps)

    def match(self, match: Match) -> None:  # noqa: ARG002 - behave says here that the next step begins
        """A step begins."""
        self._began = time.time()
        if self._waiting and self._on_step:
            self._on_step(self._waiting[0])

    def embedding(self, mime_type: str, data: bytes | str, caption: str | None = None) -> None:
        """Keep evidence with the step that is running, or with the case between steps."""
        content = data.encode() if isinstance(data, str) else bytes(data)
        kept = Kept(mime_type, content, caption or mime_type)
        (self.kept if self._began is None else self._of_step).append(kept)

    def result(self, step: Step) -> None:
        """A step has ended."""
        if self._waiting:
            self._waiting.pop(0)
        self.steps.append(_step_run(step, self._began or time.time(), tuple(self._of_step)))
        self._began, self._of_step = None, []

    def rest(self) -> tuple[StepRun, ...]:
        """Return how all steps ended, those that never began included."""
        return (*self.steps, *(_step_run(step, 0.0, ()) for step in self._waiting))


def _step_run(step: Step, began: float, kept: tuple[Kept, ...]) -> StepRun:
    error = step.exception
    table = step.table
    return StepRun(
        sentence=f"{step.keyword} {step.name}",
        table=(tuple(table.headings), *(tuple(row.cells) for row in table.rows)) if table else (),
        text=step.text or "",
        status=step.status.name,
        started=began,
        duration_s=step.duration or 0.0,
        error=type(error).__name__ if error else "",
        message=str(error or "").strip(),
        trace=step.error_message or "",
        kept=kept,
    )
