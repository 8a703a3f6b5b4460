"""Runs a program that must not outlive whoever started it; run as a program itself, it is the keeper.

A killed worker ends nothing by itself. The program has a process group of its own, which is killed when the
standard input of the keeper ends, whatever the reason, or when the program does.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PR_SET_CHILD_SUBREAPER = 36  # prctl(2)


def start(command: Sequence[str], environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start a program with a keeper; it ends when the input of what is returned is closed."""
    return subprocess.Popen(
        [sys.executable, "-I", __file__, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a program and everything that it started."""
    for end in (process.stdin, process.stdout):
        if end:
            end.close()
    process.wait()


def _adopt_orphans() -> None:
    """Let what the program's children leave behind become ours, on Linux, so that nothing stays undead."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def main() -> None:
    """Run the program until it ends or nobody keeps it; then nothing of it is left."""
    _adopt_orphans()
    program = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, start_new_session=True)
    threading.Thread(target=_end_with_input, args=(program.pid,), daemon=True).start()
    program.wait()
    _end_group(program.pid)
    with suppress(ChildProcessError):  # that is how it ends: there are none any more
        while True:
            os.waitpid(-1, 0)


def _end_with_input(group: int) -> None:
    os.read(0, 1)
    _end_group(group)


def _end_group(group: int) -> None:
    with suppress(ProcessLookupError):  # it is gone already
        os.killpg(group, signal.SIGKILL)


if __name__ == "__main__":
    main()
