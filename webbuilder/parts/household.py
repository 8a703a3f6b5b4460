"""The parts that run: started, waited for, started again when they die, ended together."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from webbuilder.parts.children import Child, Lifeline, Link, end_own_group
from webbuilder.parts.refusal import CannotStartError

DATABASE, WORKER = "database", "worker"
_READY_LIMIT = 30.0
_END_LIMIT = 3.0
_LIMITS = {DATABASE: 12.0, WORKER: 10.0}  # of those that finish what they have in hand
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0
_HEALTHY_AFTER = 30.0


@dataclass(slots=True)
class Part:
    """A part and its process; one whose process has died waits for `due` to get its next."""

    name: str
    work: Callable[[Link], None]
    keep: Collection[int]
    child: Child
    answers: bool = False
    dead: bool = False
    started: float = 0.0
    deaths: int = 0
    due: float = 0.0


@dataclass(slots=True)
class Household:
    """All parts of one platform.

    Attributes:
        logs: folder of their logs.
        wake: a descriptor that becomes readable whenever a child may have ended.
        lifeline: what ties them to the supervisor.
        changed: called whenever a part has got another process.
    """

    logs: Path
    wake: int
    lifeline: Lifeline
    changed: Callable[[], None] = lambda: None
    parts: dict[str, Part] = field(default_factory=dict)

    def start(self, name: str, work: Callable[[Link], None], keep: Collection[int] = ()) -> None:
        """Fork a part; it need not answer yet. `keep` are the private descriptors that it serves on."""
        child = self._fork(name, work, keep)
        self.parts[name] = Part(name, work, keep, child, started=time.monotonic())

    def await_ready(self, name: str) -> None:
        """Wait until a part answers.

        Raises:
            CannotStartError: it ended, or did not answer within 30 s.
        """
        part = self.parts[name]
        if not part.child.answered(_READY_LIMIT):
            raise self._refusal(part.child)
        part.answers = True

    def run_once(self, name: str, work: Callable[[], None], limit: float) -> None:
        """Do some work in a child that ends with it, within `limit` seconds.

        Raises:
            CannotStartError: it failed, or took longer.
        """

        def do(link: Link) -> None:
            link.when_supervisor_ends(end_own_group)
            work()
            link.ready()

        child = self._fork(name, do, ())
        done = child.answered(limit)
        refusal = None if done else self._refusal(child)
        self._end([child], limit=1.0)
        if refusal:
            raise refusal

    def end(self, name: str) -> None:
        """End one part."""
        part = self.parts.pop(name, None)
        if part and not part.dead:
            self._end([part.child], _LIMITS.get(name, _END_LIMIT))

    def end_all(self) -> None:
        """End every part, each after those that use it: the worker first, and the database last."""
        self.end(WORKER)
        users = [part for name, part in self.parts.items() if name != DATABASE]
        self._end([part.child for part in users if not part.dead], _END_LIMIT)
        self.end(DATABASE)

    def pids(self) -> dict[str, int]:
        """Return the process of each part."""
        return {name: part.child.pid for name, part in self.parts.items()}

    def watch(self, life: int | None) -> None:
        """Keep the parts running until the descriptor `life` ends; without one, for good."""
        while True:
            self._bury()
            self._start_again()
            starting = [part.child.ready_end for part in self._starting()]
            ends = [self.wake, *starting, *([] if life is None else [life])]
            readable, _, _ = select.select(ends, [], [], self._pause())
            if self.wake in readable:
                os.read(self.wake, 4096)
            if life is not None and life in readable and not os.read(life, 4096):
                return
            self._note_answers(readable)

    def _fork(self, name: str, work: Callable[[Link], None], keep: Collection[int]) -> Child:
        return self.lifeline.fork(name, self.logs / f"{name}.log", work, keep)

    def _pause(self) -> float | None:
        """Return the seconds until something is due by itself: a start, or the end of patience with one."""
        due = [part.due for part in self.parts.values() if part.dead]
        due += [part.started + _READY_LIMIT for part in self._starting()]
        return max(0.0, min(due) - time.monotonic()) if due else None

    def _starting(self) -> list[Part]:
        return [part for part in self.parts.values() if not part.dead and not part.answers]

    def _note_answers(self, readable: Collection[int]) -> None:
        for part in self._starting():
            if part.child.ready_end in readable:
                part.answers = part.child.answered(0)

    def _bury(self) -> None:
        """Find the parts that have died or never answered, end what is left of them and say so."""
        now = time.monotonic()
        for part in self.parts.values():
            if part.dead:
                continue
            if not part.answers and now > part.started + _READY_LIMIT:
                part.child.tell_group(signal.SIGKILL)
            if part.child.ended():
                part.child.tell_group(signal.SIGINT if part.name == DATABASE else signal.SIGKILL)
                part.deaths = 1 if now - part.started > _HEALTHY_AFTER else part.deaths + 1
                pause = min(_FIRST_PAUSE * 2 ** (part.deaths - 1), _LONGEST_PAUSE)
                part.dead, part.due = True, now + pause
                self.lifeline.forget(part.child)
                say(f"The {part.name} {part.child.how_it_ended()}; it is started again in {pause:.1f} s.")

    def _start_again(self) -> None:
        again = [part for part in self.parts.values() if part.dead and part.due <= time.monotonic()]
        for part in again:
            part.child = self._fork(part.name, part.work, part.keep)
            part.dead, part.answers, part.started = False, False, time.monotonic()
        if again:
            try:
                self.changed()
            except CannotStartError as refused:
                say(str(refused))  # a part that runs matters more than the file that says so

    def _end(self, children: Collection[Child], limit: float) -> None:
        """Ask them to end, wait, and end by force what is left."""
        for child in children:
            child.tell(signal.SIGTERM)
            child.tell_group(signal.SIGCONT)
        deadline = time.monotonic() + limit
        for child in children:
            self._await_end(child, deadline)
            child.tell_group(signal.SIGKILL)
            self._await_end(child, time.monotonic() + 1)
            self.lifeline.forget(child)

    def _await_end(self, child: Child, deadline: float) -> None:
        while not child.ended() and (left := deadline - time.monotonic()) > 0:
            readable, _, _ = select.select([self.wake], [], [], left)
            if readable:
                os.read(self.wake, 4096)

    def _refusal(self, child: Child) -> CannotStartError:
        self._await_end(child, time.monotonic() + 0.5)
        sentence = (
            f"The platform cannot start, because its part “{child.name}” {child.how_it_ended()}: "
            "start it with --trace to see the whole log."
        )
        return CannotStartError(sentence, child.log.read_text(errors="replace"))


def say(sentence: str) -> None:
    """Tell whoever started the platform."""
    print(sentence, file=sys.stderr, flush=True)
