"""What GitHub and GitLab are told of a run, in their own words and with everything escaped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.case import Case
from support.reporting.annotations import QUALITY, annotate
from support.runner.account import Result

if TYPE_CHECKING:
    from support.runner.account import Verdict
    from tests.support.conftest import Specs

GITHUB, GITLAB = {"GITHUB_ACTIONS": "true"}, {"GITLAB_CI": "true"}
PLACE = "file=features/a.feature,line=3"


def _result(
    outcome: Verdict, because: str = "", *, title: str = "T", line: int = 3, excused: bool = False
) -> Result:
    case = Case("features/a.feature", "F", None, title, None, line, frozenset(), "browser", "chromium")
    return Result(case, outcome, because, excused)


def test_github_is_told_what_is_red_and_what_is_in_doubt(tmp_path: Path) -> None:
    results = [
        _result("passed"),
        _result("failed", "seen 20% off,\r\nthen: a::b", title="One, two: three %"),
        _result("flaky", "passed now", title="Flips"),
        _result("quarantined", "it flips", title="Kept apart"),
        _result("not_run", "stopped", title="Late"),
        _result("not_run", "the target has no metrics", title="Excused", excused=True),
    ]
    assert annotate(results, ["it is torn"], tmp_path, GITHUB) == [
        "::error title=The account of this run is not whole::it is torn",
        f"::error {PLACE},title=One%2C two%3A three %25 on chromium::failed: seen 20%25 off,%0D%0Athen: a::b",
        f"::error {PLACE},title=Flips on chromium::flaky: passed now",
        f"::warning {PLACE},title=Kept apart on chromium::quarantined: it flips",
        f"::warning {PLACE},title=Late on chromium::not run: stopped",
    ]
    assert list(tmp_path.iterdir()) == []


def test_github_gets_a_table_after_what_is_there(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before.\n")
    results = [_result("passed"), _result("failed", "a | b\n<script> *c*", title="[T]")]
    annotate(results, [], tmp_path, {**GITHUB, "GITHUB_STEP_SUMMARY": str(page)})
    assert page.read_text().splitlines() == [
        "Before.",
        "### Specifications",
        "",
        "| feature | passed | failed | flaky | quarantined | not run |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        "| a | 1 | 1 |  |  |  |",
        "| **all** | 1 | 1 |  |  |  |",
        "",
        "- &#91;T&#93; on chromium (features/a.feature:3): failed: a &#124; b &#60;script&#62; &#42;c&#42;",
    ]


def test_gitlab_gets_a_report_of_code_quality(tmp_path: Path) -> None:
    results = [
        _result("passed"),
        _result("failed", "no", title="One"),
        _result("flaky", "no", title="Two", line=9),
    ]
    assert annotate(results, [], tmp_path, GITLAB) == []
    issues = json.loads((tmp_path / QUALITY).read_text())
    assert [(one["severity"], one["check_name"], one["location"]) for one in issues] == [
        ("critical", "specification failed", {"path": "features/a.feature", "lines": {"begin": 3}}),
        ("major", "specification flaky", {"path": "features/a.feature", "lines": {"begin": 9}}),
    ]
    assert issues[0]["description"] == "One on chromium: failed: no"
    assert len({one["fingerprint"] for one in issues}) == 2


@pytest.mark.parametrize("environment", [{}, {"GITHUB_ACTIONS": "false"}, {"CI": "true"}])
def test_nothing_is_told_elsewhere(tmp_path: Path, environment: dict[str, str]) -> None:
    assert annotate([_result("failed", "no")], [], tmp_path, environment) == []
    assert list(tmp_path.iterdir()) == []


def test_a_run_on_both_tells_both_and_ends_as_ever(specs: Specs) -> None:
    specs.feature("Feature: F\n  Example: A site is lost\n    Then it should be lost\n")
    page = str(specs.folder / "page.md")
    run = specs.behave(GITHUB_ACTIONS="true", GITLAB_CI="true", GITHUB_STEP_SUMMARY=page)
    assert (run.code, run.last_line) == (1, "0 passed, 1 failed")
    lines = run.output.splitlines()
    assert [line for line in lines if line.startswith("::error file=features/sites.feature,line=2,")]
    assert "A site is lost" in (specs.folder / "page.md").read_text()
    assert len(json.loads((specs.folder / "reports" / QUALITY).read_text())) == 1


def test_bad_input_page_that_cannot_be_written(specs: Specs) -> None:
    specs.feature("Feature: F\n  Example: A site is seen\n    Then it should be seen\n")
    run = specs.behave(GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(specs.folder / "none/page.md"))
    assert run.code == 2, run.output
    assert "cannot be written down" in run.output
    assert "none/page.md" in run.output
