"""The record of a run is official Cucumber Messages, tells everything, and survives being cut off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema_rs
import pytest

from support.record import reading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.conftest import Run, Specs

SCHEMA = "node_modules/@cucumber/messages/messages.schema.json"
WHOLE = """
    @system @publishing
    Feature: Publishing a site
      Background:
        Given a site
      Rule: Visitors see what was published
        @browser
        Example: A published site is seen
          Given a site with the attributes
            | name | headline |
            | Sale | 20% off  |
          When Maya publishes the site "Sale"
          Then it should be seen
        Scenario Outline: Every site is seen
          When Maya publishes the site "<name>"
          Then it should be seen
          Examples:
            | name  |
            | Sale  |
            | Bread |
      Example: A long text is lost
        Given a site with the attributes
          \"\"\"
          A long text
          \"\"\"
        Then it should be lost
        And it should be seen
      @needs.metrics
      Example: Figures are kept
        Then it should be seen
      @draft
      Example: Not yet
        Then it should be seen
    """
HOOKS = """
    def after_step(context, step):
        if step.status.has_failed():
            context.attach("image/png", b"a picture")
    def after_scenario(context, scenario):
        if scenario.name == "A published site is seen":
            raise RuntimeError("a hook broke")
    """


@pytest.fixture(params=["1", "2"], ids=["here", "beside"])
def run(specs: Specs, request: pytest.FixtureRequest) -> Run:
    """A run with something of everything."""
    specs.feature(WHOLE)
    specs.write("features/environment.py", HOOKS)
    return specs.behave("--jobs", request.param)


def test_every_line_keeps_to_the_official_schema(run: Run, root: Path) -> None:
    schema = json.loads((root / SCHEMA).read_text(encoding="utf-8"))
    validator = jsonschema_rs.validator_for(schema)
    lines = _lines(run)
    wrong = [str(error) for line in lines for error in validator.iter_errors(line)]
    assert not wrong
    kinds = {kind for line in lines for kind in line}
    assert kinds == {
        *("meta", "source", "gherkinDocument", "pickle", "stepDefinition", "hook", "attachment"),
        *("testRunStarted", "testCase", "testCaseStarted", "testStepStarted", "testStepFinished"),
        *("testCaseFinished", "testRunFinished"),
    }


def test_the_record_tells_the_whole_account(run: Run) -> None:
    record = reading.read(run.folder / "reports/run/messages.ndjson")
    assert (run.code, record.success, record.contradictions) == (1, False, [])
    assert len(record.cases) == 5
    assert {one["case"].partition("#")[2]: one["outcome"] for one in record.outcomes} == {
        "A published site is seen@chromium/desktop": "failed",
        "Every site is seen#1.1@none/none": "passed",
        "Every site is seen#1.2@none/none": "passed",
        "A long text is lost@none/none": "failed",
        "Figures are kept@none/none": "not_run",
    }
    assert record.left_out == {"features/sites.feature#Not yet": "it is a @draft"}
    assert {one.worker.partition(":")[2].isdigit() for one in record.attempts} == {True}


def test_a_record_that_is_cut_off_in_a_line_still_tells_what_was_planned(run: Run) -> None:
    file = run.folder / "reports/run/messages.ndjson"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: len(text) * 9 // 10 - 7], encoding="utf-8")
    record = reading.read(file)
    assert len(record.cases) == 5
    assert "is cut off in line" in record.contradictions[0]


def test_bad_input_no_record_and_one_that_says_nothing(tmp_path: Path) -> None:
    with pytest.raises(reading.RecordUnusable, match="There is no record that can be read"):
        reading.read(tmp_path / "none.ndjson")
    empty = tmp_path / "empty.ndjson"
    empty.write_text("")
    with pytest.raises(reading.RecordUnusable, match="does not say what was planned"):
        reading.read(empty)


def _lines(run: Run) -> list[dict[str, object]]:
    text = (run.folder / "reports/run/messages.ndjson").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]
