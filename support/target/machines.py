"""Other machines of a platform of ours: each runs one part by itself, on the same database."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PATIENCE, _ENDING = 60.0, 5.0  # seconds until it must answer, and until it must have ended


class Machine:
    """A part that runs by itself, until it is ended."""

    def __init__(self, part: str, neighbours: Mapping[str, str], faults: str = "") -> None:
        """Start a part that finds its neighbours by these variables, and return once it answers.

        Raises:
            RuntimeError: it does not; the message says what it said.
        """
        self._process = subprocess.Popen(
            (sys.executable, "-m", "webbuilder", "part", part, "--faults", faults),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, **neighbours},
        )
        assert self._process.stdout is not None  # noqa: S101 - it was asked for above
        late = threading.Timer(_PATIENCE, self._process.kill)
        late.start()
        said = self._process.stdout.readline()
        late.cancel()
        if not said.startswith("{"):
            rest, _ = self._process.communicate(timeout=_ENDING)
            message = f"another {part} did not start: {said}{rest}".strip()
            raise RuntimeError(message)
        # what it says from now on is read, and nobody's: it would stop at a pipe that is full
        threading.Thread(target=self._process.stdout.read, daemon=True).start()

    def stop(self) -> None:
        """End it, and wait until it is gone."""
        self._process.terminate()
        try:
            self._process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class Machines:
    """The machines that joined a platform in the course of a scenario."""

    def __init__(
        self, platform: subprocess.Popen[str], neighbours: Callable[[], Mapping[str, str]], faults: str
    ) -> None:
        self._platform, self._neighbours, self._faults = platform, neighbours, faults
        self._joined: list[Machine] = []

    def take_the_place_of(self, part: str) -> None:
        """Have another machine run a part as well, and let nobody start the platform's own again."""
        self._joined.append(Machine(part, self._neighbours(), self._faults))
        self.leave_alone()

    def leave_alone(self) -> None:
        """Have nobody look after the platform's own parts."""
        self._platform.send_signal(signal.SIGSTOP)

    def leave(self) -> None:
        """End the others, and let the platform look after its parts as before."""
        while self._joined:
            self._joined.pop().stop()
        self._platform.send_signal(signal.SIGCONT)
