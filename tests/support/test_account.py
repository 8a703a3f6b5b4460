"""The account of a run adds up case by case, and the exit code follows from it."""

from __future__ import annotations

import pytest
from behave.parser import parse_feature

from support.case import Case
from support.runner import account
from support.runner.plan import Plan

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


def test_a_case_that_went_missing_is_named(plan: Plan) -> None:
    one, two = plan
    passed = [account.Result(case, "passed") for case in (one, two)]
    assert account.missing_or_extra(plan, passed) is None
    assert "missing: f.feature#Two@none/none" in (account.missing_or_extra(plan, passed[:1]) or "")


def test_a_case_that_is_counted_twice_is_named(plan: Plan) -> None:
    one, two = plan
    results = [account.Result(case, "passed") for case in (one, two, two)]
    assert "too many: f.feature#Two@none/none" in (account.missing_or_extra(plan, results) or "")


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
