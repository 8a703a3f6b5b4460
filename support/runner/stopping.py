"""Makes a run that is ended from outside end like one stopped by hand: accounted for, cleaned up."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interruptions:
    """Ctrl-C and SIGTERM raise KeyboardInterrupt in the main thread, but never in the middle of a line."""

    def __init__(self) -> None:
        self._held = 0
        self._pending = False

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Hear them while this is open; in the main thread alone."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {one: signal.signal(one, self._interrupt) for one in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let one that comes meanwhile wait until what is being told was told."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
        if self._pending and not self._held:
            self._pending = False
            raise KeyboardInterrupt

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        if self._held:
            self._pending = True
        else:
            raise KeyboardInterrupt
