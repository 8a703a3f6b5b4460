"""What the runner costs, and what is lost when one of its workers is killed."""

from __future__ import annotations

import os
import random
import signal
import statistics
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from support.bench import synthetic
from support.bench.measuring import Figure, children_of
from support.record import reading
from support.record.words import FILE

EMPTY, PAIRS = 500, 5
WAITING_SECONDS, WORKER_PAIRS = 0.3, 3
SPEED_UP = 1.7  # of two workers over one
KILLED_CASES, KILLED_SECONDS, KILLED_RUNS = 60, 0.2, int(os.environ.get("MM_BENCH_KILLS", "10"))


def overhead() -> Iterator[Figure]:
    """Measure what plan, record and account cost each scenario, over behave with allure-behave alone."""
    with synthetic.specifications(EMPTY, 0, "@api") as folder:
        pairs = []
        for _ in range(PAIRS):
            stock = _timed(folder, *synthetic.STOCK)
            pairs.append((_timed(folder), stock))
    each = [(ours - stock) / EMPTY * 1000 for ours, stock in pairs]
    yield Figure("a scenario, over behave with Allure", statistics.median(each), "ms", 2.0, samples=PAIRS)


def workers() -> Iterator[Figure]:
    """Measure what a second worker brings to cases that wait: what the runner itself keeps of it."""
    with synthetic.specifications(KILLED_CASES, WAITING_SECONDS, "@browser") as folder:
        pairs = [tuple(_timed(folder, "--jobs", jobs) for jobs in ("1", "2")) for _ in range(WORKER_PAIRS)]
    one, two = (statistics.median(times) for times in zip(*pairs, strict=True))
    yield Figure("cases that wait, with two workers", two / one, "× one", 1 / SPEED_UP, samples=WORKER_PAIRS)


def losses() -> Iterator[Figure]:
    """Measure runs of which a worker is killed at a random instant, against some of which none is."""
    took: list[float] = []
    whole = 0
    with synthetic.specifications(KILLED_CASES, KILLED_SECONDS, "@browser") as folder:
        undisturbed = statistics.median(_timed(folder, "--jobs", "2") for _ in range(3))
        while len(took) < KILLED_RUNS:
            began = time.perf_counter()
            accounted = _kill_once(folder, undisturbed)
            if accounted is not None:
                took.append(time.perf_counter() - began)
                whole += accounted
    yield Figure("accounts not whole after a kill", KILLED_RUNS - whole, "runs", 0, samples=KILLED_RUNS)
    ratio = statistics.median(took) / undisturbed
    yield Figure("a run of which a worker is killed", ratio, "× undisturbed", 1.25, samples=KILLED_RUNS)


def _kill_once(folder: Path, usual: float) -> bool | None:
    """Run, kill a worker somewhen, and return whether every case has passed and is accounted for.

    None when there was no worker at that instant, so that nobody was killed.
    """
    process = synthetic.start(folder, "--jobs", "2")
    time.sleep(random.uniform(0, usual))  # noqa: S311 - the instant is what is drawn
    workers = [pid for pid in children_of(process.pid) if _is_worker(pid)]
    if workers:
        with suppress(ProcessLookupError):  # it ended by itself meanwhile
            os.kill(random.choice(workers), signal.SIGKILL)  # noqa: S311 - who is killed is drawn as well
    process.communicate()
    if not workers:
        return None
    record = reading.read(folder / "reports" / FILE)
    passed = {one.case.id for one in record.attempts if one.ending == "passed"}
    return process.returncode == 0 and record.success is True and len(passed) == KILLED_CASES


def _is_worker(pid: int) -> bool:
    """Whether a process is one that cases run in, and no helper of the interpreter's."""
    try:
        return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _timed(folder: Path, *words: str) -> float:
    began = time.perf_counter()
    synthetic.run(folder, *words)
    return time.perf_counter() - began
