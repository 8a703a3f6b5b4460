"""Runs the cases of a plan: here one after the other, in workers at the same time, none dealt out."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from support.record.words import TRIES
from support.remote import RemoteLost
from support.runner.attempt import Attempt, this_worker
from support.runner.stopping import Interruptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from behave.model import Step

    from support.case import Case
    from support.runner.lane import Lane


GRACE = 60.0  # seconds after a case's own limit until its worker is given up


class Slot(Protocol):
    """A place where a case can run beside others."""

    @property
    def worker(self) -> str:
        """`host:pid` of who works there."""

    def run(self, case: Case, number: int) -> Attempt:
        """Run a case; RemoteLost when the worker is."""

    def close(self) -> str:
        """Let go of it; returns what went wrong with that, if anything did."""

    def kill(self) -> None:
        """End it at once."""


class WorkerRefused(Exception):
    """A worker cannot begin; the message says why."""


class Listening(Protocol):
    """Who is told of each attempt; called by one thread at a time."""

    def started(self, case: Case, number: int, worker: str, at: float) -> None:
        """An attempt begins."""

    def stepping(self, case: Case, step: Step) -> None:
        """A step of a case begins; known of cases that run in this process."""

    def ended(self, attempt: Attempt, *, will_be_retried: bool) -> None:
        """An attempt has ended."""


class Execution:
    """The cases of a run, on their way.

    Attributes:
        stopped: whether somebody stopped the run by hand.
        because: why what has not run will not run; empty while everything goes on.
        trouble: what made the run itself fail; empty when nothing did.
    """

    def __init__(
        self,
        listener: Listening,
        *,
        stop_at_failure: bool = False,
        tried: Mapping[str, int] | None = None,
        interruptions: Interruptions | None = None,
    ) -> None:
        """Tell a listener of each attempt.

        Args:
            tried: how many attempts at a case were lost in the run that this one goes on from, by its id.
        """
        self._listener, self._stop_at_failure, self._tried = listener, stop_at_failure, tried or {}
        self._interruptions = interruptions or Interruptions()
        self._lock, self._ending = threading.RLock(), threading.Event()
        self._slots: dict[int, Slot] = {}
        self._working: list[threading.Event] = []
        self.stopped = False
        self.because = self.trouble = ""

    def run_here(self, lane: Lane, cases: Iterable[Case]) -> None:
        """Run cases in this process."""
        for case in cases:
            number = self._tried.get(case.id, 0)
            while not self._ending.is_set():
                self._begin(case, number, this_worker())
                attempt = lane.run(case, number, lambda step, case=case: self._step(case, step))  # type: ignore[misc]  # mypy cannot tell the type of a lambda's default
                if lane.stopped:
                    self.stop()
                if not self._end(attempt):
                    break
                number += 1

    def run_beside(self, make: Callable[[], Slot], cases: Iterable[Case], slots: int) -> None:
        """Run cases in as many slots, each made when there is work for it; returns at once."""
        waiting = deque(cases)
        for _ in range(min(slots, len(waiting))):
            done = threading.Event()
            self._working.append(done)
            threading.Thread(target=self._work, args=(make, waiting, done), daemon=True).start()

    def wait(self) -> None:
        """Wait until the slots have nothing left to do; Ctrl-C is heard meanwhile."""
        # no Thread.join: interrupted by Ctrl-C, it takes a thread that works for one that has ended
        for done in self._working:
            while not done.wait(0.2):
                pass

    def stop(self) -> None:
        """End by hand: begin nothing any more, and end what runs in slots."""
        self.stopped = True
        self._end_all("stopped")

    def fail(self, trouble: str) -> None:
        """End because the run itself has failed."""
        self.trouble = self.trouble or trouble
        self._end_all(trouble)

    def _end_all(self, because: str) -> None:
        self.because = self.because or because
        self._ending.set()
        with self._lock:
            slots = list(self._slots.values())
        for slot in slots:
            slot.kill()

    def _work(self, make: Callable[[], Slot], waiting: deque[Case], done: threading.Event) -> None:
        me = threading.get_ident()
        try:
            while not self._ending.is_set():
                try:
                    case = waiting.popleft()
                except IndexError:
                    return
                self._run_beside(me, make, case)
        except WorkerRefused as refusal:
            self.fail(str(refusal))
        except Exception as error:  # noqa: BLE001 - a thread has nobody else to tell; the run ends with it
            self.fail(f"The run failed while it handed out cases: {type(error).__name__}: {error}")
        finally:
            slot = self._slots.pop(me, None)
            trouble = slot.close() if slot else ""
            if trouble and not self._ending.is_set():
                self.trouble = self.trouble or trouble
            done.set()

    def _run_beside(self, me: int, make: Callable[[], Slot], case: Case) -> None:
        number, again = self._tried.get(case.id, 0), True
        while again and not self._ending.is_set():
            attempt = self._attempt(me, make, case, number)
            if attempt is None:
                return
            again = self._end(attempt)
            number += 1

    def _attempt(self, me: int, make: Callable[[], Slot], case: Case, number: int) -> Attempt | None:
        """Try a case once, in a slot that is made where there is none; None when the run ended meanwhile."""
        started, worker = time.time(), this_worker()
        try:
            if me not in self._slots:
                self._slots[me] = make()
            if self._ending.is_set():
                return None
            worker = self._slots[me].worker
            self._begin(case, number, worker)
            attempt = self._slots[me].run(case, number)
        except RemoteLost as lost:
            if me not in self._slots:  # it was lost while it began
                self._begin(case, number, worker)
            attempt = _lost(case, number, worker, started, lost)
            if self._ending.is_set():  # nobody lost it: it was ended with the run
                attempt = replace(attempt, ending="stopped", because=self.because)
            self._drop(me)
        if not attempt.finished:
            self._drop(me)
        return attempt

    def _drop(self, me: int) -> None:
        slot = self._slots.pop(me, None)
        if slot:
            slot.kill()

    def _begin(self, case: Case, number: int, worker: str) -> None:
        with self._interruptions.held(), self._lock:
            self._listener.started(case, number, worker, time.time())

    def _step(self, case: Case, step: Step) -> None:
        with self._interruptions.held(), self._lock:
            self._listener.stepping(case, step)

    def _end(self, attempt: Attempt) -> bool:
        """Tell how an attempt ended; returns whether the case is to run again."""
        again = attempt.ending == "interrupted" and attempt.number + 1 < TRIES and not self._ending.is_set()
        with self._interruptions.held(), self._lock:
            self._listener.ended(attempt, will_be_retried=again)
        if attempt.ending == "failed" and self._stop_at_failure:
            self._end_all("an earlier case failed and --stop was asked for")
        return again


def _lost(case: Case, number: int, worker: str, started: float, lost: RemoteLost) -> Attempt:
    return Attempt(
        case=case,
        number=number,
        worker=worker,
        started=started,
        duration_s=time.time() - started,
        ending="failed" if lost.hung else "interrupted",
        because=str(lost),
    )
