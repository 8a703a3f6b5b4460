"""The figures of the bench: how each is measured, and what it should be at most, or at least."""

from __future__ import annotations

import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from support import pace
from support.case import Channel
from support.journal import Acts
from support.reporting import summary
from support.run import Run
from support.scenario import compiled, run_scenario
from support.settings import RunSettings
from support.target.embedded import Embedded
from support.world import World

JOURNEY = (
    "features/journeys/magic_moment.feature",
    "Maya's first visitor becomes a contact with a welcome mail",
)
REPEATS = 3
EVIDENCE_REPEATS = 5  # a ratio of two times needs more of both


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        most: what was promised, in the same unit, or None.
        unjudged: why it cannot be held to that on this machine; empty when it can.
        least: what was promised where more is better, or None.
        named: some of what was counted, by name.
    """

    name: str
    value: float
    unit: str
    most: float | None = None
    samples: int = 1
    unjudged: str = ""
    least: float | None = None
    named: str = ""

    @property
    def promised(self) -> str:
        """What was promised, in words."""
        if self.least is not None:
            return f"at least {self.least:g} {self.unit}"
        return f"at most {self.most:g} {self.unit}" if self.most is not None else "–"

    @property
    def kept(self) -> bool:
        """Whether it is what it should be; what nobody has measured never is."""
        if not self.samples or not math.isfinite(self.value):
            return False
        if self.unjudged:
            return True
        return (self.most is None or self.value <= self.most) and (
            self.least is None or self.value >= self.least
        )


def _median(measure: Callable[[], float]) -> float:
    return statistics.median(measure() for _ in range(REPEATS))


@contextmanager
def _timed_platform(environment: dict[str, str] | None = None) -> Iterator[tuple[Embedded, float]]:
    began = time.perf_counter()
    platform = Embedded(environment=environment)
    ready = time.perf_counter() - began
    try:
        yield platform, ready
    finally:
        platform.stop()


def _first_start() -> float:
    # A cache folder of its own: the cluster is made anew, as on a machine that has never run the platform.
    cache = tempfile.mkdtemp(prefix="bench-")
    Path(cache).chmod(0o755)
    try:
        with _timed_platform({"XDG_CACHE_HOME": cache}) as (_, ready):
            return ready
    finally:
        shutil.rmtree(cache)


def _start() -> float:
    with _timed_platform() as (_, ready):
        return ready


def _own() -> float:
    platform = Embedded(waiting=True)
    try:
        platform.get_ready()
        began = time.perf_counter()
        platform.start()
        return time.perf_counter() - began
    finally:
        platform.stop()


def starting() -> Iterator[Figure]:
    """Measure how long the platform takes to answer: the first time, from then on, and when one waits."""
    yield Figure("platform ready, the first time", _first_start(), "s", 6.0)
    yield Figure("platform ready, from then on", _median(_start), "s", 3.0)
    yield Figure("a platform of one's own", _median(_own), "s", 1.0)


def _proportional_memory(pid: int) -> float:
    """Return what a process and all below it hold of the memory, in MiB; shared pages are shared out."""
    top = psutil.Process(pid)
    return sum(one.memory_full_info().pss for one in [top, *top.children(recursive=True)]) / 2**20


def idling() -> Iterator[Figure]:
    """Measure what all parts together hold of the memory while nobody asks them; Linux only."""
    if not Path("/proc/self/smaps_rollup").exists():
        return
    with _timed_platform() as (platform, _):
        yield Figure("all parts, idle", _proportional_memory(platform.pid), "MiB PSS", 500.0)


def _journey(run: Run, channel: Channel) -> tuple[float, Acts]:
    script = compiled(*JOURNEY, channel, "chromium" if channel == "browser" else "none")
    world = World(run, script.case)
    began = time.perf_counter()
    run_scenario(script, world)
    return time.perf_counter() - began, world.journal.acts


def journeys() -> Iterator[Figure]:
    """Measure the whole journey in Chromium and by API, and what a person would have taken over it."""
    run = Run.begin(RunSettings())
    try:
        _journey(run, "browser")  # the browser starts, caches fill
        acts = [_journey(run, "browser") for _ in range(REPEATS)]
        machine = statistics.median(took for took, _ in acts)
        yield Figure("the whole journey in Chromium", machine, "s", 20.0)
        yield Figure("the whole journey by API", _median(lambda: _journey(run, "api")[0]), "s", 3.0)
        human = pace.seconds(acts[0][1]) + machine
        yield Figure("the whole journey at human pace", human / 60, "min", 30.0)
    finally:
        run.end()


def evidence() -> Iterator[Figure]:
    """Measure what recording costs a journey that passes: with and without, in turns, on one platform."""
    recording = RunSettings()
    silent = recording.model_copy(update={"evidence": "none"})
    run = Run.begin(recording)

    def took(settings: RunSettings) -> float:
        run.engine("chromium").settings = settings
        return _journey(run, "browser")[0]

    try:
        for settings in (recording, silent):
            took(settings)  # the browser starts, caches fill
        pairs = [(took(recording), took(silent)) for _ in range(EVIDENCE_REPEATS)]
        with_it, without = (statistics.median(times) for times in zip(*pairs, strict=True))
        yield Figure("evidence of a passing journey", with_it / without, "× without", 1.10)
    finally:
        run.end()


def specifications() -> Iterator[Figure]:
    """Measure a run of all specifications on a machine that is set up."""
    began = time.perf_counter()
    done = subprocess.run(
        [str(Path(sys.executable).with_name("magic-moment")), "specs"],
        capture_output=True,
        text=True,
        check=False,
    )
    took = time.perf_counter() - began
    if done.returncode:
        raise RuntimeError(
            f"the specifications were not kept, so their time says nothing: {done.stdout[-300:]}"
        )
    cases = json.loads((RunSettings().reports / summary.FILE).read_text("utf-8"))["planned"]
    yield Figure("make specs, set up before, for each case", took / cases, "s", 2.25, samples=cases)


def circumstances() -> dict[str, object]:
    """Return what else there is to know: cores and load of the machine."""
    return {"cores": os.cpu_count(), "load": [round(one, 2) for one in os.getloadavg()]}
