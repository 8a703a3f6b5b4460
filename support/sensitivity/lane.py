"""A lane: one process with a browser of its own, that starts platforms and tries scenarios on them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import httpx

from support.drivers.session import trust
from support.remote import answer, stand_alone
from support.run import Run
from support.scenario import compiled, run_scenario
from support.settings import RunSettings
from support.suspects import failure_in
from support.target import TargetFailed, connect
from support.world import World

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection

    from support.case import Channel

ENGINE = "chromium"
_PATIENCE = 10.0
# Of waiting limits alone, never of a deadline: what is broken is not waited for as long as what is slow.
_SCALE = 0.5
Ending = Literal["kept", "killed", "broken"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """How one scenario ended on one platform.

    Attributes:
        ending: kept; killed, when an assertion of a Then found it; broken, when anything else went wrong.
        says: the failure in one sentence.
        system: the system that the failure names.
    """

    ending: Ending
    says: str = ""
    system: str = ""


class Lane:
    """What a lane's process does when it is asked to."""

    def __init__(self, channel: Channel | None) -> None:
        self._channel = channel
        self._run: Run | None = None
        self._engines = Run.engines_for(self._settings(()), {ENGINE} if channel != "api" else set())

    @staticmethod
    def _settings(faults: Sequence[str]) -> RunSettings:
        asked = {"target": "embedded", "faults": tuple(faults), "evidence": "none", "timeout_scale": _SCALE}
        return RunSettings.read(asked)

    def begin(self, faults: Sequence[str]) -> str | None:
        """Start a platform with these faults; return why it does not start, if it does not."""
        settings = self._settings(faults)
        if self._engines is not None and (because := self._engines.why_not(ENGINE)):
            return because
        try:
            target = connect(settings, own=True)  # so that a fault is counted on one platform alone
        except TargetFailed as failed:
            return str(failed)
        self._run = Run(settings, target, self._engines)
        return None

    def why_not(self, engine: str) -> str:
        """Return why an engine is not to be had here, in a sentence; empty when it is."""
        if self._engines is None:
            return "this lane acts by API alone"
        return self._engines.why_not(engine)

    def attempt(
        self, path: str, title: str, channel: Channel | None = None, engine: str | None = None
    ) -> Attempt:
        """Run a scenario in a world of its own, on the lane's channel and engine unless others are named."""
        assert self._run is not None  # noqa: S101 - begin comes before
        script = compiled(path, title, channel or self._channel, engine or ENGINE)
        world = World(self._run, script.case)
        try:
            run_scenario(script, world)
        except Exception as error:  # noqa: BLE001 - whatever a broken platform leads to is what is asked for
            failure = failure_in(world, error)
            return Attempt("killed" if failure.judged else "broken", str(failure), failure.system)
        return Attempt("kept")

    def fired(self) -> dict[str, int] | str:
        """Return how often each fault has fired; where the platform cannot be asked, why."""
        assert self._run is not None  # noqa: S101 - begin comes before
        target = self._run.target
        try:
            answer = httpx.get(
                f"{target.addresses['control']}/faults",
                headers={"Authorization": f"Bearer {target.operator_key}"},
                timeout=_PATIENCE,
                trust_env=False,
                verify=trust(),
            ).raise_for_status()
        except httpx.HTTPError as error:
            return f"the platform does not say whether the fault fired: {error}"
        counts: dict[str, int] = answer.json()["fired"]
        return counts

    def end(self) -> None:
        """End the platform."""
        if self._run:
            self._run.target.stop()
            self._run = None

    def close(self) -> None:
        """End the platform and the browser."""
        self.end()
        if self._engines is not None:
            self._engines.stop()


def serve(asked: Connection, channel: Channel | None) -> None:
    """Answer what is asked through a connection, until it ends; then nothing of the lane is left."""
    stand_alone()
    os.environ.pop("MM_FAULTS", None)
    lane = Lane(channel)
    try:
        answer(asked, {name: getattr(lane, name) for name in ("begin", "why_not", "attempt", "fired", "end")})
    finally:
        lane.close()
