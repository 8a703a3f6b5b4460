"""People who are at it again and again while a part is in trouble: what was done, and when all was well."""

from __future__ import annotations

import math
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hamcrest import empty

from support.failures import SentenceMissing
from support.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.drivers.ports_around import Outages
    from support.histories.acts import Act
    from support.world import World

_STANDS_S = 3.0  # for so long a part stands still
_PATIENCE_S = 25.0  # after which nobody tries any more
_BREATH_S = 0.05  # between two acts of somebody who is at it
_POLITELY = {"is killed": False, "is asked to end": True}
_ENDS_S = 15.0  # within which a part that is to end must be gone
STANDS_STILL = "stands still"
TROUBLES = (*_POLITELY, STANDS_STILL)


@dataclass(frozen=True, slots=True)
class Ordeal:
    """What somebody did before, during and after the trouble of a part.

    Attributes:
        acts: what was done, in order.
        begun: when the trouble began, by the clock of the acts.
        felt: from when on nothing can be served by whoever was there before it.
    """

    acts: tuple[Act, ...]
    begun: float
    felt: float

    @property
    def back_after(self) -> float:
        """Seconds from the beginning of the trouble until what was asked in it was first done."""
        ended = (act.ended for act in self.acts if act.begun >= self.felt and act.is_stored)
        return min(ended, default=math.inf) - self.begun

    @property
    def stored(self) -> int:
        """How much was called stored."""
        return sum(act.is_stored for act in self.acts)


@dataclass(slots=True)
class AtIt:
    """Somebody who does one thing again and again, without waiting for anybody.

    Attributes:
        acts: what was done by now, in order.
    """

    act: Callable[[], Act]
    acts: list[Act] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _over: threading.Event = field(default_factory=threading.Event)
    _begun: int = 0

    def go_on(self) -> None:
        """Do it until it is over."""
        while not self._over.wait(_BREATH_S):
            with self._changed:
                self._begun += 1
                self._changed.notify_all()
            done = self.act()
            with self._changed:
                self.acts.append(done)
                self._changed.notify_all()

    def end(self) -> None:
        """Do it no more after this time."""
        self._over.set()

    def wait_for_the_middle(self) -> bool:
        """Wait until the next act has just begun; return whether it has before patience ended."""
        with self._changed:
            by_now = self._begun
            return self._changed.wait_for(lambda: self._begun > by_now, _PATIENCE_S)

    def wait_for_success(self, since: float, scale: float = 1.0) -> bool:
        """Wait until something that began since is done; return whether it was before patience ended."""
        with self._changed:
            return self._changed.wait_for(
                lambda: any(act.begun >= since and act.answer == "acknowledged" for act in self.acts),
                _PATIENCE_S * scale,
            )


@contextmanager
def at_it(act: Callable[[], Act]) -> Iterator[AtIt]:
    """Let somebody be at it meanwhile; what goes wrong with it is raised in the end."""
    somebody = AtIt(act)
    with ThreadPoolExecutor(1) as threads:
        going_on = threads.submit(somebody.go_on)
        try:
            yield somebody
        finally:
            somebody.end()
            going_on.result()


def went_through(world: World, act: Callable[[], Act], part: str, trouble: str) -> Ordeal:
    """Let somebody be at it before, during and after the trouble of a part, which befalls it in an act.

    How soon it was possible again, if ever, is for the sentences to judge.

    Raises:
        TimeoutError: nothing could be done before the trouble already.
    """
    with at_it(act) as somebody:
        if not (somebody.wait_for_success(0, world.scale) and somebody.wait_for_the_middle()):
            raise TimeoutError(f"nothing was done in {_PATIENCE_S:.0f} s, before {part} was in any trouble")
        begun = time.monotonic()
        felt = _befall(world.outages, part, trouble)
        somebody.wait_for_success(felt, world.scale)
    return Ordeal(tuple(somebody.acts), begun, felt)


def _befall(outages: Outages, part: str, trouble: str) -> float:
    """Let a part be in trouble, and return from when on nobody was served by it as it was before."""
    if trouble == STANDS_STILL:
        outages.stands_still(part)
        felt = time.monotonic()
        time.sleep(_STANDS_S)  # what is specified is a part that stands still for so long
        outages.goes_on(part)
        return felt
    before = outages.processes(part)
    outages.killed(part, politely=_POLITELY[trouble])
    eventually(lambda: outages.processes(part) & before, empty(), f"{part} should have ended", within=_ENDS_S)
    return time.monotonic()


def ordeal_of(world: World) -> Ordeal:
    """Return what somebody went through.

    Raises:
        SentenceMissing: nobody went through anything.
    """
    if world.memory.ordeal is None:
        raise SentenceMissing("no part was in trouble: a When such as '… while the part …' is missing")
    return world.memory.ordeal
