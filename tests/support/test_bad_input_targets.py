"""What people get wrong about browsers and targets: exit code 2, one sentence, no stack trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FEATURE = "features/journeys/publishing.feature"
SUMMARY = Path("reports/run/summary.json")


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    """The specifications in a folder of their own, so that the reports of others stay."""
    for name in ("features", "docs", "targets", "contracts", "pyproject.toml"):
        (tmp_path / name).symlink_to(root / name)
    return tmp_path


def told(folder: Path, *words: str, **environment: str) -> str:
    """The sentence with which a run ends before its first case."""
    lines = ran(folder, 2, *words, **environment)
    return next(line for line in lines if line.startswith("The run failed at its beginning: "))


def ran(folder: Path, code: int, *words: str, **environment: str) -> list[str]:
    """What a run says in which nothing ran; `code` is what it ends with."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("MM_")}
    command = str(Path(sys.executable).with_name("magic-moment"))
    done = subprocess.run(
        [command, "specs", *words, FEATURE],
        cwd=folder,
        env={**inherited, "MM_HISTORY": str(folder / "history.sqlite3"), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    output = done.stdout + done.stderr
    assert done.returncode == code, output
    assert "Traceback" not in output
    lines = done.stdout.rstrip().splitlines()
    assert lines[-1] == "0 passed, 0 failed"
    return lines


def test_bad_input_browser_that_dies_at_start(folder: Path) -> None:
    lines = ran(folder, 1, "--channel", "browser", MM_CHROMIUM="/bin/false")
    sentence = next(line for line in lines if "not run, because" in line)
    assert "because The browser /bin/false does not start: " in sentence
    assert (
        "Install it anew (make setup), or name another one in MM_CHROMIUM. (nothing excuses that)" in sentence
    )
    assert (folder / SUMMARY).exists(), "planned cases are accounted for all the same"


def test_bad_input_browser_that_is_not_there(folder: Path) -> None:
    lines = ran(folder, 1, "--channel", "browser", MM_CHROMIUM="/nowhere/chromium")
    says = "not run, because MM_CHROMIUM names /nowhere/chromium, which is no program"
    assert any(says in line for line in lines)


def test_bad_input_unknown_engine(folder: Path) -> None:
    says = "there is no engine 'netscape'; known are chromium, firefox, webkit, chrome, edge, "
    assert any(says in line for line in ran(folder, 2, "--engines", "netscape"))


def test_bad_input_local_target_without_platform(folder: Path) -> None:
    missing = folder / "nothing.json"
    sentence = told(folder, "--target", "local", "--channel", "api", MM_STATE=str(missing))
    assert f"there is no {missing}" in sentence
    assert sentence.endswith("Start one in another terminal: make platform.")
