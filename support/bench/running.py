"""What the runner costs, and what a second worker brings."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from support.bench import synthetic
from support.bench.measuring import Figure

EMPTY, PAIRS = 500, 5
WAITING_SECONDS, WORKER_PAIRS = 0.5, 3
SPEED_UP = 1.7  # of two workers over one
WAITING_CASES = 60


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
    with synthetic.specifications(WAITING_CASES, WAITING_SECONDS, "@browser") as folder:
        pairs = [tuple(_timed(folder, "--jobs", jobs) for jobs in ("1", "2")) for _ in range(WORKER_PAIRS)]
    one, two = (statistics.median(times) for times in zip(*pairs, strict=True))
    yield Figure("cases that wait, with two workers", two / one, "× one", 1 / SPEED_UP, samples=WORKER_PAIRS)


def _timed(folder: Path, *words: str) -> float:
    began = time.perf_counter()
    synthetic.run(folder, *words)
    return time.perf_counter() - began
