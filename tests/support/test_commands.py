"""What `magic-moment` and `make` say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.catalogue import Sentence, as_markdown
from support.commands.everything import Stage, everything
from support.commands.specs import arguments_for

if TYPE_CHECKING:
    from tests.support.conftest import Specs


def _magic_moment(specs: Specs, root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    loud = "import stub_runner, support.runner, sys; support.runner.Runner = stub_runner.Runner; "
    code = loud + "from support.cli import app; app()"
    paths = os.pathsep.join([str(root), str(specs.folder)])
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=specs.folder,
        env={**os.environ, "PYTHONPATH": paths, "COLUMNS": "200"},
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


def test_specs_passes_options_and_exit_codes_on(specs: Specs, root: Path) -> None:
    specs.feature("@journey\nFeature: A\n  Example: B\n    Given a site\n")
    done = _magic_moment(specs, root, "specs", "--channel", "api")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.rstrip().endswith("1 passed, 0 failed")
    assert _magic_moment(specs, root, "specs", "--tags", "@smoke").returncode == 3
    assert _magic_moment(specs, root, "smoke").returncode == 3
    assert _magic_moment(specs, root, "specs", "--target", "moon").returncode == 2
    broken = _magic_moment(specs, root, "specs", "--tags", "(@smoke")
    assert (broken.returncode, "Traceback" in broken.stderr) == (2, False)


@pytest.mark.parametrize("option", ["--seed", "--jobs"])
def test_an_option_that_does_nothing_is_not_offered(specs: Specs, root: Path, option: str) -> None:
    done = _magic_moment(specs, root, "specs", option, "7")
    assert (done.returncode, "No such option" in done.stderr) == (2, True)
    assert option.strip("-").upper() not in (root / "Makefile").read_text("utf-8")


def test_options_become_behaves_words() -> None:
    userdata: dict[str, object] = {"target": "local", "headed": True, "keep": False, "slow": None}
    words = arguments_for(["features/a.feature"], ["@smoke"], userdata)
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
    habits = "help specs smoke test check sensitivity bench platform report steps lint types setup clean"
    assert listed == set(habits.split())
