"""The same runner on a Dask cluster of separate processes, its losses never invisible."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from distributed import Client

from support.record import reading
from tests.support.test_parallel import first_pid, suite

if TYPE_CHECKING:
    from tests.support.conftest import Specs


@pytest.fixture
def scheduler(tmp_path: Path, root: Path) -> Iterator[str]:
    """The address of a scheduler with two workers, each a process of its own."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    file = folder / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(tmp_path)])}
    shared = ("--scheduler-file", str(file))
    words = [
        ("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", *shared),
        *[("worker", "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder), *shared)] * 2,
    ]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "dask", *one], env=environment, cwd=folder, stderr=subprocess.DEVNULL
        )
        for one in words
    ]
    try:
        address = _address(file)
        with Client(address) as client:
            client.wait_for_workers(2, timeout=60)
        yield address
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait(30)


def _address(file: Path) -> str:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            return str(json.loads(file.read_text())["address"])
        except (OSError, ValueError):
            time.sleep(0.05)  # the scheduler says by this file alone that it is there
    raise AssertionError("no scheduler came")


def test_cases_run_on_a_cluster_and_a_killed_worker_is_seen(specs: Specs, scheduler: str) -> None:
    suite(specs, 6, 0.5)
    process = specs.start("-D", f"scheduler={scheduler}")
    victim = first_pid(specs.folder / "pids.txt")
    os.kill(victim, signal.SIGKILL)
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0, output
    assert output.rstrip().endswith("6 passed, 0 failed")
    record = reading.read(specs.folder / "reports/run/messages.ndjson")
    lost = [one for one in record.attempts if not one.finished]
    assert ["of the cluster was lost" in one.because for one in lost] == [True]
    workers = {one.worker for one in record.attempts if one.finished}
    assert len(workers) >= 2


def test_bad_input_scheduler_that_is_not_there(specs: Specs) -> None:
    suite(specs, 1, 0.1)
    run = specs.behave("-D", "scheduler=tcp://127.0.0.1:9")
    assert run.code == 2, run.output
    assert "No Dask scheduler answers at tcp://127.0.0.1:9" in run.output
    assert run.last_line == "0 passed, 0 failed"
