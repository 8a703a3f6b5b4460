"""Puts a load on a platform: Locust in processes of its own, and what came of it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from support.bench.null_server import null_server
from support.drivers.loopback import free_port
from support.load.notes import ANSWER, Notes, percentile
from support.load.plan import SEEN, TOLD, Plan, Size

_FILE = Path(__file__).with_name("users.py")
_NULL_SECONDS, _PAGE = 5, 20_000  # for so long nothing is asked for; bytes of a page
_RAMP = 5.0  # seconds within which all have come
_LEAVING = 30  # s in which visits that were begun come to their end
_PATIENCE = 60.0  # s beyond that until the process must be over
_SLOWEST_NULL = 500.0  # ms: whoever waits so long for nothing measures themselves
_HERE = "127.0.0.1"  # a master of its own for each load, which nobody else's workers find
_BUSIEST = 0.8  # of a core: a fifth of it must be left


class LoadVoid(Exception):
    """A load says nothing about the platform; the message says why."""


def put(plan: Plan, processes: int = 1) -> tuple[Notes, Notes]:
    """Put a load, after as much of it on a server that does nothing; return what came of each.

    Args:
        processes: how many put it; with more than one, by a master and so many workers.

    Raises:
        LoadVoid: Locust is not here, nothing was asked, or whoever asked was too busy to tell time.
    """
    if find_spec("locust") is None:
        raise LoadVoid("Locust is not installed; type: pip install 'magic-moment[load]', or make setup.")
    with null_server(_PAGE) as port:
        short = replace(plan, size=_as_many(plan.size), null=f"http://127.0.0.1:{port}/")
        nothing = _put(short, processes)
    _refuse_void(nothing, "asking a server that does nothing", processes)
    if failed := nothing.all_of(ANSWER).failed:
        raise LoadVoid(f"The load is void: a server that does nothing failed, {dict(failed)}.")
    slowest = percentile(nothing.all_of(ANSWER).times, 0.95)
    if slowest > _SLOWEST_NULL:
        raise LoadVoid(f"The load is void: a server that does nothing took {slowest:.0f} ms (p95).")
    notes = _put(plan, processes)
    _refuse_void(notes, "the load", processes)
    return nothing, notes


def _as_many(size: Size) -> Size:
    return Size(f"{size.name}, of nothing", size.people, 0, min(size.every, _NULL_SECONDS), _NULL_SECONDS)


def _refuse_void(notes: Notes, what: str, processes: int) -> None:
    if len(notes.busy) != processes:
        raise LoadVoid(
            f"The load is void: {len(notes.busy)} of {processes} processes told what came of {what}."
        )
    if not notes.all_of(ANSWER).many:
        raise LoadVoid(f"The load is void: {what} brought no answer at all.")
    if max(notes.busy) > _BUSIEST:
        took = f"{max(notes.busy):.0%} of a core"
        raise LoadVoid(f"The load is void: {what} took {took}, so that its times are its own.")


def _put(plan: Plan, processes: int, halfway: Callable[[], None] = lambda: None) -> Notes:
    """Put a load; in the middle of it something may happen, and take its time."""
    with tempfile.TemporaryDirectory(prefix="mm-load-") as folder:
        told, seen = Path(folder) / "plan.json", Path(folder) / "notes.json"
        told.write_text(plan.written(), "utf-8")
        given = {TOLD: str(told), SEEN: str(seen)}
        with open(Path(folder) / "said.txt", "w+", encoding="utf-8") as said:  # noqa: PTH123 - a process writes it
            with subprocess.Popen(
                _command(plan.size, processes),
                env=_around(given),
                stdout=said,
                stderr=said,
                start_new_session=True,
            ) as locust:
                _wait(locust, plan.size.seconds, halfway)
            if not seen.exists():
                said.seek(0)
                last = said.read().strip().splitlines()[-1:]
                raise LoadVoid(f"The load is void: Locust ended without a word of it; it said: {last}.")
        return Notes.read(json.loads(seen.read_text("utf-8")))


def _wait(locust: subprocess.Popen[bytes], seconds: int, halfway: Callable[[], None]) -> None:
    try:
        with contextlib.suppress(subprocess.TimeoutExpired):  # it is under way: that is the middle of it
            locust.wait(seconds / 2)
        halfway()
        locust.wait(seconds / 2 + _LEAVING + _PATIENCE)
    except BaseException:  # whatever it was, no load goes on that nobody waits for
        os.killpg(locust.pid, signal.SIGKILL)  # its workers as well
        raise


def _command(size: Size, processes: int) -> list[str]:
    port = free_port()
    asked = ["--headless", "--only-summary", "--loglevel", "WARNING", "--exit-code-on-error", "0"]
    how_many = ["-u", str(size.people), "-r", str(max(1, round(size.people / _RAMP)))]
    how_long = ["-t", f"{size.seconds}s", "--stop-timeout", str(_LEAVING)]
    at = ["--master-bind-host", _HERE, "--master-host", _HERE]
    for side in ("--master-bind-port", "--master-port"):
        at += [side, str(port)]
    at_once = ["--processes", str(processes), *at] if processes > 1 else []
    return [sys.executable, "-m", "locust", "-f", str(_FILE), *asked, *how_many, *how_long, *at_once]


def _around(given: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of Locust: ours, and where it finds what we are."""
    return {**os.environ, **given, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
