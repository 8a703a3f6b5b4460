"""Processes forked from the supervisor: each with its session, its log, a word when ready, no afterlife."""

from __future__ import annotations

import ctypes
import os
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

_OURS = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGCHLD, signal.SIGHUP})
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Link:
    """What a child holds of its supervisor: an end to say ready on, and one that ends when it does."""

    ready_end: int
    life_end: int

    def ready(self) -> None:
        """Say that this part answers."""
        os.write(self.ready_end, b"1")
        os.close(self.ready_end)

    def when_supervisor_ends(self, act: Callable[[], None]) -> None:
        """Start to watch, in a thread, and act once the supervisor is gone, however it went."""

        def watch() -> None:
            os.read(self.life_end, 1)
            act()

        threading.Thread(target=watch, name="life of the supervisor", daemon=True).start()


def end_own_group() -> None:
    """End this process and all that it started, at once."""
    os.killpg(0, signal.SIGKILL)


def parents_death_sends(number: signal.Signals) -> Callable[[], None]:
    """Return what asks the kernel for a signal when the parent dies; Linux alone can be asked."""
    if sys.platform != "linux":
        return lambda: None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    return lambda: prctl(_PR_SET_PDEATHSIG, int(number)) and None


@dataclass(slots=True)
class Child:
    """A process that was forked.

    Attributes:
        pid: its number, and that of its process group.
        ready_end: where it says that it is ready.
        log: where all that it says is kept.
        status: how it ended: a code, or the negative number of a signal; None until that is seen.
    """

    name: str
    pid: int
    ready_end: int
    log: Path
    status: int | None = field(default=None)

    def answered(self, within: float) -> bool:
        """Wait for the child's word, in seconds; return False when it ended or stayed silent."""
        readable, _, _ = select.select([self.ready_end], [], [], within)
        return bool(readable) and os.read(self.ready_end, 1) == b"1"

    def ended(self) -> bool:
        """Return whether the child has ended; its status is known then."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if pid else None
        return self.status is not None

    def tell(self, number: signal.Signals) -> None:
        """Send a signal to the child, unless it has ended."""
        if not self.ended():
            os.kill(self.pid, number)

    def tell_group(self, number: signal.Signals) -> None:
        """Send a signal to the child and all that it started, as far as they are still there."""
        try:
            os.killpg(self.pid, number)
        except (ProcessLookupError, PermissionError):  # macOS answers so for a group of dead processes
            return

    def how_it_ended(self) -> str:
        """Return in words how it ended, with the last line of its log where it had a chance to write one."""
        if self.status is None:
            return "does not answer"
        if self.status < 0:
            return f"was ended by {signal.Signals(-self.status).name}"
        lines = [line.strip() for line in self.log.read_text(errors="replace").splitlines() if line.strip()]
        last = f"its log ends with “{lines[-1]}”" if lines else "its log is empty"
        return f"ended with exit code {self.status} ({last})"


class Lifeline:
    """The pipe whose far end every child holds, and the descriptors that no child may keep."""

    def __init__(self) -> None:
        """Open the pipe."""
        self._far_end, self._near_end = os.pipe()
        self.private: set[int] = {self._near_end}

    def fork(self, name: str, log: Path, work: Callable[[Link], None], keep: Collection[int] = ()) -> Child:
        """Start a child that does the work and ends; `keep` are the private descriptors that it may have.

        There must be one thread alone: a lock that another one holds would stay locked in the child for good.
        """
        _refuse_threads()
        ready_here, ready_there = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        signal.pthread_sigmask(signal.SIG_BLOCK, _OURS)
        try:
            pid = os.fork()
            if pid == 0:
                _child(Link(ready_there, self._far_end), log, work, {ready_here, *self.private} - set(keep))
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _OURS)
        os.close(ready_there)
        self.private.add(ready_here)
        return Child(name, pid, ready_here, log)

    def forget(self, child: Child) -> None:
        """Close what we hold of a child that has ended."""
        self.private.discard(child.ready_end)
        os.close(child.ready_end)


def _child(link: Link, log: Path, work: Callable[[Link], None], foreign: Collection[int]) -> None:
    """Become the child: never return."""
    code = 1
    try:
        os.setsid()
        # A stopped process cannot see the pipe end: the kernel wakes it, so that it can.
        parents_death_sends(signal.SIGCONT)()
        _own_signals()
        for descriptor in foreign:
            os.close(descriptor)
        _write_to(log)
        work(link)
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException as failed:  # noqa: BLE001 - whatever it was, the log tells it
        traceback.print_exc()
        print(f"{type(failed).__name__}: {str(failed).partition(chr(10))[0]}", file=sys.stderr)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _own_signals() -> None:
    signal.set_wakeup_fd(-1)
    for number in _OURS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _OURS)


def _write_to(log: Path) -> None:
    """Send what the child says to its log and give it nothing to read."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for source, target in ((nothing, 0), (written, 1), (written, 2)):
        os.dup2(source, target)
    os.close(nothing)
    os.close(written)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True)  # type: ignore[union-attr]


def _refuse_threads() -> None:
    threads = [thread.name for thread in threading.enumerate() if thread is not threading.current_thread()]
    if threads:
        message = f"a part cannot be forked while other threads run: {', '.join(threads)}"
        raise RuntimeError(message)
