"""The reference platform as a process of ours: started for a run, ended with it, killed or not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

from support.drivers.outages import Relay

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PATIENCE = 60.0  # seconds until the platform must answer; an empty cache and a busy machine included
_ENDING = 15.0
# Seconds that our copywriter may take; it answers in milliseconds, so it hangs sooner than a provider would.
AI_TIME_LIMIT = "4"


class PlatformDidNotStart(Exception):
    """The platform said why it does not start; the message is its sentence."""


class Embedded:
    """A running platform of our own, with a relay before its copywriter."""

    def __init__(self, options: Sequence[str] = (), environment: Mapping[str, str] | None = None) -> None:
        self.relays = {"copywriter": Relay()}
        relay = self.relays["copywriter"]
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "webbuilder",
                "up",
                "--control",
                "--movable-clock",
                "--owned",
                "--via",
                f"ai={relay.address}",
                "--ai-time-limit",
                AI_TIME_LIMIT,
                *options,
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **(environment or {})},
            start_new_session=True,
        )
        self._said: list[str] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.facts: dict[str, Any] = self._ready()
        relay.lead_to(self.facts["ai"])

    def _listen(self) -> None:
        assert self._process.stderr is not None  # noqa: S101 - it was asked for above
        for line in self._process.stderr:
            self._said.append(line.rstrip())

    def _ready(self) -> dict[str, Any]:
        assert self._process.stdout is not None  # noqa: S101 - it was asked for above
        late = threading.Timer(PATIENCE, self._process.kill)
        late.start()
        line = self._process.stdout.readline()
        late.cancel()
        if not line:
            self.stop()
            reason = " ".join(self._said[-3:]) or f"it gave no sign within {PATIENCE:g} seconds"
            message = f"The platform did not start: {reason}"
            raise PlatformDidNotStart(message)
        facts: dict[str, Any] = json.loads(line)
        return facts

    @property
    def pid(self) -> int:
        """The process id of the platform's supervisor."""
        return self._process.pid

    def stop(self) -> None:
        """End the platform and wait until it is gone."""
        assert self._process.stdin is not None  # noqa: S101 - it was asked for above
        self._process.stdin.close()
        try:
            self._process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join(_ENDING)
        for relay in self.relays.values():
            relay.close()
