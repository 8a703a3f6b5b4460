"""`make flaky`: repeats scenarios under load, with one worker and with two, and says what differs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from support.record import reading
from support.record.words import FILE
from support.reporting.words import seconds
from support.runner.account import BROKEN, KEPT, RUN_FAILED

WORKERS = (1, 2)
_SHOWN = ("passed", "failed", "not_run", "interrupted", "stopped")
Tally = dict[str, dict[int, Counter[str]]]


class NoLoad(RuntimeError):
    """What puts the machine under load is not installed; the message says what to type."""


def flaky(times: int, tags: Sequence[str], paths: Sequence[str], *, loaded: bool) -> int:
    """Repeat and tell; 1 when a case did not always pass, 2 when a run itself failed."""
    console = Console(highlight=False, soft_wrap=True)
    found: Tally = defaultdict(lambda: defaultdict(Counter))
    try:
        with _load() if loaded else nullcontext(), tempfile.TemporaryDirectory() as folder:
            began, runs = time.monotonic(), [(w, n) for w in WORKERS for n in range(1, times + 1)]
            for done, (workers, number) in enumerate(runs, start=1):
                with console.status(f"{workers} at once, run {number} of {times} …"):
                    said = _once(found, workers, [*_words(tags, number, folder), *paths], Path(folder))
                left = (time.monotonic() - began) / done * (len(runs) - done)
                console.print(f"{workers} at once, run {number} of {times}: {said}; {seconds(left)} to go")
    except (NoLoad, reading.RecordUnusable) as error:
        console.print(escape(str(error)))
        return RUN_FAILED
    console.print(_table(found, times))
    differing = [case for case, tally in found.items() if _differs(tally)]
    for case in differing:
        console.print(f"[red]~[/] {escape(case)}: {escape(_said(found[case]))}")
    console.print(f"{len(found) - len(differing)} passed, {len(differing)} failed")
    return BROKEN if differing or not found else KEPT


def _words(tags: Sequence[str], seed: int, folder: str) -> list[str]:
    return [*(f"--tags={one}" for one in tags), "-D", f"seed={seed}", "-D", f"reports={folder}"]


def _once(found: Tally, workers: int, words: list[str], folder: Path) -> str:
    """Run once, in a process of its own, and return its last line; RecordUnusable when it told nothing."""
    (folder / FILE).unlink(missing_ok=True)
    command = [sys.executable, "-m", "behave", "--jobs", str(workers), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {KEPT, BROKEN}:
        raise reading.RecordUnusable(f"A run failed itself: {' '.join(done.stdout.split()[-60:])}")
    record = reading.read(folder / FILE)
    for attempt in record.attempts:
        found[attempt.case.id][workers][attempt.ending] += 1
    return done.stdout.rstrip().rpartition("\n")[2]


def _differs(tally: dict[int, Counter[str]]) -> bool:
    return any(ending != "passed" and count for one in tally.values() for ending, count in one.items())


def _said(tally: dict[int, Counter[str]]) -> str:
    """How a case ended: whether it flips, and whether only beside others."""
    alone, beside = (tally[workers]["failed"] for workers in WORKERS)
    good = sum(one["passed"] for one in tally.values())
    if not good:
        return "it never passed, so it does not flip: it fails"
    if beside and not alone:
        return f"it failed {beside} times, and only beside others: it shares something with them"
    return f"it failed {alone} times alone and {beside} times beside others"


def _table(found: Tally, times: int) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(f"of {times} runs each")
    for workers in WORKERS:
        table.add_column(f"{workers} at once", justify="right")
    for case, tally in sorted(found.items()):
        cells = [
            ", ".join(f"{tally[one][ending]} {ending}" for ending in _SHOWN if tally[one][ending])
            for one in WORKERS
        ]
        table.add_row(escape(case), *cells)
    return table


@contextmanager
def _load() -> Iterator[None]:
    """Keep every core busy for as long as this is open."""
    program = shutil.which("stress-ng")
    if program is None:
        raise NoLoad("Putting this machine under load needs stress-ng: install it, or say LOAD=no.")
    cores = str(os.cpu_count() or 1)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([program, "--cpu", cores, "--cpu-load", "50"], **quiet)  # type: ignore[call-overload]  # a dict of options is too much for mypy
    try:
        yield
    finally:
        process.terminate()
        process.wait()
