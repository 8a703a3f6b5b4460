"""Places of a worker: what it has in hand for each workspace, of which none has more than its share.

When the worker is to end, what is in hand goes on to the end of its step, and begins no other.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from threading import Condition, Event
from typing import TYPE_CHECKING

from webbuilder.events import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

SHARE = 16  # of one workspace: what is slow there, such as its letters, is slow for it alone
PLENTY = 64  # of all; from then on, whoever has something in hand waits, and whoever has nothing does not


class Places:
    """What is in hand. A piece of work is expected once it was started, and held while it is done."""

    def __init__(self, freed: Callable[[], None]) -> None:
        """Call `freed` whenever a workspace may have more in hand than a moment ago."""
        self._freed = freed
        self._lock = Condition()
        self._expected: dict[str, str] = {}
        self._held: Counter[str] = Counter()
        self._moving: set[str] = set()
        self._closed = False

    def expect(self, work_id: str, workspace_id: str) -> None:
        """Count work that was started and has not begun."""
        with self._lock:
            self._expected[work_id] = workspace_id

    def forget(self) -> None:
        """Expect nothing any more: what has not begun by now is done elsewhere, or was done before."""
        with self._lock:
            self._expected.clear()

    @contextmanager
    def held(self, work_id: str, workspace_id: str) -> Iterator[None]:
        """Count work while it is done; work that was taken over too, which nobody expected."""
        with self._lock:
            self._expected.pop(work_id, None)
            self._held[workspace_id] += 1
            self._moving.add(work_id)
        try:
            yield
        finally:
            with self._lock:
                before = self.full()
                self._held[workspace_id] -= 1
                self._stands(work_id)
                waits_no_longer = set(before) - set(self.full())
            if waits_no_longer:
                self._freed()

    @contextmanager
    def step(self, work_id: str) -> Iterator[None]:
        """Take a step of work that is held, or stand still for good before it if the worker ends.

        Work that did not get on stands until it is tried again.
        """
        with self._lock:
            self._moving.add(work_id)
            if ending := self._closed:
                self._stands(work_id)
        if ending:
            Event().wait()
        try:
            yield
        except BaseException:
            with self._lock:
                self._stands(work_id)
            raise

    def close(self, within: float) -> bool:
        """Let no step be begun any more; return whether all that moves stands within so many seconds."""
        with self._lock:
            self._closed = True
            return self._lock.wait_for(lambda: not self._moving, within)

    def _stands(self, work_id: str) -> None:
        self._moving.discard(work_id)
        self._lock.notify_all()

    def in_hand(self) -> Counter[str]:
        """Return how much each workspace has in hand."""
        with self._lock:
            return self._held + Counter(self._expected.values())

    def full(self) -> list[str]:
        """Return the workspaces that are given no more for now."""
        return without_place(self.in_hand())


def without_place(in_hand: Mapping[str, int]) -> list[str]:
    """Return which workspaces wait, of those that have so much in hand."""
    most = SHARE - AT_ONCE + 1 if sum(in_hand.values()) < PLENTY else 1
    return [workspace_id for workspace_id, many in in_hand.items() if many >= most]
