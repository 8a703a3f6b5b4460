"""Watching: what failed is run, a change is noticed and named, Ctrl-C ends it without a trace."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.commands.watch import changed, files_below, watch, what_failed

if TYPE_CHECKING:
    from tests.support.conftest import Specs

FEATURE = """
    Feature: Publishing a site
      Example: A site (of Maya's) is lost
        Then it should be lost
      Example: A site is seen
        Then it should be seen
      Scenario Outline: Each site is lost
        When Maya publishes the site "<name>"
        Then it should be lost
        Examples:
          | name |
          | a    |
          | b    |
    """


def test_what_changed_is_named(tmp_path: Path) -> None:
    for name in ("features/steps", "support", "features/steps/__pycache__"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "features/a.feature").write_text("Feature: A\n")
    (tmp_path / "support/world.py").write_text("x = 1\n")
    before = files_below(tmp_path)
    assert {file.name for file in before} == {"a.feature", "world.py"}
    (tmp_path / "features/a.feature").unlink()
    (tmp_path / "features/b.feature").write_text("Feature: B\n")
    (tmp_path / "support/world.py").write_text("x = 100\n")
    for left_behind in ("features/.b.feature.swp", "features/b.feature~", "features/steps/__pycache__/a.pyc"):
        (tmp_path / left_behind).write_text("")
    assert [line.removeprefix(f"{tmp_path}/") for line in changed(before, files_below(tmp_path))] == [
        "features/a.feature is gone",
        "features/b.feature is new",
        "support/world.py was changed",
    ]
    assert changed(before, before) == []


def test_a_change_within_the_same_size_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "features/a.feature"
    file.parent.mkdir()
    file.write_text("Feature: A\n")
    before = files_below(tmp_path)
    file.write_text("Feature: B\n")
    os.utime(file, ns=(0, 0))
    assert len(changed(before, files_below(tmp_path))) == 1


def test_what_failed_last_is_run_by_its_titles(specs: Specs) -> None:
    specs.feature(FEATURE)
    assert specs.behave().code == 1
    words = what_failed(specs.folder / "reports/run/messages.ndjson")
    assert words[-1] == "features/sites.feature"
    run = specs.behave(*words)
    assert (run.code, run.last_line, run.summary["planned"]) == (1, "0 passed, 3 failed", 3), run.output


def test_bad_input_nothing_to_watch(
    specs: Specs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(specs.folder)
    assert watch([], [], {}) == 2
    assert "There is no record that can be read" in capsys.readouterr().out
    specs.feature("Feature: F\n  Example: A site is seen\n    Then it should be seen\n")
    assert specs.behave().code == 0
    assert watch([], [], {}) == 3
    assert "Nothing failed last time. Say what to run" in capsys.readouterr().out


def test_a_change_is_run_and_ctrl_c_ends_without_a_trace(specs: Specs, root: Path) -> None:
    feature = "Feature: F\n  Example: A site is seen\n    Then it should be {}\n"
    specs.feature(feature.format("lost"))
    specs.lock()
    watching = _start(specs, root)
    assert watching.stdout
    told: list[str] = []
    alarm = threading.Timer(60, watching.kill)
    alarm.start()
    for line in watching.stdout:
        told.append(line)
        if line.startswith("Waiting for a change") and "0 passed, 1 failed\n" in told[-2:]:
            specs.feature(feature.format("seen"))
        elif line.startswith("Waiting for a change"):
            watching.send_signal(signal.SIGINT)
    alarm.cancel()
    assert watching.wait() == 130, told
    assert "features/sites.feature was changed\n" in told
    assert "1 passed, 0 failed\n" in told
    assert "Traceback" not in "".join(told)


def test_ctrl_c_ends_the_run_that_is_going_too(specs: Specs, root: Path) -> None:
    specs.write(
        "features/steps/long_steps.py",
        """
        import os
        import signal
        from behave import when
        @when("somebody waits")
        def waits(context):
            '''Wait until somebody ends it.'''
            os.write(1, b"waiting\\n")
            signal.pause()
        """,
    )
    specs.feature("Feature: F\n  Example: A\n    When somebody waits\n")
    specs.lock()
    watching = _start(specs, root, MM_EVIDENCE="none")
    assert watching.stdout
    alarm = threading.Timer(60, watching.kill)
    alarm.start()
    told = []
    for line in watching.stdout:
        told.append(line)
        if line == "waiting\n":
            watching.send_signal(signal.SIGINT)
    alarm.cancel()
    assert watching.wait() == 130, told
    assert "0 passed, 0 failed\n" in told
    assert "Traceback" not in "".join(told)


def _start(specs: Specs, root: Path, **environment: str) -> subprocess.Popen[str]:
    paths = os.pathsep.join([str(root), str(specs.folder)])
    history = str(specs.folder / "history.sqlite3")
    return subprocess.Popen(
        [sys.executable, "-m", "support.cli", "watch", "features/sites.feature"],
        cwd=specs.folder,
        env={**os.environ, "PYTHONPATH": paths, "MM_HISTORY": history, "COLUMNS": "200", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # a job in the background of a shell ignores Ctrl-C, and hands that on
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )
