"""What the runner tells those who show or record a run, beside what behave tells its formatters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from behave.formatter.base import Formatter

if TYPE_CHECKING:
    from behave.model import Scenario

    from support.case import Case
    from support.runner.account import Result
    from support.runner.plan import Plan


class RunListener(Formatter):
    """A formatter that also hears where the run and each case begin and end."""

    def run_started(self, plan: Plan) -> None:
        """Everything in the plan will be accounted for; nothing has run yet."""

    def case_started(self, case: Case, scenario: Scenario) -> None:
        """The case begins; its hooks have not run yet."""

    def case_finished(self, result: Result, scenario: Scenario) -> None:
        """The case has ended, hooks and cleanups included."""
