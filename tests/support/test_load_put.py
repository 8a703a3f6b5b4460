"""A load as it is put: by Locust, in processes of its own, on a server that stands still for two seconds."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import replace

import psutil
import pytest

from support.bench.null_server import null_server
from support.load.notes import ANSWER, Notes, percentile
from support.load.plan import Plan, Size
from support.load.putting import _put

STANDS_S = 2.0


def plan(port: int) -> Plan:
    at = f"http://127.0.0.1:{port}/"
    return Plan(Size("tiny", 40, 0, 1, 12), (), 7, (), {}, "embedded", {}, null=at)


def server() -> psutil.Process:
    (one,) = [
        child for child in psutil.Process().children() if "support.bench.null_server" in child.cmdline()
    ]
    return one


def stand_still() -> None:
    """Let the server take questions and do nothing, as a machine that collects its garbage does."""
    pid = server().pid
    os.kill(pid, signal.SIGSTOP)
    later = threading.Timer(STANDS_S, os.kill, [pid, signal.SIGCONT])
    later.start()
    later.join()


@pytest.mark.parametrize("processes", [1, 2])
def test_who_stands_still_for_two_seconds_is_seen_to(processes: int) -> None:
    with null_server(1000) as port:
        notes: Notes = _put(plan(port), processes, stand_still)
    answers = notes.all_of(ANSWER)
    assert answers.many > 200
    assert percentile(answers.times, 0.5) < 200
    assert percentile(answers.times, 0.99) > 1000
    assert len(notes.busy) == processes
    assert sum(seen.many for seen in notes.seconds.values()) == answers.many


def test_nobody_there_is_told_as_failures() -> None:
    notes = _put(replace(plan(9), size=Size("tiny", 5, 0, 1, 6)), 1)
    answers = notes.all_of(ANSWER)
    assert answers.failed.total() == answers.many > 0
    assert set(answers.failed) == {"it was not answered: ConnectError"}
