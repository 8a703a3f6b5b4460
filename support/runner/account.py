"""What became of each planned case: exactly one outcome each, and the exit code that follows from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from support.evidence.redaction import redacted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from behave.model import Scenario

    from support.case import Case
    from support.runner.plan import Plan

Verdict = Literal["passed", "failed", "not_run"]
KEPT, BROKEN, RUN_FAILED, NOTHING_SELECTED, STOPPED = 0, 1, 2, 3, 130


@dataclass(frozen=True, slots=True)
class Result:
    """How one case ended; `because` says why it failed or did not run, `duration_s` is wall-clock seconds."""

    case: Case
    outcome: Verdict
    because: str = ""
    excused: bool = False
    duration_s: float = 0.0


def judge(
    plan: Plan, case: Case, scenario: Scenario, duration_s: float, cleanup_errors: Sequence[str]
) -> Result:
    """The result of a case that ran: a failure outweighs a reason for not running, that outweighs a pass."""
    if scenario.status.has_failed():
        because = _why(scenario, cleanup_errors, plan.notes_of(case).failure)
        return Result(case, "failed", because, duration_s=duration_s)
    reason = plan.reason_of(case)
    if reason:
        return Result(case, "not_run", reason.because, reason.excused, duration_s)
    if scenario.status.name != "passed":
        because = scenario.skip_reason or f"behave left it {scenario.status.name}"
        return Result(case, "not_run", because, duration_s=duration_s)
    return Result(case, "passed", duration_s=duration_s)


def missing_or_extra(plan: Plan, results: Sequence[Result]) -> str | None:
    """One sentence when the results do not add up to the plan, case by case."""
    planned, counted = Counter(case.id for case in plan), Counter(result.case.id for result in results)
    if planned == counted:
        return None
    lost, extra = sorted((planned - counted).keys()), sorted((counted - planned).keys())
    return (
        f"The account of this run does not add up: {len(plan)} cases planned, {len(results)} accounted for"
        f" (missing: {', '.join(lost) or 'none'}; too many: {', '.join(extra) or 'none'}); do not trust it."
    )


def exit_code(results: Sequence[Result]) -> int:
    """The exit code of a run that came to its end; one in which nothing could run selected nothing."""
    outcomes = {result.outcome for result in results}
    if "failed" in outcomes or any(r.outcome == "not_run" and not r.excused for r in results):
        return BROKEN
    return KEPT if "passed" in outcomes else NOTHING_SELECTED


def _why(scenario: Scenario, cleanup_errors: Sequence[str], noted: str) -> str:
    """Return what the world said of the step that failed; where there was no world, what behave knows."""
    parts = [noted] if noted else _of_steps(scenario)
    if scenario.hook_failed and not noted:
        parts.append(redacted(" ".join((scenario.error_message or "a hook failed").split())))
    parts += [f"while cleaning up: {redacted(error)}" for error in cleanup_errors]
    return "; ".join(parts) or f"it ended as {scenario.status.name}"


def _of_steps(scenario: Scenario) -> list[str]:
    return [
        f'at "{step.keyword} {step.name}": {_told(step.exception, step.error_message)}'
        for step in scenario.all_steps
        if step.status.has_failed()
    ][:1]


def _told(exception: BaseException | None, message: str | None) -> str:
    words = " ".join(str(exception or "").split())
    if exception is None:
        return " ".join((message or "it has no definition").split())
    return (
        words if words and isinstance(exception, AssertionError) else f"{type(exception).__name__}: {words}"
    )
