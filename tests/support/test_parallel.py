"""Cases run beside each other in workers, and none is lost when a worker is killed."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.record import reading

if TYPE_CHECKING:
    from tests.support.conftest import Specs

SLOW_STEPS = '''
import os
import time
from behave import when

@when("somebody takes {seconds:g} seconds")
def takes(context, seconds):
    """Work for a while."""
    with open("pids.txt", "a") as pids:
        print(os.getpid(), file=pids)
    time.sleep(seconds)  # the work of this sample is to take time
'''


def suite(specs: Specs, count: int, seconds: float, tag: str = "@browser") -> None:
    """Write a suite of browser cases that take a while."""
    specs.write("features/steps/slow_steps.py", SLOW_STEPS)
    specs.feature(
        "Feature: F\n"
        + "".join(
            f"  {tag}\n  Example: Case {number}\n    When somebody takes {seconds} seconds\n"
            for number in range(count)
        )
    )
    specs.lock()


def test_browser_cases_run_in_workers_and_cheap_ones_here(specs: Specs) -> None:
    suite(specs, 4, 0.05)
    specs.feature("Feature: G\n  Example: Cheap\n    Given a site\n", "features/cheap.feature")
    run = specs.behave("--jobs", "2")
    assert run.code == 0, run.output
    assert run.last_line == "5 passed, 0 failed"
    record = reading.read(specs.folder / "reports/run/messages.ndjson")
    workers = {one.worker for one in record.attempts if one.case.channel == "browser"}
    assert len(workers) == 2
    assert not workers & {one.worker for one in record.attempts if one.case.channel != "browser"}


def test_a_killed_worker_costs_a_repetition_of_its_case(specs: Specs) -> None:
    suite(specs, 6, 0.4)
    process = specs.start("--jobs", "2")
    pids = specs.folder / "pids.txt"
    victim = first_pid(pids)
    os.kill(victim, signal.SIGKILL)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0, output
    assert output.rstrip().endswith("6 passed, 0 failed")
    record = reading.read(specs.folder / "reports/run/messages.ndjson")
    interrupted = [one for one in record.attempts if not one.finished]
    assert [f"its process {victim} ended by signal 9" in one.because for one in interrupted] == [True]
    assert len(record.attempts) == 7
    assert (
        sum(
            file.name.endswith("-result.json") for file in (specs.folder / "reports/allure-results").iterdir()
        )
        == 6
    )


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_stopped_run_goes_on_where_it_was(specs: Specs, jobs: str) -> None:
    suite(specs, 6, 0.4)
    process = specs.start("--jobs", jobs)
    first_pid(specs.folder / "pids.txt", count=3)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 130, output
    record = specs.folder / "reports/run/messages.ndjson"
    before = {one.case.id for one in reading.read(record).attempts if one.ending == "passed"}
    assert 0 < len(before) < 6
    run = specs.behave("--jobs", jobs, "-D", "resume=yes")
    assert run.code == 0, run.output
    assert run.last_line == "6 passed, 0 failed"
    whole = reading.read(record)
    assert len(whole.attempts) == len({one.case.id for one in whole.attempts if one.finished}) + sum(
        not one.finished for one in whole.attempts
    )


def test_a_run_that_was_killed_leaves_a_record_and_goes_on(specs: Specs) -> None:
    suite(specs, 6, 0.4)
    process = specs.start("--jobs", "2")
    first_pid(specs.folder / "pids.txt", count=3)
    process.kill()
    process.communicate(timeout=60)
    record = reading.read(specs.folder / "reports/run/messages.ndjson")
    assert (len(record.cases), record.success) == (6, None)
    run = specs.behave("--jobs", "2", "-D", "resume=yes")
    assert (run.code, run.last_line) == (0, "6 passed, 0 failed"), run.output


def test_a_case_whose_worker_is_lost_each_time_fails_in_the_end(specs: Specs) -> None:
    specs.write(
        "features/steps/slow_steps.py", SLOW_STEPS.replace("time.sleep(seconds)", "os.kill(os.getpid(), 9)")
    )
    specs.feature("Feature: F\n  @browser\n  Example: Deadly\n    When somebody takes 1 seconds\n")
    run = specs.behave("--jobs", "2")
    assert (run.code, run.last_line) == (1, "0 passed, 1 failed"), run.output
    assert "was interrupted 3 times: its process" in run.output


def test_a_case_that_hangs_ends_at_its_limit_and_is_named(specs: Specs) -> None:
    suite(specs, 1, 30)
    run = specs.behave("-D", "limit=0.5")
    assert (run.code, run.last_line) == (1, "0 passed, 1 failed"), run.output
    assert "it did not come to its end within 0.5 s, the limit of a case" in run.output


def first_pid(file: Path, count: int = 1) -> int:
    """Return the process of the first step, once as many steps have begun."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if file.exists() and len(found := file.read_text().split()) >= count:
            return int(found[0])
        time.sleep(0.01)  # between two looks; the process says nothing else of where it is
    raise AssertionError("nothing began to run")
