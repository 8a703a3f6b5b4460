"""Starts the parts in order, says where they answer, keeps them running and leaves nothing behind."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import socket
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from types import FrameType

from webbuilder import faults
from webbuilder.parts import addresses, folder
from webbuilder.parts.children import Lifeline, Link, end_own_group
from webbuilder.parts.household import Household
from webbuilder.parts.own_database import OwnDatabase, migrate
from webbuilder.parts.refusal import CannotStartError
from webbuilder.parts.state import State
from webbuilder.screens import vendors
from webbuilder.settings import Settings

Serve = Callable[[Settings, Mapping[str, socket.socket], Callable[[], None]], None]

# In the order of their start. A part whose sockets were not taken is not ours: another address was given.
PARTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "mailroom": ("webbuilder.parts.mailroom", ("smtp", "mailbox")),
    "copywriter": ("webbuilder.parts.copywriter", ("ai",)),
    "names": ("webbuilder.parts.names", ("names", "questions")),
    "worker": ("webbuilder.jobs.worker", ()),
    "web": ("webbuilder.app", ("app", "sites")),
}


class StoppedError(Exception):
    """Somebody asked the platform to end; `code` is the exit code that says so."""

    def __init__(self, code: int) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class Supervisor:
    """One platform, from its first check to its end."""

    settings: Settings
    chosen: tuple[faults.Entry, ...]
    household: Household
    sockets: dict[str, socket.socket] = field(default_factory=dict)

    def run(self) -> None:
        """Start everything, say so, and keep it running until the owner's input ends or a signal comes."""
        self.settings, self.sockets = addresses.take(self.settings)
        self.household.lifeline.private |= {listener.fileno() for listener in self.sockets.values()}
        self._start()
        state = State(self.settings)
        try:
            self._announce(state)
            self.household.watch(0 if self.settings.owned else None)
        finally:
            state.remove()

    def _start(self) -> None:
        from webbuilder import database  # noqa: PLC0415 - slow to import, and refusals come first

        own = (
            None if self.settings.database_url else OwnDatabase.choose(self.settings, database.fingerprint())
        )
        if own:
            own.start(self.household)
        gc.disable()  # imports make much that stays: looking for rubbish meanwhile costs a sixth of the time
        parts = self._imported()
        self._switch_on_faults()
        gc.freeze()  # all parts share what was imported, as long as no collection touches it
        gc.enable()
        if own:
            own.finish(self.household, database.migrate, self.settings.where.database)
        else:
            migrate(self.household, database.migrate, self.settings.where.database)
        if self.settings.waiting:
            _await_a_line()
        for name, (serve, sockets) in parts.items():
            keep = [listener.fileno() for listener in sockets.values()]
            self.household.start(name, self._work(serve, sockets), keep)
        for name in parts:
            self.household.await_ready(name)

    def _switch_on_faults(self) -> None:
        counts = faults.Counts([each.id for each in self.chosen])
        self.settings = replace(self.settings, fired=counts)
        faults.switch_on(self.chosen, counts)

    def _imported(self) -> dict[str, tuple[Serve, dict[str, socket.socket]]]:
        """Import every part once, before any is forked; several web processes share one pair of sockets."""
        parts: dict[str, tuple[Serve, dict[str, socket.socket]]] = {}
        for name, (module, wanted) in PARTS.items():
            sockets = {each: self.sockets[each] for each in wanted if each in self.sockets}
            if len(sockets) < len(wanted):
                continue
            serve: Serve = importlib.import_module(module).serve
            copies = self.settings.web_workers if name == "web" else 1
            parts |= {name if n == 1 else f"{name}-{n}": (serve, sockets) for n in range(1, copies + 1)}
        return parts

    def _work(self, serve: Serve, sockets: Mapping[str, socket.socket]) -> Callable[[Link], None]:
        def work(link: Link) -> None:
            link.when_supervisor_ends(end_own_group)
            serve(self.settings, sockets, link.ready)

        return work

    def _announce(self, state: State) -> None:
        def write() -> None:
            state.write(self.household.pids())

        write()
        self.household.changed = write
        print(state.line(self.household.pids()), flush=True)


def run(settings: Settings) -> int:
    """Run a platform until somebody ends it; return the exit code (0, or 130 after Ctrl-C).

    Raises:
        CannotStartError: something is missing, taken or broken; nothing is left running.
    """
    chosen = chosen_faults(settings.faults)
    _see_vendors()
    held = folder.hold(settings.data)
    lifeline = Lifeline()
    household = Household(settings.data / "logs", _wake(), lifeline)
    lifeline.private |= {held, household.wake}
    try:
        _hear({signal.SIGINT: 130, signal.SIGTERM: 0, signal.SIGHUP: 0})
        Supervisor(settings, chosen, household).run()
    except StoppedError as stopped:
        return stopped.code
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        household.end_all()
    return 0


def _await_a_line() -> None:
    """Say that all is done that comes before the parts, and return at a line on standard input."""
    print('{"waiting": true}', flush=True)
    if not os.read(0, 4096):
        raise StoppedError(0)  # whoever might have asked is gone


def _see_vendors() -> None:
    lacking = vendors.missing()
    if lacking:
        raise CannotStartError(
            f"The node packages that the builder serves to browsers are missing ({', '.join(lacking)})."
            " Bring them with: make setup (or npm ci in the project's folder)."
        )


def chosen_faults(ids: Collection[str]) -> tuple[faults.Entry, ...]:
    """Return the faults of these ids.

    Raises:
        CannotStartError: there is none of such an id.
    """
    try:
        return faults.named(ids)
    except faults.UnknownFaultError as unknown:
        raise CannotStartError(str(unknown)) from unknown


def _hear(codes: Mapping[signal.Signals, int]) -> None:
    """Make each signal end the platform with its exit code, wherever it is."""

    def stop(number: int, _frame: FrameType | None) -> None:
        raise StoppedError(codes[signal.Signals(number)])

    for number in codes:
        signal.signal(number, stop)


def _wake() -> int:
    """Return a descriptor that becomes readable whenever a signal came, the end of a child included."""
    here, there = os.pipe()
    os.set_blocking(there, False)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    signal.set_wakeup_fd(there, warn_on_full_buffer=False)
    return here
