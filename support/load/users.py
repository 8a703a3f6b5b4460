"""The file that Locust runs: people who come when they are due, and do what their scenario says."""

from __future__ import annotations

import json
import os
import random
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gevent
import psutil
from locust import User, events, task

from support.drivers.session import HttpxSession
from support.journal import Journal
from support.load.notes import ANSWER, VISIT, Notes
from support.load.plan import OWNERS, SEEN, TOLD, VISITORS, Plan
from support.load.playing import Guest, Host, Player, Stage
from support.load.timed import Timed, Watch

if TYPE_CHECKING:
    from locust.env import Environment

_PLAN = Plan.read(Path(os.environ[TOLD]).read_text("utf-8"))
_BEGAN = time.monotonic()
_NUMBERS = count()
notes = Notes()
_stage = None if _PLAN.null else Stage(_PLAN)


def _note(kind: str, name: str, milliseconds: float, failed: str, due: float) -> None:
    """Tell Locust, whose own figures may be looked at meanwhile, and write it down."""
    error = RuntimeError(failed) if failed else None
    events.request.fire(
        request_type=kind, name=name, response_time=milliseconds, response_length=0, exception=error
    )
    notes.note(kind, name, milliseconds, failed, due - _BEGAN)


class Person(User):
    """Somebody who comes again and again; when is drawn by lot, and waits for nobody's answer."""

    abstract = True
    who = ""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.lot = random.Random(f"{_PLAN.seed} {os.getpid()} {next(_NUMBERS)}")  # noqa: S311 - drawn again
        self.watch, self.due = Watch(), 0.0

    def on_start(self) -> None:
        """Be there, with what the scenarios take as given, and begin at some moment of the first pause."""
        came = time.monotonic()
        try:
            self.player = self.made()
        except Exception as error:  # Locust lets whoever cannot begin go, and counts them nowhere
            failed = f"{type(error).__name__}: {error}"
            _note(VISIT, "being there", (time.monotonic() - came) * 1000, failed, came)
            raise
        begins = self.lot.uniform(0, _PLAN.size.every)
        self.due = time.monotonic() + begins
        gevent.sleep(begins)  # nobody comes at the same moment as all others

    def on_stop(self) -> None:
        """Leave, and put back what was brought about."""
        self.player.leave()

    def made(self) -> Player:
        """Return what does the scenarios of such a person."""
        assert _stage is not None  # noqa: S101 - only people of the null server have none
        made = Host if self.who == OWNERS else Guest
        return made(_stage, self.who, self.watch, lambda *seen: _note(ANSWER, *seen))

    def wait_time(self) -> float:
        """Return how long it is until the next visit is due; it is due whatever becomes of this one."""
        self.due += self.lot.expovariate(1 / _PLAN.size.every)
        return max(0.0, self.due - time.monotonic())

    @task
    def visit(self) -> None:
        """Do one scenario, and note whether it went as told."""
        gevent.sleep(0)  # who was told to leave in the moment of coming leaves here, before anything is asked
        self.watch.visit(self.due)
        name, failed = self.player.play(self.lot)
        _note(VISIT, name, (time.monotonic() - self.due) * 1000, failed, self.due)


class _Null(Player):
    """Asks a server that does nothing."""

    def __init__(self, watch: Watch) -> None:
        self._session = Timed(HttpxSession(Journal()), watch, lambda *seen: _note(ANSWER, *seen))

    def play(self, lot: random.Random) -> tuple[str, str]:
        """Ask once."""
        del lot
        self._session.send("GET", _PLAN.null)
        return "the server that does nothing", ""

    def leave(self) -> None:
        """End the conversation."""
        self._session.close()


class Visitor(Person):
    """A visitor of live sites, or of the server that does nothing."""

    who = VISITORS
    weight = 1

    def made(self) -> Player:
        """Return what does the scenarios of a visitor."""
        return _Null(self.watch) if _PLAN.null else super().made()


class Owner(Person):
    """An owner of a site of her own."""

    who = OWNERS
    fixed_count = _PLAN.size.owners


if not Owner.fixed_count:
    del Owner  # Locust would take none to mean that their number is left to it


@events.init.add_listener  # type: ignore[untyped-decorator]  # Locust's events have no types
def _begin(environment: Environment, **_: Any) -> None:
    process = psutil.Process()  # this one: whoever read this file may have been forked since
    begun, at_first = time.monotonic(), sum(process.cpu_times()[:2])

    def busy() -> float:
        """Return how much of a core this process took, on average since it began."""
        return (sum(process.cpu_times()[:2]) - at_first) / (time.monotonic() - begun)

    def to_master(client_id: str, data: dict[str, Any]) -> None:  # noqa: ARG001 - Locust calls it by name
        notes.busy[:] = [busy()]
        data["notes"] = notes.told()

    def from_worker(client_id: str, data: dict[str, Any]) -> None:
        told[client_id] = data["notes"]

    def end(environment: Environment, **_: Any) -> None:
        if getattr(environment.parsed_options, "worker", False):
            return
        notes.busy[:] = [] if told else [busy()]
        for one in told.values():
            notes.add(Notes.read(one))
        Path(os.environ[SEEN]).write_text(json.dumps(notes.told()), "utf-8")

    told: dict[str, Any] = {}
    environment.events.report_to_master.add_listener(to_master)
    environment.events.worker_report.add_listener(from_worker)
    environment.events.quitting.add_listener(end)
