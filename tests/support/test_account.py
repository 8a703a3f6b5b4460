"""The account of a run adds up case by case, and the exit code follows from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from behave.parser import parse_feature

from support.case import Case
from support.quarantine import Quarantine
from support.record.reading import Record
from support.record.words import TRIES
from support.runner import account
from support.runner.attempt import Attempt
from support.runner.plan import Plan

if TYPE_CHECKING:
    from support.runner.attempt import Ending

TITLES = ("One", "Two")


@pytest.fixture
def plan() -> Plan:
    """Two planned cases."""
    text = "Feature: F\n" + "".join(f"  Example: {title}\n    Given a site\n" for title in TITLES)
    plan = Plan()
    for scenario in parse_feature(text).walk_scenarios():
        plan.add(
            Case("f.feature", "F", None, scenario.name, None, scenario.line, frozenset(), "api"), scenario
        )
    return plan


def _record(plan: Plan, *endings: tuple[int, Ending]) -> Record:
    cases = list(plan)
    record = Record(Path("messages.ndjson"), cases={case.id: case for case in cases})
    for number, ending in endings:
        case = cases[number]
        tried = len(record.by_case()[case.id])
        record.begun[case.id] = tried + 1
        record.attempts.append(Attempt(case, tried, "here:1", 0.0, 0.1, ending))
    return record


def _results(record: Record, before: dict[str, frozenset[str]] | None = None) -> list[account.Result]:
    return account.results_of(record, before or {}, Quarantine(), "nobody came to it")


def test_a_case_that_went_missing_is_named(plan: Plan) -> None:
    record = _record(plan, (0, "passed"), (1, "passed"))
    results = _results(record)
    assert account.troubles(record, results) == []
    assert "missing: f.feature#Two@none/none" in account.troubles(record, results[:1])[0]


def test_a_case_that_is_counted_twice_is_named(plan: Plan) -> None:
    record = _record(plan, (0, "passed"), (1, "passed"))
    results = _results(record)
    assert "too many: f.feature#Two@none/none" in account.troubles(record, [*results, results[1]])[0]


def test_a_case_that_ends_twice_is_named(plan: Plan) -> None:
    record = _record(plan, (0, "passed"), (1, "failed"), (1, "passed"))
    assert "f.feature#Two@none/none came to its end more than once" in account.troubles(
        record, _results(record)
    )


def test_an_attempt_that_began_and_never_ended_is_named(plan: Plan) -> None:
    record = _record(plan, (0, "passed"), (1, "passed"))
    record.begun["f.feature#Two@none/none"] = 2
    assert account.troubles(record, _results(record)) == [
        "f.feature#Two@none/none began 2 times and ended 1 times"
    ]


def test_an_interrupted_attempt_is_no_outcome(plan: Plan) -> None:
    once = _results(_record(plan, (0, "interrupted"), (0, "passed"), (1, "interrupted")))
    assert [one.outcome for one in once] == ["passed", "not_run"]
    assert once[1].because == "nobody came to it"
    lost: list[tuple[int, Ending]] = [(0, "interrupted")] * TRIES
    always = _results(_record(plan, *lost))
    assert always[0].outcome == "failed"


@pytest.mark.parametrize(("now", "before"), [("passed", "failed"), ("failed", "passed")])
def test_what_passes_and_fails_on_one_code_is_flaky(plan: Plan, now: Ending, before: str) -> None:
    one, _ = plan
    results = _results(_record(plan, (0, now), (1, "passed")), {one.id: frozenset({before})})
    assert [result.outcome for result in results] == ["flaky", "passed"]
    assert account.exit_code(results) == account.BROKEN


def test_a_case_cannot_be_planned_twice(plan: Plan) -> None:
    one, _ = plan
    scenario = parse_feature("Feature: F\n  Example: One\n    Given a site\n").walk_scenarios()[0]
    with pytest.raises(ValueError, match="planned twice; make the titles differ"):
        plan.add(one, scenario)
    with pytest.raises(LookupError, match="is not in the plan"):
        plan.case_of(scenario)


@pytest.mark.parametrize(
    ("outcomes", "code"),
    [
        (["passed"], 0),
        (["passed", "excused"], 0),
        (["passed", "not_run"], 1),
        (["passed", "failed"], 1),
        (["excused"], 3),
        ([], 3),
    ],
)
def test_the_exit_code_follows_from_the_outcomes(plan: Plan, outcomes: list[str], code: int) -> None:
    case = next(iter(plan))
    results = [
        account.Result(case, "not_run", excused=True)
        if outcome == "excused"
        else account.Result(
            case, "passed" if outcome == "passed" else "failed" if outcome == "failed" else "not_run"
        )
        for outcome in outcomes
    ]
    assert account.exit_code(results) == code


def test_the_id_of_a_case_says_what_it_is() -> None:
    case = Case("a.feature", "F", "R", "T", "1.2", 3, frozenset(), "browser", "chromium", "desktop")
    assert (case.id, case.place) == ("a.feature#T#1.2@chromium/desktop", "a.feature:3")
