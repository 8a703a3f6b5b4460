"""What the runner costs, what workers bring, and what is lost when one of them is killed."""

from __future__ import annotations

import os
import random
import signal
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from support.bench import synthetic
from support.bench.measuring import Figure
from support.record import reading
from support.record.words import FILE

EMPTY, PAIRS = 500, 5
KILLED_CASES, KILLED_SECONDS, KILLED_RUNS = 60, 0.2, int(os.environ.get("MM_BENCH_KILLS", "10"))
_PATIENCE = 30.0


def overhead() -> Iterator[Figure]:
    """Measure what plan, record and account cost each scenario, over behave with allure-behave alone."""
    with synthetic.specifications(EMPTY, 0, "@api") as folder:
        pairs = []
        for _ in range(PAIRS):
            stock = _timed(folder, *synthetic.STOCK)
            pairs.append((_timed(folder), stock))
    each = [(ours - stock) / EMPTY * 1000 for ours, stock in pairs]
    yield Figure("a scenario, over behave with Allure", statistics.median(each), "ms", 2.0, samples=PAIRS)


def losses() -> Iterator[Figure]:
    """Measure runs of which a worker is killed at a random instant, against one of which none is."""
    took, whole = [], 0
    with synthetic.specifications(KILLED_CASES, KILLED_SECONDS, "@browser") as folder:
        undisturbed = statistics.median(_timed(folder, "--jobs", "2") for _ in range(3))
        for _ in range(KILLED_RUNS):
            began = time.perf_counter()
            whole += _kill_once(folder, undisturbed)
            took.append(time.perf_counter() - began)
    yield Figure("accounts not whole after a kill", KILLED_RUNS - whole, "runs", 0, samples=KILLED_RUNS)
    ratio = statistics.median(took) / undisturbed
    yield Figure("a run of which a worker is killed", ratio, "× undisturbed", 1.25, samples=KILLED_RUNS)


def _kill_once(folder: Path, usual: float) -> bool:
    """Run, kill a worker somewhen, and return whether every case has passed and is accounted for."""
    pids = folder / "pids.txt"
    pids.unlink(missing_ok=True)
    process = synthetic.start(folder, "--jobs", "2")
    _wait_for(pids)
    time.sleep(random.uniform(0, usual * 0.6))  # noqa: S311 - the instant is what is drawn
    os.kill(random.choice(_last_two(pids)), signal.SIGKILL)  # noqa: S311 - who is killed is drawn as well
    process.communicate()
    record = reading.read(folder / "reports" / FILE)
    passed = {one.case.id for one in record.attempts if one.ending == "passed"}
    return process.returncode == 0 and record.success is True and len(passed) == KILLED_CASES


def _wait_for(pids: Path) -> None:
    """Wait until two workers have begun to work."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if pids.exists() and len(_last_two(pids)) == 2:  # noqa: PLR2004 - two workers
            return
        time.sleep(0.01)  # between two looks; a worker says by this file alone that it works
    raise RuntimeError("two workers were started, and did not begin to work")


def _last_two(pids: Path) -> list[int]:
    """The workers that began a step last."""
    return list(dict.fromkeys(int(one) for one in reversed(pids.read_text().split())))[:2]


def _timed(folder: Path, *words: str) -> float:
    began = time.perf_counter()
    synthetic.run(folder, *words)
    return time.perf_counter() - began
