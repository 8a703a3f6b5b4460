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
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from support.case import Case
from support.record import reading
from support.record.words import FILE
from support.reporting.words import seconds
from support.runner.account import BROKEN, KEPT, RUN_FAILED

WORKERS = (1, 2)
_SHOWN = ("passed", "failed", "not_run", "interrupted", "stopped")
# Of n cases without a flip, fewer than this / n flip: J. A. Hanley, A. Lippman-Hand, JAMA 249 (1983), 1743.
_RULE_OF = 3.0
Tally = dict[Case, dict[int, Counter[str]]]


class NoLoad(RuntimeError):
    """What puts the machine under load is not installed; the message says what to type."""


@dataclass(frozen=True, slots=True)
class Repeating:
    """What is repeated, how many times with each number of workers, and on which engines."""

    times: int
    tags: Sequence[str] = ()
    paths: Sequence[str] = ()
    engines: str | None = None
    workers: Sequence[int] = WORKERS
    loaded: bool = True

    def command(self, workers: int, seed: int, folder: str) -> list[str]:
        """Return one run's command, with a seed of its own."""
        words = [*(f"--tags={one}" for one in self.tags), "-D", f"seed={seed}", "-D", f"reports={folder}"]
        engines = ["-D", f"engines={self.engines}"] if self.engines else []
        return [sys.executable, "-m", "behave", "--jobs", str(workers), *words, *engines, *self.paths]


def flaky(asked: Repeating) -> int:
    """Repeat and tell; 1 when a case did not always pass, 2 when a run itself failed."""
    console = Console(highlight=False, soft_wrap=True)
    found: Tally = defaultdict(lambda: defaultdict(Counter))
    try:
        with _load() if asked.loaded else nullcontext():
            for line in _repeated(asked, found, console):
                console.print(line)
    except (NoLoad, reading.RecordUnusable) as error:
        console.print(escape(str(error)))
        return RUN_FAILED
    console.print(_table(found, asked))
    differing = [case for case, tally in found.items() if _differs(tally)]
    for case in differing:
        console.print(f"[red]~[/] {escape(case.id)}: {escape(_said(found[case]))}")
    for line in bounds(found):
        console.print(escape(line))
    console.print(f"{len(found) - len(differing)} passed, {len(differing)} failed")
    return BROKEN if differing or not found else KEPT


def _repeated(asked: Repeating, found: Tally, console: Console) -> Iterator[str]:
    """Run again and again; a line for each, with what is left."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        runs = [(workers, number) for workers in asked.workers for number in range(1, asked.times + 1)]
        for done, (workers, number) in enumerate(runs, start=1):
            with console.status(f"{workers} at once, run {number} of {asked.times} …"):
                said = _once(found, workers, asked.command(workers, number, folder), Path(folder))
            left = (time.monotonic() - began) / done * (len(runs) - done)
            yield f"{workers} at once, run {number} of {asked.times}: {said}; {seconds(left)} to go"


def _once(found: Tally, workers: int, command: Sequence[str], folder: Path) -> str:
    """Run once, in a process of its own, and return its last line; RecordUnusable when it told nothing."""
    (folder / FILE).unlink(missing_ok=True)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {KEPT, BROKEN}:
        raise reading.RecordUnusable(f"A run failed itself: {' '.join(done.stdout.split()[-60:])}")
    record = reading.read(folder / FILE)
    if done.returncode == BROKEN and all(one.ending == "passed" for one in record.attempts):
        raise reading.RecordUnusable(f"Something planned was not run: {' '.join(done.stdout.split()[-60:])}")
    for attempt in record.attempts:
        found[attempt.case][workers][attempt.ending] += 1
    return done.stdout.rstrip().rpartition("\n")[2]


def _differs(tally: dict[int, Counter[str]]) -> bool:
    return any(ending != "passed" and count for one in tally.values() for ending, count in one.items())


def _said(tally: dict[int, Counter[str]]) -> str:
    """How a case ended: whether it flips, and whether only beside others."""
    alone = tally[1]["failed"]
    beside = sum(one["failed"] for workers, one in tally.items() if workers > 1)
    good = sum(one["passed"] for one in tally.values())
    if not good:
        return "it never passed, so it does not flip: it fails"
    if beside and not alone:
        return f"it failed {beside} times, and only beside others: it shares something with them"
    return f"it failed {alone} times alone and {beside} times beside others"


def bounds(found: Tally) -> list[str]:
    """How often one could flip still, a sentence for each browser and for the API.

    Of n cases that all passed, at most 3/n flip (95 %, the rule of three). It speaks of the cases together;
    one that ran 20 times could flip every seventh time by itself.
    """
    ran: dict[str, Counter[str]] = defaultdict(Counter)
    for case, tally in found.items():
        for one in tally.values():
            ran[case.engine if case.channel == "browser" else case.channel].update(one)
    told = []
    for who, endings in sorted(ran.items()):
        bad = endings.total() - endings["passed"]
        share = f"fewer than {min(_RULE_OF / endings.total(), 1):.1%} of them flip (3/n, 95 %)"
        told.append(f"{who}: {bad} of {endings.total()} did not pass" + ("" if bad else f"; {share}"))
    return told


def _table(found: Tally, asked: Repeating) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(f"of {asked.times} runs each")
    for workers in asked.workers:
        table.add_column(f"{workers} at once", justify="right")
    for case, tally in sorted(found.items(), key=lambda one: one[0].id):
        cells = [
            ", ".join(f"{tally[one][ending]} {ending}" for ending in _SHOWN if tally[one][ending])
            for one in asked.workers
        ]
        table.add_row(escape(case.id), *cells)
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
