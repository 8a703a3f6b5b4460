"""Ten browser journeys by this runner and by @playwright/test: one platform, one browser, in turn."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from support.bench.measuring import Figure
from support.bench.running import SPEED_UP, WORKER_PAIRS
from support.setting_up import node
from support.setting_up.browser import find_chromium
from support.target.embedded import Embedded

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests/peers"
PAIRS = 5
_TITLE = re.compile(r"^test\('(.+)', async", re.MULTILINE)


class NotGreen(RuntimeError):
    """A run that should have passed did not, so its time says nothing; the message has its last words."""


def titles() -> list[str]:
    """Return what the peers' journeys are called; each is the title of a scenario as well."""
    return _TITLE.findall((FOLDER / "journeys.spec.mjs").read_text("utf-8"))


def get_ready() -> None:
    """Install the peers' packages where they are missing, or older than what their lock names.

    Raises:
        NoNode: they cannot be had.
        NoBrowser: there is no browser to run them in.
    """
    find_chromium()
    ready, lock = FOLDER / node.READY, FOLDER / node.LOCK
    if not ready.exists() or ready.stat().st_mtime < lock.stat().st_mtime:
        node.install(FOLDER)


def workers() -> Iterator[Figure]:
    """Measure the same journeys by one worker and by two, in turn, platform and browser as above.

    Two cannot be 1.7 times as fast as one where one leaves too little of the processors: then the figure is
    shown and not judged.
    """
    names, pairs, busy = titles(), [], []
    with _platform() as environment:
        for _ in range(WORKER_PAIRS + 1):
            before = _processor_seconds()
            one = _timed(_ours(names), ROOT, len(names), environment)
            busy.append((_processor_seconds() - before) / one)
            pairs.append((one, _timed(_ours(names, 2), ROOT, len(names), environment)))
    one, two = (statistics.median(times) for times in zip(*pairs[1:], strict=True))
    yield Figure(
        "ten journeys with two workers",
        two / one,
        "× one",
        1 / SPEED_UP,
        samples=WORKER_PAIRS,
        unjudged=_no_room(statistics.median(busy[1:]), os.cpu_count() or 1),
    )


def _processor_seconds() -> float:
    """What all processors of the machine have worked until now."""
    times = psutil.cpu_times()
    return float(sum(times) - times.idle - getattr(times, "iowait", 0.0))


def _no_room(busy: float, cores: int) -> str:
    """Say why a second worker cannot bring what it should, if so; `busy` processors are while one works."""
    best = cores / busy
    if best >= SPEED_UP:
        return ""
    return f"with one worker {busy:.2f} of {cores} processors are busy: two are {best:.2f} × as fast at best"


def journeys() -> Iterator[Figure]:
    """Measure the whole command of each, five times in turn, after one of each that fills caches."""
    names = titles()
    with _platform() as environment:
        pairs = [_pair(names, environment, ours_first=bool(number % 2)) for number in range(PAIRS + 1)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs[1:], strict=True))
    yield Figure("ten journeys by behave", ours, "s", samples=PAIRS)
    yield Figure("ten journeys by @playwright/test", theirs, "s", samples=PAIRS)
    yield Figure("ten journeys, over @playwright/test", ours / theirs, "×", 1.2, samples=PAIRS)


@contextmanager
def _platform() -> Iterator[dict[str, str]]:
    """A platform that both find by its state file; yields the environment that leads them there."""
    platform = Embedded()
    try:
        with TemporaryDirectory() as name:
            state = Path(name) / "state.json"
            state.write_text(json.dumps({**platform.facts, "operator_key": platform.operator_key}), "utf-8")
            inherited = {key: value for key, value in os.environ.items() if not key.startswith("MM_")}
            path = os.pathsep.join([str(node.find_npm().parent), os.environ.get("PATH", "")])
            own = {
                "MM_STATE": str(state),
                "MM_CHROMIUM": str(find_chromium()),
                "MM_HISTORY": str(Path(name) / "history.sqlite3"),
            }
            yield {**inherited, **own, "PATH": path}
    finally:
        platform.stop()


def _pair(names: list[str], environment: dict[str, str], *, ours_first: bool) -> tuple[float, float]:
    """Return how many seconds ours took, and theirs."""
    runs = [(_ours(names), ROOT), ([str(FOLDER / "node_modules/.bin/playwright"), "test"], FOLDER)]
    took = [_timed(*run, len(names), environment) for run in (runs if ours_first else runs[::-1])]
    ours, theirs = took if ours_first else took[::-1]
    return ours, theirs


def _ours(names: list[str], jobs: int = 1) -> list[str]:
    chosen = [word for name in names for word in ("-n", f"^{re.escape(name)}$")]
    settings = ["-D", "target=local", "-D", "evidence=none"]
    return [sys.executable, "-m", "behave", "--jobs", str(jobs), *settings, *chosen]


def _timed(command: list[str], folder: Path, count: int, environment: dict[str, str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    took = time.perf_counter() - began
    if done.returncode or not re.search(rf"\b{count} passed\b", done.stdout):
        raise NotGreen(
            f"{count} journeys should have passed, so their time says nothing: {done.stdout[-600:]}"
            f" {done.stderr[-300:]}"
        )
    return took
