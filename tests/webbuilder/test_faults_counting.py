"""How often a fault fired is counted across processes, and a crash point kills once."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from types import ModuleType

import pytest

from webbuilder.faults.counting import Counts
from webbuilder.faults.functions import Function, Original

TIMES = 500


def in_child(act: Callable[[], None]) -> int:
    """Act in a forked process; return how it ended."""
    pid = os.fork()
    if pid == 0:
        act()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of one function."""
    module = ModuleType("a_shop")
    exec("def price(bread, off=0):\n    return 5 - off", vars(module))  # noqa: S102 - a module of the test's own
    monkeypatch.setitem(sys.modules, "a_shop", module)
    return module


def test_firings_in_several_processes_and_threads_are_counted_together() -> None:
    counts = Counts(["a", "b"])

    def fire() -> None:
        for _ in range(TIMES):
            counts.firing("b").count()

    def fire_in_two_threads() -> None:
        threads = [threading.Thread(target=fire) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    child = os.fork()
    fire_in_two_threads()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    assert dict(counts) == {"a": 0, "b": 4 * TIMES}


def test_what_a_killed_process_counted_stays_counted_and_others_go_on() -> None:
    counts = Counts(["a"])

    def fire_and_die() -> None:
        counts.firing("a").count()
        with counts._alone():
            os.kill(os.getpid(), signal.SIGKILL)

    assert in_child(fire_and_die) == -signal.SIGKILL
    counts.firing("a").count()
    assert counts["a"] == 2


def test_a_crash_point_kills_the_first_process_that_passes_it_and_no_other(shop: ModuleType) -> None:
    def dying(original: Original, bread: str, off: int = 0) -> object:
        original.die_once()
        return original(bread, off)

    counts = Counts(["crash_at=a"])
    Function("a_shop:price", dying, counts_itself=True).switch_on(counts.firing("crash_at=a"))
    assert in_child(lambda: shop.price("rye")) == -signal.SIGKILL
    assert in_child(lambda: shop.price("rye")) == 0
    assert shop.price("rye") == 5
    assert counts["crash_at=a"] == 1


def test_each_call_is_a_firing_unless_the_body_counts_itself(shop: ModuleType) -> None:
    def dearer(original: Original, bread: str, off: int = 0) -> object:
        if bread == "rye":
            original.fired()
            return 9
        return original(bread, off)

    counts = Counts(["each call", "rye alone"])
    held = shop.price
    Function("a_shop:price", dearer).switch_on(counts.firing("each call"))
    assert (held("rye"), held("wheat", off=2)) == (9, 3)
    Function("a_shop:price", dearer, counts_itself=True).switch_on(counts.firing("rye alone"))
    assert (shop.price("rye"), shop.price("wheat", 1)) == (9, 4)
    assert counts["rye alone"] == 1
