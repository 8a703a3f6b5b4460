"""Who is told of a run as it goes: the formatters, and its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from behave.formatter._registry import make_formatters

from support.reporting.events import RunListener

if TYPE_CHECKING:
    from collections.abc import Sequence, Set as AbstractSet

    from behave.configuration import Configuration
    from behave.formatter.base import Formatter
    from behave.model import Step

    from support.case import Case
    from support.record.writing import RecordWriter
    from support.runner.attempt import Attempt
    from support.runner.plan import Plan


class Listeners:
    """The formatters that were asked for, and the record.

    Attributes:
        formatters: all of them, also those that hear of the run at its end alone.
        told: each attempt as it was told: its case, number and ending.
        attempts: the last one at each case, with its evidence, for who hears of them at the end.
    """

    def __init__(self, record: RecordWriter, config: Configuration) -> None:
        self.record = record
        self.formatters: Sequence[Formatter] = make_formatters(config, config.outputs)
        self.told: list[tuple[str, int, str]] = []
        self.attempts: dict[str, Attempt] = {}
        self._live = [one for one in self.formatters if isinstance(one, RunListener)]

    @property
    def at_the_end(self) -> list[Formatter]:
        """The formatters that are told of everything when it is over."""
        return [one for one in self.formatters if one not in self._live]

    def begin(self, plan: Plan, durations: dict[str, float], done: AbstractSet[str]) -> None:
        """Tell them what is going to run, and which cases were done before."""
        for listener in self._live:
            listener.run_goes_on(done)
            listener.run_started(plan, durations)

    def started(self, case: Case, number: int, worker: str, at: float) -> None:
        """Write down and show that an attempt begins."""
        self.record.started(case, number, worker, at)
        for listener in self._live:
            listener.attempt_started(case, number, worker)

    def stepping(self, case: Case, step: Step) -> None:
        """Show that a step begins."""
        for listener in self._live:
            listener.step_started(case, step)

    def ended(self, attempt: Attempt, *, will_be_retried: bool) -> None:
        """Show, write down and remember how an attempt ended: at last, so that what is recorded was shown."""
        for listener in self._live:
            listener.attempt_ended(attempt, will_be_retried=will_be_retried)
        self.record.ended(attempt, will_be_retried=will_be_retried)
        self.attempts[attempt.case.id] = attempt
        self.told.append((attempt.case.id, attempt.number, attempt.ending))
