"""What of a contract a run has seen, and what it says of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.case import Case
from support.reporting import coverage
from support.runner.account import Result
from support.runner.attempt import Attempt

WHY = "a failure that nobody foresaw is not brought about"
PROMISES = {
    "API": coverage.Promises(
        {"sites_read": ("200", "404", "500"), "sites_start": ("201", "422"), "keys_make": ("201",)},
        {("sites_read", "500"): WHY},
    ),
    "live sites": coverage.Promises({"live_read": ("200", "500")}, {("live_read", "500"): WHY}),
}


def result(path: str, *met: tuple[str, str, str], ran: bool = True) -> Result:
    case = Case(path, "F", None, f"of {path}", None, 1, frozenset(), "api")
    attempt = Attempt(case, 0, "here:1", 0.0, 0.1, "passed", met=met)
    return Result(case, "passed" if ran else "not_run", "", attempt=attempt if ran else None)


RESULTS = [
    result("features/systems/a.feature", ("API", "sites_read", "200"), ("API", "sites_read", "404")),
    result("features/journeys/b.feature", ("API", "sites_read", "200"), ("API", "of_yesterday", "200")),
    result("features/journeys/c.feature", ran=False),
    result("features/systems/a.feature", ("API", "sites_start", "201")),
    result("features/journeys/c.feature", ("live sites", "live_read", "200")),
]


def test_each_answer_is_told_with_the_features_that_met_it() -> None:
    seen = coverage.coverage(RESULTS, PROMISES)["API"]
    assert seen["operations"]["sites_read"] == {"200": ["journeys/b", "systems/a"], "404": ["systems/a"]}
    assert seen["operations"]["keys_make"] == {}
    assert "of_yesterday" not in seen["operations"]
    assert seen["not_asked"] == ["keys_make"]
    assert seen["promised"] == {"operations": 3, "statuses": 6}


def test_what_was_not_met_is_told_with_its_reason() -> None:
    unmet = coverage.coverage(RESULTS, PROMISES)["API"]["not_met"]
    assert [(one["operation"], one["status"]) for one in unmet] == [
        ("keys_make", "201"),
        ("sites_read", "500"),
        ("sites_start", "422"),
    ]
    assert {one["because"] for one in unmet} == {
        "no scenario brings it about",
        "a failure that nobody foresaw is not brought about",
    }


def test_a_line_says_how_much_was_seen_and_names_what_lacks_a_scenario() -> None:
    assert coverage.told(coverage.coverage(RESULTS, PROMISES)) == (
        "Promised and seen: API 2 of 3 operations with 3 of 6 answers; live sites 1 of 1 operations with 1"
        " of 2 answers. Of the rest 2 have a reason, and 2 lack a scenario (keys_make 201, sites_start 422)."
    )


def test_a_part_of_the_specifications_says_nothing_of_what_it_did_not_ask() -> None:
    assert coverage.told(coverage.coverage(RESULTS, PROMISES), whole=False) == (
        "Promised and seen by what ran here: API 2 of 3 operations with 3 of 6 answers; live sites 1 of 1"
        " operations with 1 of 2 answers. A whole run tells what lacks a scenario."
    )


def test_a_target_without_a_contract_has_nothing_to_cover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "targets").mkdir()
    monkeypatch.chdir(tmp_path)
    assert coverage.promised("embedded") is None
