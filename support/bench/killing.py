"""What is lost when a worker or a browser is killed in the middle of a run: a repetition, and no more."""

from __future__ import annotations

import os
import random
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from support.bench import synthetic
from support.bench.measuring import Figure
from support.record import reading
from support.record.words import FILE

CASES, SECONDS, RUNS, MANY_RUNS = 60, 0.2, 10, 100
JOURNEY_RUNS = 5
JOURNEYS = "features/journeys"


Victims = Callable[[int], list[int]]


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs that somebody is killed in.

    Attributes:
        begin: starts one.
        reports: where its record lies.
        victims: who can be killed in it, by its process id.
    """

    what: str
    begin: Callable[[], subprocess.Popen[str]]
    reports: Path
    victims: Victims

    def measure(self, count: int, usual: float) -> Iterator[Figure]:
        """Measure how many accounts are not whole, and the time they take over the usual seconds."""
        took: list[float] = []
        whole = 0
        while len(took) < count:
            began = time.perf_counter()
            accounted = self._kill_once(usual)
            if accounted is not None:
                took.append(time.perf_counter() - began)
                whole += accounted
        yield Figure(f"{self.what}: accounts not whole after a kill", count - whole, "runs", 0, samples=count)
        ratio = statistics.median(took) / usual
        yield Figure(f"{self.what}: a run with a kill", ratio, "× undisturbed", 1.25, samples=count)

    def undisturbed(self) -> float:
        """Return how many seconds one takes; RuntimeError when it is not green."""
        began = time.perf_counter()
        process = self.begin()
        said, _ = process.communicate()
        if process.returncode:
            raise RuntimeError(f"a run that nobody disturbed was not green: {said[-600:]}")
        return time.perf_counter() - began

    def _kill_once(self, usual: float) -> bool | None:
        """Run, kill somebody somewhen, and return whether every case has passed and is accounted for.

        None when there was nobody at that instant, so that nobody was killed.
        """
        process = self.begin()
        time.sleep(random.uniform(0, usual))  # noqa: S311 - the instant is what is drawn
        found = self.victims(process.pid)
        if found:
            with suppress(ProcessLookupError):  # it ended by itself meanwhile
                os.kill(random.choice(found), signal.SIGKILL)  # noqa: S311 - who is killed is drawn as well
        process.communicate()
        if not found:
            return None
        record = reading.read(self.reports / FILE)
        passed = {one.case.id for one in record.attempts if one.ending == "passed"}
        return process.returncode == 0 and record.success is True and passed == set(record.cases)


def workers() -> Iterator[Figure]:
    """Kill a worker in each of ten runs of cases that only take time."""
    yield from _cases_that_wait(RUNS)


def many() -> Iterator[Figure]:
    """Kill a worker in each of a hundred, and a worker or a browser in each of five runs of the journeys."""
    yield from _cases_that_wait(MANY_RUNS)
    yield from _journeys()


def _cases_that_wait(count: int) -> Iterator[Figure]:
    with synthetic.specifications(CASES, SECONDS, "@browser") as folder:
        runs = Runs(
            "cases that wait",
            lambda: synthetic.start(folder, "--jobs", "2"),
            folder / "reports",
            _workers_of,
        )
        yield from runs.measure(count, statistics.median(runs.undisturbed() for _ in range(3)))


def _journeys() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        runs = Runs(
            "the journeys", lambda: _run_journeys(Path(name)), synthetic.ROOT / "reports", _all_victims
        )
        yield from runs.measure(JOURNEY_RUNS, runs.undisturbed())


def _run_journeys(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "behave", "--jobs", "2", JOURNEYS],
        cwd=synthetic.ROOT,
        env={**os.environ, "MM_HISTORY": str(folder / "history.sqlite3")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _workers_of(pid: int) -> list[int]:
    """The processes that cases run in, and no helper of the interpreter's."""
    return [one.pid for one in psutil.Process(pid).children() if "spawn_main" in " ".join(_words(one))]


def _all_victims(pid: int) -> list[int]:
    """The workers and their browsers, but none of the processes that a browser starts for its pages."""
    below = [(one, _words(one)) for one in psutil.Process(pid).children(recursive=True)]
    browsers = [
        one.pid
        for one, words in below
        if words and "chrom" in Path(words[0]).name and not any(word.startswith("--type=") for word in words)
    ]
    return _workers_of(pid) + browsers


def _words(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.Error:  # it ended while we looked
        return []
