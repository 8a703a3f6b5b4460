"""What the runner tells those who show or record a run, beside what behave tells its formatters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from behave.formatter.base import Formatter

if TYPE_CHECKING:
    from collections.abc import Collection

    from behave.model import Step

    from support.case import Case
    from support.runner.attempt import Attempt
    from support.runner.plan import Plan


class RunListener(Formatter):
    """A formatter that hears of a run as it goes, from one thread at a time."""

    def run_goes_on(self, done: Collection[str]) -> None:
        """These cases came to their end in the run that this one goes on from, if there are any."""

    def run_started(self, plan: Plan, durations: dict[str, float]) -> None:
        """Everything in the plan will be accounted for; `durations` says how long cases took before."""

    def attempt_started(self, case: Case, number: int, worker: str) -> None:
        """An attempt at a case begins."""

    def step_started(self, case: Case, step: Step) -> None:
        """A step of a case that runs in this process begins."""

    def attempt_ended(self, attempt: Attempt, *, will_be_retried: bool) -> None:
        """An attempt has ended, hooks and cleanups included."""
