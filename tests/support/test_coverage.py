"""What of a contract a run has seen, and what it says of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.case import Case
from support.reporting import coverage
from support.runner.account import Result
from support.runner.attempt import Attempt

PROMISES = {"sites_read": ("200", "404", "500"), "sites_start": ("201", "422"), "keys_make": ("201",)}


def result(path: str, *met: tuple[str, str], ran: bool = True) -> Result:
    case = Case(path, "F", None, f"of {path}", None, 1, frozenset(), "api")
    attempt = Attempt(case, 0, "here:1", 0.0, 0.1, "passed", met=met)
    return Result(case, "passed" if ran else "not_run", "", attempt=attempt if ran else None)


RESULTS = [
    result("features/systems/a.feature", ("sites_read", "200"), ("sites_read", "404")),
    result("features/journeys/b.feature", ("sites_read", "200"), ("of_yesterday", "200")),
    result("features/journeys/c.feature", ran=False),
    result("features/systems/a.feature", ("sites_start", "201")),
]


def test_each_answer_is_told_with_the_features_that_met_it() -> None:
    seen = coverage.coverage(RESULTS, PROMISES)
    assert seen["operations"]["sites_read"] == {"200": ["journeys/b", "systems/a"], "404": ["systems/a"]}
    assert seen["operations"]["keys_make"] == {}
    assert "of_yesterday" not in seen["operations"]
    assert seen["not_asked"] == ["keys_make"]
    assert seen["promised"] == {"operations": 3, "statuses": 6}


def test_what_was_not_met_is_told_with_its_reason() -> None:
    unmet = coverage.coverage(RESULTS, PROMISES)["not_met"]
    assert [(one["operation"], one["status"]) for one in unmet] == [
        ("keys_make", "201"),
        ("sites_read", "500"),
        ("sites_start", "422"),
    ]
    assert {one["because"] for one in unmet} == {
        "no scenario brings it about",
        "a failure that nobody foresaw is not brought about",
    }


def test_a_line_says_how_much_was_seen_and_names_what_nobody_asked_for() -> None:
    assert coverage.told(coverage.coverage(RESULTS, PROMISES)) == (
        "Of the contract 2 of 3 operations were asked for (not: keys_make), and 3 of 6 promised statuses"
        " seen; 2 others lack a scenario."
    )


def test_a_target_without_a_contract_has_nothing_to_cover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "targets").mkdir()
    monkeypatch.chdir(tmp_path)
    assert coverage.promised("embedded") is None
