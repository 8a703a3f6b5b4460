"""The reference platform as a process of ours: started for a run, ended with it, killed or not."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.drivers.impostor import Impostor
from support.drivers.outages import RelayOutages
from support.drivers.receiver import Receiver
from support.drivers.refusing_mail import RefusingMailServer
from support.drivers.relay import Relay
from support.target.machines import Machines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PATIENCE = 60.0  # seconds until the platform must answer; an empty cache and a busy machine included
_ENDING = 15.0
# Seconds that our copywriter may take; it answers in milliseconds, so it hangs sooner than a provider would.
AI_TIME_LIMIT = "4"
_PROVIDER, _PROVIDER_TIME_LIMIT = "AI_BASE_URL", "20"  # s, what the platform grants by itself
_OURS = {_PROVIDER: ""}  # a provider that a shell happens to name is nobody's here, unless it is asked for
# Seconds that a partner's receiver may take; ours answers in milliseconds, or never.
WEBHOOK_TIME_LIMIT = "2"
_UP = (
    *(sys.executable, "-m", "webbuilder", "up"),
    *("--webhook-time-limit", WEBHOOK_TIME_LIMIT),
)
# The parts that a relay stands before, each as the platform calls its address.
_TOLD_AS = {"copywriter": "ai", "mail server": "smtp", "mailbox": "mailbox"}
_SWITCHES = ("--control", "--movable-clock", "--owned", "--waiting")


class PlatformDidNotStart(Exception):
    """The platform said why it does not start; the message is its sentence."""


def _impostors() -> dict[str, Impostor | RefusingMailServer]:
    """Return who takes the place of a part that is to behave as none should."""
    return {"copywriter": Impostor(), "mail server": RefusingMailServer()}


class Embedded:
    """A platform of our own, with a relay before its copywriter, its mail server, and what shows its mail.

    Attributes:
        receiver: where it may send messages to partners, the only private place.
        operator_key: what its control API takes.
        facts: the line by which it says where it answers; empty while it waits.
    """

    def __init__(
        self,
        faults: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        *,
        waiting: bool = False,
        web_workers: int = 2,
    ) -> None:
        """Start a platform and return once it answers.

        Args:
            web_workers: how many processes answer; with two, whatever one of them keeps to itself shows.
            waiting: return at once, and let it wait, ready but for its parts, until `start` is called.

        Raises:
            PlatformDidNotStart: it did not.
        """
        self.relays = {part: Relay() for part in _TOLD_AS}
        self.receiver = Receiver()
        self.impostors = _impostors()
        self.operator_key = os.urandom(16).hex()
        self.facts: dict[str, Any] = {}
        self._prepared, given = False, environment or {}
        self._folder = tempfile.TemporaryDirectory(prefix="mm-platform-")
        self._state = Path(self._folder.name) / "state.json"  # kept by the platform as its parts come and go
        self._process = subprocess.Popen(
            self._command(faults, web_workers, _PROVIDER_TIME_LIMIT if _PROVIDER in given else AI_TIME_LIMIT),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **_OURS, "MM_OPERATOR_KEY": self.operator_key, **given},
            start_new_session=True,
        )
        self._machines = Machines(self._process, self._neighbours, ",".join(faults))
        self._said: list[str] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        if not waiting:
            self.start()

    def _command(self, faults: Sequence[str], web_workers: int, patience: str) -> list[str]:
        via = (("--via", f"{told}={self.relays[part].address}") for part, told in _TOLD_AS.items())
        return [
            *(*_UP, *_SWITCHES, *chain.from_iterable(via), "--allow-outbound", self.receiver.place),
            *("--ai-time-limit", patience),
            *("--faults", ",".join(faults), "--web-workers", str(web_workers)),
            *("--state-file", str(self._state)),
        ]

    def get_ready(self) -> None:
        """Return once all is done that comes before the parts.

        Raises:
            PlatformDidNotStart: it could not be done; nothing of it is left.
        """
        self._prepared = self._prepared or bool(self._line())

    def start(self) -> None:
        """Let a platform that waits start, and return once it answers.

        Raises:
            PlatformDidNotStart: it did not; nothing of it is left.
        """
        assert self._process.stdin is not None  # noqa: S101 - it was asked for above
        with contextlib.suppress(BrokenPipeError):  # it has ended and said why, which is told below
            os.write(self._process.stdin.fileno(), b"\n")
        try:
            self.get_ready()
            self.facts = json.loads(self._line())
        except BaseException:  # Ctrl-C and the limit of a case too: nobody else could end it any more
            self.stop()
            raise
        for part, told in _TOLD_AS.items():
            self.relays[part].lead_to(self.facts[told])

    def _listen(self) -> None:
        assert self._process.stderr is not None  # noqa: S101 - it was asked for above
        for line in self._process.stderr:
            self._said.append(line.rstrip())

    def _line(self) -> str:
        assert self._process.stdout is not None  # noqa: S101 - it was asked for above
        late = threading.Timer(PATIENCE, self._process.kill)
        late.start()
        try:
            line = self._process.stdout.readline()
        finally:
            late.cancel()
        if not line:
            self.stop()
            reason = " ".join(self._said[-3:]) or f"it gave no sign within {PATIENCE:g} seconds"
            message = f"The platform did not start: {reason}"
            raise PlatformDidNotStart(message)
        return line

    def outages(self) -> RelayOutages:
        """What breaks the parts of this platform and mends them."""
        return RelayOutages(self.relays, self.pids, self.impostors, self._machines)

    def _neighbours(self) -> Mapping[str, str]:
        """Return where a part that runs by itself finds this platform, by the variables that it reads."""
        facts, mail = self.facts, self.relays["mail server"].address.replace("http", "smtp", 1)
        return {
            "DATABASE_URL": facts["database"],
            "SMTP_URL": mail,
            "MAILBOX_URL": facts["mailbox"],
            "AI_BASE_URL": facts["ai"],
            "APP_URL": facts["app"],
            "SITES_URL": facts["sites"],
            "NAMESERVER": facts["nameserver"],
        }

    def pids(self) -> Mapping[str, int]:
        """Return the process id of each part as it is by now: what was killed is started anew."""
        parts: Mapping[str, Any] = json.loads(self._state.read_text("utf-8"))["parts"]
        return {name: part["pid"] for name, part in parts.items()}

    @property
    def pid(self) -> int:
        """The process id of the platform's supervisor."""
        return self._process.pid

    def stop(self) -> None:
        """End the platform and wait until it is gone."""
        assert self._process.stdin is not None  # noqa: S101 - it was asked for above
        self._machines.leave()
        self._process.stdin.close()
        try:
            self._process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join(_ENDING)
        for relay in self.relays.values():
            relay.close()
        for ended in (self.receiver, *self.impostors.values()):
            ended.close()
        self._folder.cleanup()
