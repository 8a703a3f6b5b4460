"""What became of each planned case: exactly one outcome each, and the exit code that follows from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from support.evidence.redaction import redacted
from support.record.words import TRIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from behave.model import Scenario

    from support.case import Case
    from support.quarantine import Quarantine
    from support.record.reading import Record
    from support.runner.attempt import Attempt
    from support.runner.plan import Plan

Told = tuple[str, int, str]
Verdict = Literal["passed", "failed", "flaky", "quarantined", "not_run"]
KEPT, BROKEN, RUN_FAILED, NOTHING_SELECTED, STOPPED = 0, 1, 2, 3, 130
_RED = frozenset({"failed", "flaky"})


@dataclass(frozen=True, slots=True)
class Result:
    """How one case ended; `because` says why it is no pass, `duration_s` is wall-clock seconds."""

    case: Case
    outcome: Verdict
    because: str = ""
    excused: bool = False
    duration_s: float = 0.0
    attempt: Attempt | None = None


def judge(
    plan: Plan, case: Case, scenario: Scenario, cleanup_errors: Sequence[str]
) -> tuple[Literal["passed", "failed", "not_run"], str, bool]:
    """How a case that ran ended, why, and whether that is excused.

    A failure outweighs a reason for not running, that outweighs a pass.
    """
    if scenario.status.has_failed():
        return "failed", _why(scenario, cleanup_errors, plan.notes_of(case).failure), False
    reason = plan.reason_of(case)
    if reason:
        return "not_run", reason.because, reason.excused
    if scenario.status.name != "passed":
        return "not_run", scenario.skip_reason or f"behave left it {scenario.status.name}", False
    return "passed", "", False


def results_of(
    record: Record, before: Mapping[str, frozenset[str]], quarantine: Quarantine, unfinished: str
) -> list[Result]:
    """The one outcome of each planned case, by the record of the run.

    Args:
        before: endings that a case had before on the very same code, by its id.
        unfinished: why a case did not run of which nobody said why.
    """
    tried = record.by_case()
    return [
        _result(
            case,
            tried[key],
            record.reasons.get(key, (unfinished, False)),
            before.get(key, frozenset()),
            quarantine,
        )
        for key, case in record.cases.items()
    ]


def _result(
    case: Case,
    tried: Sequence[Attempt],
    unrun: tuple[str, bool],
    before: frozenset[str],
    quarantine: Quarantine,
) -> Result:
    finished = [one for one in tried if one.finished]
    lost = [one for one in tried if one.ending == "interrupted"]
    if not finished and len(lost) >= TRIES:
        because = f"was interrupted {len(lost)} times: {lost[-1].because}"
        return Result(case, "failed", because, attempt=lost[-1])
    if not finished:
        return Result(case, "not_run", *unrun)
    one = finished[-1]
    outcome, because = _with_history(one, before)
    if outcome in _RED and (entry := quarantine.entry_of(case.scenario)):
        outcome = "quarantined"
        because = f"{because}; quarantined by {entry.owner} until {entry.expires}: {entry.reason}"
    return Result(case, outcome, because, one.excused, one.duration_s, one)


def _with_history(attempt: Attempt, before: frozenset[str]) -> tuple[Verdict, str]:
    if attempt.ending == "passed" and "failed" in before:
        return "flaky", "passed now, and failed before on this very code; make flaky shows how often"
    if attempt.ending == "failed" and "passed" in before:
        return "flaky", f"{attempt.because}; it passed before on this very code"
    ending: Verdict = attempt.ending if attempt.ending in {"passed", "failed"} else "not_run"
    return ending, attempt.because


def differences(record: Record, run: str, planned: Iterable[str], told: Iterable[Told]) -> list[str]:
    """A sentence for each way in which a record is not that of the run which asks.

    Args:
        told: each attempt that the run has told the record of: case, number, ending.
    """
    if record.facts["run"] != run:
        return [f"{record.file} was written by another run, {record.facts['run']}, meanwhile"]
    found = []
    if set(record.cases) != set(planned):
        named = ", ".join(sorted(set(record.cases) ^ set(planned)))
        found.append(f"{record.file} does not hold the plan of this run: {named}")
    recorded = {(one.case.id, one.number, one.ending) for one in record.attempts}
    missing = sorted(set(told) - recorded)
    found += [
        f"{record.file} does not say that attempt {number} at {case} {ending}"
        for case, number, ending in missing
    ]
    return found


def troubles(record: Record, results: Sequence[Result]) -> list[str]:
    """A sentence for everything for which the account of a run cannot be trusted; none when it is whole."""
    found = list(record.contradictions)
    counted, planned = Counter(one.case.id for one in results), Counter(record.cases.keys())
    lost, extra = sorted(planned - counted), sorted(counted - planned)
    if lost or extra:
        found.append(
            f"{len(planned)} cases were planned and {len(results)} are accounted for"
            f" (missing: {', '.join(lost) or 'none'}; too many: {', '.join(extra) or 'none'})"
        )
    for key, ends in record.by_case().items():
        if sum(one.finished for one in ends) > 1:
            found.append(f"{key} came to its end more than once")
        if record.begun.get(key, 0) != len(ends):
            found.append(f"{key} began {record.begun.get(key, 0)} times and ended {len(ends)} times")
    return found


def exit_code(results: Sequence[Result]) -> int:
    """The exit code of a run that came to its end; one in which nothing could run selected nothing."""
    outcomes = {result.outcome for result in results}
    if outcomes & _RED or any(r.outcome == "not_run" and not r.excused for r in results):
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
