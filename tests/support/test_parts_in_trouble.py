"""Parts whose processes end or stand still, with all that they have begun."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator

import psutil
import pytest
from hamcrest import equal_to, has_length

from support.drivers.outages import RelayOutages
from support.waiting import eventually


def test_a_part_is_killed_without_a_word() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        RelayOutages({}, lambda: {"web": process.pid}).killed("web")
        assert process.wait() == -signal.SIGKILL


@pytest.fixture
def family() -> Iterator[tuple[subprocess.Popen[bytes], psutil.Process]]:
    """A process of a part, and one that it has begun."""
    with subprocess.Popen(["sh", "-c", "sleep 60 & wait"]) as process:
        parent = psutil.Process(process.pid)
        eventually(parent.children, has_length(1), "what it begins")
        yield process, parent.children()[0]
        process.kill()


def test_a_part_stands_still_with_all_that_it_began(
    family: tuple[subprocess.Popen[bytes], psutil.Process],
) -> None:
    process, begun = family
    outages = RelayOutages({}, lambda: {"database": process.pid})
    outages.stands_still("database")
    for one in (psutil.Process(process.pid), begun):
        eventually(one.status, equal_to("stopped"), "a process that stands still")
    outages.goes_on("database")
    for one in (psutil.Process(process.pid), begun):
        eventually(one.status, equal_to("sleeping"), "a process that goes on")
    outages.killed("database")
    assert process.wait() == -signal.SIGKILL
    eventually(begun.is_running, equal_to(False), "what it had begun")


def test_a_part_whose_process_is_not_known_is_named() -> None:
    with pytest.raises(LookupError, match="no process of mail is known; there is one of web"):
        RelayOutages({}, lambda: {"web": 1}).killed("mail")
