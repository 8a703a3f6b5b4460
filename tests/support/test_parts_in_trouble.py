"""Parts whose processes end or stand still, with all that they have begun."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping

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


class NobodyLooksAfterIt:
    """Notes which parts ran when nobody was to start one again any more."""

    def __init__(self, processes: Callable[[], Mapping[str, int]]) -> None:
        self._processes = processes
        self.ran: list[bool] = []

    def leave_alone(self) -> None:
        """Note it."""
        self.ran = [psutil.pid_exists(pid) for pid in self._processes().values()]

    def take_the_place_of(self, part: str) -> None:
        """Note it, whichever part it is."""
        assert part
        self.leave_alone()

    def leave(self) -> None:
        """Nothing is to be put back."""


@pytest.mark.parametrize("ask", [RelayOutages.gone, RelayOutages.joined])
def test_what_has_just_ended_is_started_again_before_nobody_does(
    family: tuple[subprocess.Popen[bytes], psutil.Process], ask: Callable[[RelayOutages, str], None]
) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    looks = iter((ended.pid, ended.pid))

    def processes() -> Mapping[str, int]:
        return {"web": family[0].pid, "worker": next(looks, os.getpid())}

    machines = NobodyLooksAfterIt(processes)
    ask(RelayOutages({}, processes, machines=machines), "web")
    assert machines.ran == [True, True]
