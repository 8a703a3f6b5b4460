"""What `magic-moment` and `make` say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.catalogue import Sentence, as_markdown
from support.commands import specs as running
from support.commands.everything import Stage, everything
from support.commands.specs import arguments_for, number_of_jobs

if TYPE_CHECKING:
    from tests.support.conftest import Specs

SEEN = "Feature: A\n  Example: B\n    Given a site\n    Then it should be seen\n"


def _magic_moment(specs: Specs, root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    loud = (
        "import stub_runner, support.runner.runner, sys; support.runner.runner.Runner = stub_runner.Runner; "
    )
    code = loud + "from support.cli import app; app()"
    paths = os.pathsep.join([str(root), str(specs.folder)])
    history = str(specs.folder / "history.sqlite3")
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=specs.folder,
        env={**os.environ, "PYTHONPATH": paths, "COLUMNS": "200", "MM_HISTORY": history},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_check_names_all_that_is_wrong_without_running_anything(specs: Specs, root: Path) -> None:
    specs.write(
        "features/journeys/a.feature", "Feature: A\n  Example: B and C\n    When Maya publishes a sight\n"
    )
    done = _magic_moment(specs, root, "check")
    assert done.returncode == 1, done.stdout + done.stderr
    for words in (
        'joins two outcomes with "and"',
        "not tagged @journey",
        "has no definition",
        "takes site and ignores it",
    ):
        assert words in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_steps_writes_the_catalogue(specs: Specs, root: Path) -> None:
    specs.feature("Feature: A\n")
    done = _magic_moment(specs, root, "steps")
    assert done.returncode == 0, done.stdout + done.stderr
    page = (specs.folder / "docs/steps.md").read_text()
    assert '- **When Maya publishes the site "{site:Quoted}"**  \n  Bring a site before its visitors.' in page


def test_steps_writes_all_and_check_tells_what_is_not_written(specs: Specs, root: Path) -> None:
    specs.feature(SEEN)
    assert "features/promises.lock is missing" in _magic_moment(specs, root, "check").stdout
    done = _magic_moment(specs, root, "steps")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "features/promises.lock locks what 1 scenarios promise" in done.stdout
    assert (specs.folder / ".vscode/settings.json").is_file()
    assert "promises.lock" not in _magic_moment(specs, root, "check").stdout
    specs.feature(SEEN.replace("  Example", "  @quarantine\n  Example") + "    And it should be seen\n")
    told = _magic_moment(specs, root, "check").stdout
    assert "features/sites.feature#B has 2 Thens, more than the 1 locked" in told
    assert "features/sites.feature#B is tagged @quarantine and has no entry" in told


def test_bad_input_feature_that_cannot_be_read_writes_nothing(specs: Specs, root: Path) -> None:
    specs.feature(SEEN + "    Whenever\n")
    done = _magic_moment(specs, root, "steps")
    assert (done.returncode, done.stderr) == (2, "")
    assert "features/sites.feature:5 is not a feature that can be read" in done.stdout
    assert not (specs.folder / "docs/steps.md").exists()


def test_specs_passes_options_and_exit_codes_on(specs: Specs, root: Path) -> None:
    specs.feature("@journey\nFeature: A\n  Example: B\n    Given a site\n")
    specs.lock()
    done = _magic_moment(specs, root, "specs", "--channel", "api")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.rstrip().endswith("1 passed, 0 failed")
    assert _magic_moment(specs, root, "specs", "--tags", "@smoke").returncode == 3
    assert _magic_moment(specs, root, "smoke").returncode == 3
    assert _magic_moment(specs, root, "specs", "--target", "moon").returncode == 2
    broken = _magic_moment(specs, root, "specs", "--tags", "(@smoke")
    assert (broken.returncode, "Traceback" in broken.stderr) == (2, False)


def test_jobs_are_one_a_core_unless_somebody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "cores", lambda: 8)
    assert [number_of_jobs(asked) for asked in (None, "", "auto", "3")] == [8, 8, 8, 3]
    assert [number_of_jobs(asked, looked_at=True) for asked in (None, "auto", "2")] == [1, 8, 2]
    monkeypatch.setattr(running, "cores", lambda: 1)
    assert number_of_jobs(None) == 2


@pytest.mark.parametrize("asked", ["0", "-1", "many", "1.5"])
def test_bad_input_jobs(specs: Specs, root: Path, asked: str) -> None:
    done = _magic_moment(specs, root, "specs", f"--jobs={asked}")
    assert (done.returncode, done.stderr) == (2, "")
    assert f"JOBS (--jobs) is a number of processes from 1 on, or auto, and not '{asked}'." in done.stdout
    assert done.stdout.endswith("0 passed, 0 failed\n")


def test_a_run_is_narrowed_and_gone_on_with(specs: Specs, root: Path) -> None:
    specs.feature(SEEN + "  Example: C\n    Then it should be lost\n")
    specs.lock()
    words = ("specs", "--jobs", "2", "--seed", "7", "--order", "random")
    done = _magic_moment(specs, root, *words)
    assert (done.returncode, "Order by seed 7" in done.stdout) == (1, True), done.stdout + done.stderr
    assert "1 case to run" in _magic_moment(specs, root, *words, "--rerun").stdout
    assert "1 of them are done" in _magic_moment(specs, root, *words, "--rerun", "--resume").stdout
    told = _magic_moment(specs, root, *words, "--shard", "2/1")
    assert (told.returncode, "say which of how many, such as 1/3" in told.stdout) == (2, True)
    assert "1 case to run" in _magic_moment(specs, root, *words, "--shard", "1/2").stdout


def test_make_hands_on_what_it_is_given(root: Path) -> None:
    words = ["JOBS=3", "RERUN=1", "RESUME=1", "SHARD=2/3", "TAGS=@smoke"]
    done = subprocess.run(
        ["make", "-n", "specs", *words], cwd=root, capture_output=True, text=True, check=True
    )
    last = " ".join(done.stdout.splitlines()[-1].split())
    assert last.endswith("specs --jobs '3' --tags '@smoke' --rerun --resume --shard '2/3'")


def test_options_become_behaves_words() -> None:
    userdata: dict[str, object] = {"target": "local", "headed": True, "keep": False, "slow": None}
    words = arguments_for(["features/a.feature"], ["@smoke"], userdata)
    assert "--jobs" not in words
    assert arguments_for([], [], {}, 3) == ["--jobs", "3"]
    assert words == [
        "--tags=@smoke",
        "-D",
        "target=local",
        "-D",
        "headed=true",
        "features/a.feature",
    ]


def test_report_without_results_says_what_to_type(specs: Specs, root: Path) -> None:
    done = _magic_moment(specs, root, "report")
    assert (done.returncode, done.stderr) == (2, "")
    assert "run the specifications first: make specs." in done.stdout


def test_the_catalogue_has_a_section_for_each_domain() -> None:
    page = as_markdown(
        [Sentence("given", "a site", "A site.", "building"), Sentence("when", "x", "", "mail")]
    )
    assert page.index("## Building") < page.index("- **Given a site**") < page.index("## Mail")


def test_everything_runs_on_after_a_failure_and_ends_with_each_last_line(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def stage(name: str, code: str) -> Stage:
        return Stage(name, (sys.executable, "-c", code))

    code = everything([stage("lint", "raise SystemExit(3)"), stage("specs", "print('1 passed, 0 failed')")])
    lines = capfd.readouterr().out.splitlines()
    assert code == 1
    assert lines[-2].startswith("✗ lint")
    assert lines[-1].startswith("✓ specs")
    assert lines[-1].endswith("1 passed, 0 failed")


def test_make_lists_every_habit(root: Path) -> None:
    done = subprocess.run(["make", "help"], cwd=root, capture_output=True, text=True, check=True)
    listed = {line.split()[1] for line in done.stdout.splitlines()}
    habits = (
        "help specs smoke load outages test check sensitivity bench platform model report"
        " steps contracts lint types flaky ledger setup clean"
    )
    assert listed == {*habits.split(), "setup", "clean"}
