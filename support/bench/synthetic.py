"""Folders of specifications that are made up, to measure the runner itself and nothing that it runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from support.promises import features_below, lock_text

ROOT = Path(__file__).parents[2]
_STEPS = '''
import time
from behave import when

@when("somebody takes {seconds:g} seconds")
def takes(context, seconds):
    """Work for a while."""
    if seconds:
        with open("pids.txt", "a") as pids:
            print(__import__("os").getpid(), file=pids)
        time.sleep(seconds)  # the work of this sample is to take time
'''
_SETTINGS = """
[tool.behave]
runner = "support.runner.runner:Runner"
format = ["allure"]
outfiles = ["reports/allure-results"]
default_format = "progress-of-cases"
show_skipped = false
show_snippets = false
show_timings = false
summary = false
[tool.behave.formatters]
allure = "support.reporting.allure:AllureFormatter"
progress-of-cases = "support.reporting.progress:ProgressFormatter"
"""
STOCK = (
    *("--runner", "behave.runner:Runner", "--no-summary"),
    *("-f", "allure_behave.formatter:AllureFormatter", "-o", "reports/stock", "-f", "progress"),
)


@contextmanager
def specifications(count: int, seconds: float, tag: str) -> Iterator[Path]:
    """A folder of scenarios of one step, each of which takes some seconds; taken away afterwards."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "features/steps").mkdir(parents=True)
        (folder / "docs").mkdir()
        (folder / "docs/requirements.toml").write_text("", encoding="utf-8")
        for given in ("targets", "contracts"):
            shutil.copytree(ROOT / given, folder / given)
        (folder / "features/steps/slow_steps.py").write_text(_STEPS, encoding="utf-8")
        (folder / "features/environment.py").write_text("", encoding="utf-8")
        (folder / "pyproject.toml").write_text(_SETTINGS, encoding="utf-8")
        lines = [f"@system {tag}\nFeature: Many\n"]
        lines += [
            f"  Example: Number {one}\n    When somebody takes {seconds:g} seconds\n" for one in range(count)
        ]
        (folder / "features/many.feature").write_text("".join(lines), encoding="utf-8")
        with chdir(folder):  # a lock names features from the working folder
            locked = lock_text(features_below(Path("features")))
        (folder / "features/promises.lock").write_text(locked, encoding="utf-8")
        yield folder


def start(folder: Path, *words: str) -> subprocess.Popen[str]:
    """Start behave in such a folder."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("MM_")}
    own = {"PYTHONPATH": str(ROOT), "MM_HISTORY": str(folder / "history.sqlite3")}
    return subprocess.Popen(
        [sys.executable, "-m", "behave", *words],
        cwd=folder,
        env={**inherited, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def run(folder: Path, *words: str) -> None:
    """Run behave in such a folder; RuntimeError when it is not green."""
    process = start(folder, *words)
    said, _ = process.communicate()
    if process.returncode:
        raise RuntimeError(f"a run of empty scenarios was not green: {said[-600:]}")
