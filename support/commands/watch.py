"""Runs specifications again whenever a feature, a step or the platform changes: what an author keeps open."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from support.commands.specs import arguments_for, number_of_jobs, refuse
from support.record import reading
from support.record.words import FILE
from support.runner.account import NOTHING_SELECTED, STOPPED
from support.settings import RunSettings, UnknownSetting

FOLDERS = ("features", "support", "webbuilder")
_PAUSE = 0.5  # seconds between two looks
_SAY_WHAT = "Say what to run, such as features/journeys/publishing.feature."
_RED = frozenset({"failed", "flaky"})

Files = Mapping[Path, tuple[int, int]]


def watch(paths: Sequence[str], tags: Sequence[str], userdata: Mapping[str, object]) -> int:
    """Run, wait for a change, run again, until Ctrl-C; 3 when there is nothing to run."""
    try:
        words = [*paths] if paths or tags else what_failed(RunSettings.read({}).reports / FILE)
    except (reading.RecordUnusable, UnknownSetting) as unusable:
        return refuse(f"{unusable} {_SAY_WHAT}")
    if not words and not tags:
        print(f"Nothing failed last time. {_SAY_WHAT}")
        return NOTHING_SELECTED
    command = [sys.executable, "-m", "behave", *arguments_for(words, [*tags], userdata, number_of_jobs(None))]
    try:
        while True:
            before = files_below(Path())
            _run(command)
            print(f"Waiting for a change below {', '.join(FOLDERS)}. Ctrl-C ends.", flush=True)
            print(*_changed_since(before), sep="\n", flush=True)
    except KeyboardInterrupt:
        print()
        return STOPPED


def what_failed(file: Path) -> list[str]:
    """The words that make behave run what was red in a record; RecordUnusable when there is none.

    Scenarios are named by their titles, since lines move while somebody writes.
    """
    record = reading.read(file)
    red = [record.cases[one["case"]] for one in record.outcomes if one["outcome"] in _RED]
    titles = dict.fromkeys(f"--name=^{re.escape(case.title)}( -- @|$)" for case in red)
    return [*titles, *dict.fromkeys(case.path for case in red)]


def files_below(root: Path) -> Files:
    """When each file was last changed that a run depends on, and its size."""
    files = (file for name in FOLDERS for file in (root / name).rglob("*") if _counts(file))
    found = {}
    for file in files:
        try:
            facts = file.stat()
        except FileNotFoundError:  # it was taken away between two looks, and is missed by the next
            continue
        found[file] = (facts.st_mtime_ns, facts.st_size)
    return found


def changed(before: Files, now: Files) -> list[str]:
    """A line for each file that is new, was changed or is gone, by their names."""
    said = {
        file: "was changed" if file in before else "is new"
        for file, facts in now.items()
        if facts != before.get(file)
    }
    said.update({file: "is gone" for file in before if file not in now})
    return [f"{file.as_posix()} {said[file]}" for file in sorted(said)]


def _counts(file: Path) -> bool:
    """Whether a file is one that people write: none that Python or an editor leaves behind."""
    hidden = any(part.startswith(".") or part == "__pycache__" for part in file.parts)
    return not hidden and not file.name.endswith(("~", ".pyc")) and file.is_file()


def _run(command: Sequence[str]) -> None:
    """Run and wait; at Ctrl-C the run is ended as by one of its own, and cleans up before we go."""
    with subprocess.Popen(command, process_group=0) as running:
        try:
            running.wait()
        except KeyboardInterrupt:
            running.send_signal(signal.SIGINT)
            running.wait()
            raise


def _changed_since(before: Files) -> list[str]:
    while not (found := changed(before, files_below(Path()))):
        time.sleep(_PAUSE)  # files tell nobody of their changes without a library of their own
    return found
