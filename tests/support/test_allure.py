"""Allure results hold every case that ran, Rules, tables, texts and broken hooks included."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.support.conftest import Specs

FEATURE = """
    @journey @publishing
    Feature: Publishing a site
      Rule: Visitors see what was published
        @smoke
        Example: A published site is seen
          Given a site with the attributes
            | name | headline |
            | Sale | 20% off  |
          Then it should be seen
        Example: A long text is lost
          Given a site with the attributes
            \"\"\"
            A long text
            \"\"\"
          Then it should be lost
          And it should be seen
    """


def test_scenarios_under_rules_are_there_with_their_tables_and_labels(specs: Specs) -> None:
    specs.write("features/journeys/sites.feature", FEATURE)
    specs.write(
        "features/environment.py",
        """
        def after_step(context, step):
            if step.status.has_failed():
                context.attach("image/png", b"a picture")
        def after_scenario(context, scenario):
            context.attach("text/plain", "the last exchanges")
        """,
    )
    run = specs.behave("features/journeys")
    assert run.code == 1, run.output
    seen, lost = run.allure["A published site is seen"], run.allure["A long text is lost"]
    labels = {(label["name"], label["value"]) for label in seen["labels"]}
    assert labels >= {
        ("epic", "journeys"),
        ("feature", "Publishing a site"),
        ("story", "Visitors see what was published"),
        ("tag", "smoke"),
        ("tag", "publishing"),
    }
    assert seen["status"] == "passed"
    assert seen["steps"][0]["attachments"][0]["name"] == ".table"
    assert [step["status"] for step in lost["steps"]] == ["passed", "failed", "skipped"]
    assert lost["steps"][0]["attachments"][0]["name"] == ".text"
    assert lost["steps"][1]["attachments"][0]["type"] == "image/png"
    assert lost["attachments"][0]["type"] == "text/plain"
    assert lost["status"] == "failed"
    assert "visitors should read nothing" in lost["statusDetails"]["message"]


def test_results_of_an_earlier_run_are_taken_away_and_nothing_else(specs: Specs) -> None:
    specs.feature(FEATURE)
    folder = specs.folder / "reports/allure-results"
    folder.mkdir(parents=True)
    (folder / "0-result.json").write_text(json.dumps({"name": "An old one"}))
    (folder / "notes.txt").write_text("mine")
    run = specs.behave()
    assert "An old one" not in run.allure
    assert len(run.allure) == 2
    assert (folder / "notes.txt").exists()


def test_results_move_with_the_other_reports(specs: Specs) -> None:
    specs.write("features/journeys/sites.feature", FEATURE)
    specs.behave("-D", "reports=elsewhere")
    assert len(list((specs.folder / "elsewhere/allure-results").glob("*-result.json"))) == 2
    assert not (specs.folder / "reports").exists()
