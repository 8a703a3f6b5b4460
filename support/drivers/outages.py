"""Parts in trouble: what a scenario may ask for, done by the relays that stand before them, or by SIGKILL."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hamcrest import empty

from support.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from support.drivers.relay import Relay


SLOW, _SLOW_S = "is slow", 0.3  # seconds that each piece of what is said takes on its way


class Impostor(Protocol):
    """Somebody who takes the place of a part."""

    @property
    def address(self) -> str:
        """Where it is reached."""

    def behave(self, way: str) -> None:
        """Answer so from now on."""

    def left(self) -> int:
        """Return how many it has lost, or turned away."""


class Machines(Protocol):
    """Who can take the place of a part, on another machine."""

    def take_the_place_of(self, part: str) -> None:
        """Run a part as well, and see to it that it is not started again where it was."""

    def leave_alone(self) -> None:
        """See to it that no part that ends is started again."""

    def leave(self) -> None:
        """Let all be as it was."""


class RelayOutages:
    """Parts in trouble, by the relays before them and the ids of their processes."""

    def __init__(
        self,
        relays: Mapping[str, Relay],
        processes: Callable[[], Mapping[str, int]],
        impostors: Mapping[str, Impostor] | None = None,
        machines: Machines | None = None,
    ) -> None:
        self._relays, self._processes, self._impostors = relays, processes, impostors or {}
        self._machines = machines
        self._led_to: dict[str, str] = {}

    def _before(self, part: str) -> Relay:
        if part not in self._relays:
            message = (
                f"no relay stands before {part}; there is one before {', '.join(self._relays) or 'nothing'}"
            )
            raise LookupError(message)
        return self._relays[part]

    def gone(self, part: str) -> None:
        """Let nobody reach a part; one that nobody asks for anything ends, and is not started again."""
        if part not in self._relays and self._machines is not None:
            self._await_all()
            self._machines.leave_alone()
            self.killed(part)
            return
        self._before(part).cut()

    def killed(self, part: str, *, politely: bool = False) -> None:
        """End a part, without a word and with all it began, or asked to: `web` and `web-2` as well."""
        if politely:
            for pid in self._meant(part):
                os.kill(pid, signal.SIGTERM)
            return
        self._tell(part, signal.SIGKILL)

    def processes(self, part: str) -> frozenset[int]:
        """Return the ids of a part's processes that run; none while it is being started again."""
        known = (pid for name, pid in self._processes().items() if _is_of(name, part))
        return frozenset(pid for pid in known if _runs(pid))

    def stands_still(self, part: str) -> None:
        """Stop each process of a part, and of those that it began; nothing of what they hold is lost."""
        self._tell(part, signal.SIGSTOP)

    def goes_on(self, part: str) -> None:
        """Let the processes of a part go on that stand still."""
        self._tell(part, signal.SIGCONT)

    def _tell(self, part: str, word: signal.Signals) -> None:
        for pid in self._all_of(part):
            with contextlib.suppress(ProcessLookupError):  # it went by itself, or with whoever had begun it
                os.kill(pid, word)

    def _all_of(self, part: str) -> list[int]:
        """Return the processes of a part and all that they began, those first that began others.

        Raises:
            LookupError: no process of it is known here.
        """
        found = self._meant(part)
        for pid in found:
            found += _begun_by(pid)
        return found

    def _meant(self, part: str) -> list[int]:
        there = self._processes()
        meant = [pid for name, pid in there.items() if _is_of(name, part)]
        if not meant:
            message = f"no process of {part} is known; there is one of {', '.join(there) or 'nothing'}"
            raise LookupError(message)
        return meant

    def joined(self, part: str) -> None:
        """Have another machine run a part as well; nobody starts again what ends from now on."""
        if self._machines is None:
            message = f"no other machine can be had here that would run {part}"
            raise LookupError(message)
        self._await_all()
        self._machines.take_the_place_of(part)

    def _await_all(self) -> None:
        """Wait until each part runs: what has just ended is started again for the last time."""
        said = "each part should run before nobody starts one again"
        eventually(lambda: [name for name, pid in self._processes().items() if not _runs(pid)], empty(), said)

    def hangs(self, part: str) -> None:
        """Let a part take questions and never answer."""
        self._before(part).stall()

    def misbehaves(self, part: str, way: str) -> None:
        """Let somebody else answer in the place of a part, in a way that the part never would."""
        relay = self._before(part)
        if way == SLOW:
            relay.delay(_SLOW_S)
            return
        impostor = self._impostors.get(part)
        if impostor is None:
            message = f"nobody here can take the place of {part}"
            raise LookupError(message)
        impostor.behave(way)
        self._led_to.setdefault(part, relay.leads_to)
        relay.lead_to(impostor.address)

    def let_go(self, part: str) -> int:
        """Return how many whoever answers in the place of a part has lost, or turned away."""
        self._before(part)
        return self._impostors[part].left() if part in self._impostors else 0

    def back(self, part: str) -> None:
        """Let a part be as it was."""
        if part not in self._relays and self._machines is not None:
            self._machines.leave()
            return
        relay = self._before(part)
        if part in self._led_to:
            relay.lead_to(self._led_to.pop(part))
        relay.mend()

    def all_back(self) -> None:
        """Let every part be as it was."""
        for part in self._relays:
            self.back(part)
        if self._machines:
            self._machines.leave()


def _is_of(name: str, part: str) -> bool:
    return name == part or name.startswith(f"{part}-")


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)  # tells nothing but whether it is there (kill(2))
    except ProcessLookupError:
        return False
    return True


def _begun_by(pid: int) -> list[int]:
    """Return the processes that one has begun; none where the system does not say (only Linux does)."""
    try:
        return [*map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split())]
    except FileNotFoundError:  # or it is gone by now
        return []
