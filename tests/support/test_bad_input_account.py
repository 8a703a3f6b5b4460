"""What makes the account of a run doubtful is told in a sentence, and never green."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tests.support.test_cheats import GOOD, RECORD, caught

if TYPE_CHECKING:
    from tests.support.conftest import Specs


def test_what_fails_and_passes_on_one_commit_is_flaky_and_red(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write(
        "features/environment.py",
        """
        import os
        def before_scenario(context, scenario):
            if os.environ.get("WEATHER") == "bad": raise RuntimeError("rain")
        """,
    )
    specs.commit()
    assert specs.behave(WEATHER="bad").code == 1
    run = specs.behave()
    assert (run.code, run.summary["outcomes"]["flaky"]) == (1, 2), run.output
    assert "failed before on this very code" in run.output


def test_bad_input_feature_edited_during_the_run(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write(
        "features/environment.py",
        """
        from pathlib import Path
        def before_all(context):
            feature = Path("features/sites.feature")
            feature.write_text(feature.read_text() + "# a remark\\n")
        """,
    )
    caught(specs.behave(), 2, "features/sites.feature was edited while the run was going")


def test_bad_input_feature_that_is_none_any_more_during_the_run(specs: Specs) -> None:
    specs.feature(GOOD.replace("@publishing", "@publishing @browser"))
    specs.write(
        "features/environment.py",
        """
        from pathlib import Path
        def before_all(context):
            Path("features/sites.feature").write_text("Nothing of this is Gherkin\\n")
        """,
    )
    run = specs.behave("--jobs", "2")
    caught(run, 2, "features/sites.feature was edited while the run was going")
    assert "features/sites.feature:1 is not a feature that can be read" in run.output
    assert "Traceback" not in run.output


def test_bad_input_history_of_another_version(specs: Specs) -> None:
    specs.feature(GOOD)
    history = specs.folder / "history.sqlite3"
    with sqlite3.connect(history) as connection:
        connection.execute("pragma user_version = 99")
    caught(specs.behave(), 2, "is of version 99, and this is version 2: move it away")


def test_bad_input_history_that_is_none(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write("history.sqlite3", "not a database, " * 100)
    caught(specs.behave(), 2, "cannot be used")


def test_bad_input_full_disk(specs: Specs) -> None:
    specs.feature(GOOD)
    (specs.folder / "reports/run").mkdir(parents=True)
    (specs.folder / RECORD).symlink_to("/dev/full")
    run = specs.behave()
    assert run.code == 2, run.output
    assert "cannot be written down" in run.output
    assert "No space left on device" in run.output
