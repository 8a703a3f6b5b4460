"""Reads a record back, also one of a run that was killed: what was planned, tried and found."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from support.case import Case
from support.record.words import OURS, attempt_id
from support.runner.attempt import Attempt

_GOOD = frozenset({"PASSED"})


class RecordUnusable(ValueError):
    """A record that is not there, is none, or breaks off before its plan; the message says what to do."""


@dataclass(slots=True)
class Record:
    """What a record says.

    Attributes:
        facts: what the run was: target, seed, commit and the like.
        reasons: why a planned case was not going to run, and whether that is excused, by the case's id.
        attempts: those that came to an end, in that order.
        begun: how many attempts began, by the case's id.
        outcomes: what became of each case, once the run has closed its record.
        contradictions: what cannot be true of a whole record, a sentence each.
        success: whether the run called itself one; None for a run that never came to its end.
        troubles: what it found out at its end that makes it no run to trust.
        stopped: whether somebody stopped it by hand.
    """

    file: Path
    facts: dict[str, Any] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    reasons: dict[str, tuple[str, bool]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    attempts: list[Attempt] = field(default_factory=list)
    begun: dict[str, int] = field(default_factory=dict)
    outcomes: list[dict[str, Any]] = field(default_factory=list)
    contradictions: list[str] = field(default_factory=list)
    success: bool | None = None
    troubles: list[str] = field(default_factory=list)
    stopped: bool = False

    def by_case(self) -> dict[str, list[Attempt]]:
        """Return the attempts at each case that came to an end, by the case's id."""
        found: dict[str, list[Attempt]] = {key: [] for key in self.cases}
        for one in self.attempts:
            found[one.case.id].append(one)
        return found


def read(file: Path) -> Record:
    """Return what a record says; RecordUnusable when it cannot tell what had been planned."""
    record, open_lines = Record(file), 0
    statuses: dict[str, set[str]] = defaultdict(set)
    lines = _lines(file)
    for number, line in enumerate(lines, start=1):
        try:
            _take(record, json.loads(line), statuses)
        except ValueError:
            open_lines = number
            break
        except (AttributeError, KeyError, TypeError) as error:
            says = f"line {number} of {file} says what no record says ({type(error).__name__}: {error})"
            record.contradictions.append(says)
    if open_lines or (lines and not lines[-1].endswith(b"\n")):
        record.contradictions.append(f"{file} is cut off in line {open_lines or len(lines)} of {len(lines)}")
    if not record.facts:
        raise RecordUnusable(
            f"{file} does not say what was planned; it is no record of a run, or a torn one."
        )
    _compare(record, statuses)
    return record


def lines_of_attempts(file: Path) -> list[str]:
    """Return the lines of all attempts that ended, lost ones too, but for those that were stopped by hand."""
    found: dict[str, list[str]] = defaultdict(list)
    ended: list[str] = []
    for line in _lines(file):
        try:
            envelope = json.loads(line)
        except ValueError:
            break
        key = _attempt_of(envelope)
        if key:
            found[key].append(line.decode())
        content = _own(envelope)
        if content and content["kind"] == "attempt" and content["ending"] != "stopped":
            ended.append(key)
    return [line for key in ended for line in found[key]]


def _lines(file: Path) -> list[bytes]:
    """The lines of a file, cut at newlines alone: words may hold what others take for the end of one."""
    try:
        *whole, rest = file.read_bytes().split(b"\n")
    except OSError as error:
        raise RecordUnusable(f"There is no record that can be read at {file} ({error}).") from None
    return [*(line + b"\n" for line in whole), *([rest] if rest else [])]


def _attempt_of(envelope: dict[str, Any]) -> str:
    if "testCaseStarted" in envelope:
        return str(envelope["testCaseStarted"]["id"])
    return next(
        (str(value["testCaseStartedId"]) for value in envelope.values() if "testCaseStartedId" in value), ""
    )


def _own(envelope: dict[str, Any]) -> dict[str, Any] | None:
    attachment = envelope.get("attachment")
    if attachment and attachment["mediaType"] == OURS:
        content: dict[str, Any] = json.loads(attachment["body"])
        return content
    return None


def _take(record: Record, envelope: dict[str, Any], statuses: dict[str, set[str]]) -> None:
    if "testStepFinished" in envelope:
        step = envelope["testStepFinished"]
        statuses[step["testCaseStartedId"]].add(step["testStepResult"]["status"])
    elif "testCaseStarted" in envelope:
        started = envelope["testCaseStarted"]
        if "workerId" in started:  # nobody worked on a case that was closed without having run
            record.begun[started["testCaseId"]] = record.begun.get(started["testCaseId"], 0) + 1
    elif "testRunFinished" in envelope:
        record.success = envelope["testRunFinished"]["success"]
    elif content := _own(envelope):
        _OURS[content.pop("kind")](record, content)


def _take_plan(record: Record, content: dict[str, Any]) -> None:
    for one in content.pop("cases"):
        key, reason = one.pop("case"), one.pop("not_run")
        case = record.cases[key] = Case(**{**one, "tags": frozenset(one["tags"])})
        if case.id != key:
            raise KeyError(f"{key} is planned as {case.id}")
        if reason:
            record.reasons[key] = (reason["because"], reason["excused"])
    record.facts = content


def _take_attempt(record: Record, content: dict[str, Any]) -> None:
    key = content.pop("case")
    if key not in record.cases:
        record.contradictions.append(f"{key} was run and never planned")
        return
    traces = tuple(content.pop("trace_ids"))
    met = tuple((service, operation, status) for service, operation, status in content.pop("met"))
    record.attempts.append(Attempt(case=record.cases[key], trace_ids=traces, met=met, **content))


def _take_left_out(record: Record, content: dict[str, Any]) -> None:
    record.left_out.update(content["scenarios"])


def _take_outcome(record: Record, content: dict[str, Any]) -> None:
    record.outcomes.append(content)


def _take_end(record: Record, content: dict[str, Any]) -> None:
    record.troubles, record.stopped = content["troubles"], content["stopped"]


_OURS: dict[str, Callable[[Record, dict[str, Any]], None]] = {
    "plan": _take_plan,
    "left_out": _take_left_out,
    "attempt": _take_attempt,
    "outcome": _take_outcome,
    "end": _take_end,
}


def _listed(words: set[str]) -> str:
    return ", ".join(sorted(words)) or "nothing"


def _compare(record: Record, statuses: dict[str, set[str]]) -> None:
    """Compare how attempts are said to have ended with what their steps say."""
    run = str(record.facts.get("run"))
    seen: set[tuple[str, int]] = set()
    for one in record.attempts:
        key = (one.case.id, one.number)
        if key in seen:
            record.contradictions.append(f"{one.case.id} has attempt {one.number} twice")
        seen.add(key)
        found = statuses.get(attempt_id(run, *key), set())
        if one.ending == "passed" and found != _GOOD:
            record.contradictions.append(
                f"{one.case.id} is said to have passed, and its steps say {_listed(found)}"
            )
