"""Platforms for tests of the process floor: the real one, and one whose parts do nothing but answer."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import psutil
import pytest

UP = (sys.executable, "-m", "webbuilder", "up")
# The same floor with parts that do nothing but answer: it starts without the platform's imports.
HOLLOW = """
import signal, sys, types
def hollow(name, **contents):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(contents)
def serve(settings, sockets, ready):
    ready()
    signal.pause()
def broken(settings, sockets, ready):
    raise LookupError("the oven is cold")
hollow("webbuilder.database", fingerprint=lambda: "hollow", migrate=lambda url: None)
for part in ("webbuilder.parts.mailroom", "webbuilder.parts.copywriter", "webbuilder.app"):
    hollow(part, serve=serve)
hollow("webbuilder.jobs.worker", serve=broken if sys.argv[1] == "broken" else serve)
del sys.argv[1]
import webbuilder
webbuilder.database = sys.modules["webbuilder.database"]
from webbuilder.__main__ import app
app()
"""


Found = TypeVar("Found")


def wait_for(what: str, look: Callable[[], Found | None], within: float = 15) -> Found:
    """Return what `look` finds, as soon as it finds something."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.01)  # polled: neither a process of others nor a file tells us when it changes
    pytest.fail(f"waited {within} s for {what}")


@dataclass
class Platform:
    """A platform that runs, and the line that it printed."""

    process: subprocess.Popen[str]
    line: dict[str, Any]
    data: Path

    @property
    def state(self) -> dict[str, Any]:
        """What its state file says now."""
        return dict(json.loads((self.data / "state.json").read_text()))

    def pid(self, part: str) -> int:
        """Return the process of a part now."""
        return int(self.state["parts"][part]["pid"])

    def everybody(self) -> list[psutil.Process]:
        """Return the supervisor and all that descends from it."""
        supervisor = psutil.Process(self.process.pid)
        return [supervisor, *supervisor.children(recursive=True)]

    def next_process(self, part: str, old: int) -> int:
        """Wait until a part has another process."""
        return wait_for(f"another process of the {part}", lambda: next(iter({self.pid(part)} - {old}), None))


def start(command: Sequence[str], data: Path, *options: str) -> Platform:
    """Start a platform and wait for its line."""
    log = (data.parent / f"{data.name}.stderr").open("w")
    process = subprocess.Popen(
        [*command, "--data", str(data), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
    )
    assert process.stdout
    line = process.stdout.readline()
    assert line, (data.parent / f"{data.name}.stderr").read_text()
    return Platform(process, json.loads(line), data)


def stop(platform: Platform) -> int:
    """End a platform cleanly and return its exit code."""
    platform.process.terminate()
    return platform.process.wait(20)


def hollow(kind: str = "whole") -> list[str]:
    """Return the command of a platform whose parts do nothing; in a "broken" one the worker cannot start."""
    return [sys.executable, "-c", HOLLOW, kind, "up"]


def are_gone(processes: Sequence[psutil.Process]) -> bool:
    """Return whether none of them runs; a dead one that nobody has asked after counts as gone."""
    return not any(_lives(one) for one in processes)


def _lives(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:  # it went between the two questions
        return False


def said(data: Path) -> str:
    """Return what the platform on a data folder said to whoever started it."""
    return (data.parent / f"{data.name}.stderr").read_text()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder for data which every account may enter, as any that a person makes."""
    yield from enterable()


def enterable() -> Iterator[Path]:
    """Give a folder that all may enter; pytest closes those of its own whenever another run begins."""
    with tempfile.TemporaryDirectory(prefix="mm-platform-") as place:
        Path(place).chmod(0o755)
        yield Path(place) / "data"
