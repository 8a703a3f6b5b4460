"""A process of ours that answers what it is asked: lost alone, ended at a limit, gone with its parent."""

from __future__ import annotations

import multiprocessing
import os
import threading
from multiprocessing import connection, get_context
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Serve = Callable[..., None]

_ENDING = 15.0  # seconds that a process may take to let go of what it holds


class RemoteLost(Exception):
    """The process ended, or was ended at its limit; the message says which.

    Attributes:
        hung: whether it was ended for it did not answer in time.
    """

    def __init__(self, words: str, *, hung: bool = False) -> None:
        super().__init__(words)
        self.hung = hung


class Remote:
    """A process that can be asked; `serve(connection, *words)` is what runs in it."""

    def __init__(self, serve: Serve, *words: object) -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, *words), daemon=False)
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid or 0

    def ask(self, verb: str, *words: object, limit: float | None = None) -> Any:
        """Return what the process answers, within a limit in seconds if one is given.

        Raises:
            RemoteLost: it did not answer in time, or has ended; nothing of it is left.
        """
        hung = False
        try:
            self._connection.send((verb, words))
            if self._connection.poll(limit):
                return self._connection.recv()
            hung, why = True, f"it did not end by itself, and was ended at its limit of {limit:g} s"
        except (EOFError, OSError) as error:
            self._process.join(_ENDING)
            code = self._process.exitcode
            how = f"by signal {-code}" if code and code < 0 else f"with exit code {code}"
            why = f"its process {self.pid} ended {how} ({type(error).__name__})"
        self.kill()
        raise RemoteLost(why, hung=hung)

    def kill(self) -> None:
        """End the process at once; whoever is asking it hears that it is lost."""
        self._process.kill()
        self._process.join(_ENDING)

    def close(self) -> None:
        """Let the process end by itself, and end it when it does not."""
        self._connection.close()
        self._process.join(_ENDING)
        if self._process.is_alive():
            self.kill()


def answer(asked: connection.Connection, verbs: Mapping[str, Callable[..., object]]) -> None:
    """Answer what is asked through a connection, until it ends."""
    while True:
        try:
            verb, words = asked.recv()
        except EOFError:
            return
        asked.send(verbs[verb](*words))


def stand_alone() -> None:
    """Hear no Ctrl-C, which is the parent's to answer, and never outlive the parent."""
    os.setsid()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()


def _leave_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
