"""Finds what cannot be where each key is one register: a write is there for all at once, or for nobody.

That is linearizability as Jepsen's models define it (jepsen.io/consistency/models/linearizable), looked for
as Elle does (Kingsbury and Alvaro, VLDB 2020), by unique values; within one client it holds the session
guarantees of Terry et al. (PDIS 1994): monotonic reads and writes, and reading what one wrote. Whatever is
found cannot be; what is not found may be wrong all the same, where neither clocks nor positions tell.
"""

from __future__ import annotations

from itertools import chain, combinations, groupby, permutations
from operator import attrgetter
from typing import TYPE_CHECKING

from support.histories.acts import Act, Anomaly
from support.histories.order import Order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def anomalies(acts: Iterable[Act]) -> tuple[Anomaly, ...]:
    """Return what cannot be, each with the acts that show it; nothing of a history that is fine.

    Raises:
        ValueError: two writes of a key have one value.
    """
    history = sorted(acts, key=attrgetter("begun"))
    order = Order(history)
    found = [*_two_places(history), *_backwards(history)]
    by_key = sorted(history, key=attrgetter("key"))  # a stable order: within a key still by time
    for _, same in groupby(by_key, key=attrgetter("key")):
        of_key = list(same)
        lost = list(_lost(of_key, order))
        seen = [act for act in of_key if act.shows or (act.is_stored and act not in lost)]
        found += chain(
            (Anomaly("lost update", "what was called stored is in no later read", (act,)) for act in lost),
            _stale(seen, order),
            _out_of_nowhere(of_key, order),
            _out_of_place(of_key, order),
            _crossed(of_key, order),
        )
    return tuple(found)


def _lost(acts: Sequence[Act], order: Order) -> Iterator[Act]:
    """Yield what was called stored, while all that was shown afterwards is older, or the log lacks it.

    A log tells all writes that were told a place, so it shows even the loss of what somebody overwrote.
    """
    for write in (act for act in acts if act.is_stored):
        later = [act for act in acts if act.shows and write.is_over_before(act)]
        logged = [act.value for act in later if act.kind == "told"]
        older = later and all(order.is_before(act.key, act.value, write.value) for act in later)
        if older or (logged and write.position is not None and write.value not in logged):
            yield write


def _stale(seen: Sequence[Act], order: Order) -> Iterator[Anomaly]:
    """Yield each read of what was older than something that was stored, or shown, before it began."""
    for read in (act for act in seen if act.kind == "read"):
        newer = [
            act
            for act in seen
            if act.kind != "told"
            and act.is_over_before(read)
            and order.is_before(read.key, read.value, act.value)
        ]
        if newer:
            why = "a read shows what was older already as it began"
            yield Anomaly("stale read", why, (newer[-1], read))


def _out_of_nowhere(acts: Sequence[Act], order: Order) -> Iterator[Anomaly]:
    for shown in (act for act in acts if act.shows and act.value is not None):
        write = order.write_of(shown.key, shown.value)
        if write is None:
            yield Anomaly("out of nowhere", "nobody wrote this", (shown,))
        elif write.answer == "refused":
            yield Anomaly("out of nowhere", "this was refused", (write, shown))
        elif shown.is_over_before(write):
            yield Anomaly("out of nowhere", "this was not written yet", (write, shown))


def _two_places(acts: Sequence[Act]) -> Iterator[Anomaly]:
    """Yield one write that was told two places, and two writes that were told the same."""
    placed = [act for act in acts if act.kind != "read" and act.position is not None]
    for one, other in combinations(placed, 2):
        is_same = (one.key, one.value) == (other.key, other.value)
        if is_same and (one.position != other.position or one.kind == other.kind):
            yield Anomaly("order", "one write has two places", (one, other))
        if not is_same and one.position == other.position:
            yield Anomaly("order", "two writes have one place", (one, other))


def _backwards(acts: Sequence[Act]) -> Iterator[Anomaly]:
    """Yield what came later, to one client or as writes, and was told an earlier place."""
    placed = [act for act in acts if act.kind != "told" and act.position is not None]
    for first, then in combinations(placed, 2):  # by when they began
        one_sees = first.client == then.client or (first.kind == then.kind == "write")
        if one_sees and first.is_over_before(then) and (then.position or 0) < (first.position or 0):
            yield Anomaly("order", "what came later was told an earlier place", (first, then))


def _out_of_place(acts: Sequence[Act], order: Order) -> Iterator[Anomaly]:
    """Yield each read that shows something else than was there at the place it was told."""
    writes = [act for act in acts if act.kind == "write"]
    for read in acts:
        if not (read.kind == "read" and read.shows) or read.position is None:
            continue
        place = order.position(read.key, read.value)
        if place is not None and place > read.position:
            yield Anomaly("order", "a read shows what has a later place than it was told", (read,))
        for write in writes:
            overwrites = order.position(write.key, write.value)
            known = overwrites is not None and overwrites <= read.position
            if known and order.is_before(read.key, read.value, write.value):
                yield Anomaly("order", "a read shows what was overwritten at its place", (write, read))


def _crossed(acts: Sequence[Act], order: Order) -> Iterator[Anomaly]:
    """Yield two values that were seen both ways round, where nothing else tells their order."""
    seen: dict[tuple[str | None, str | None], tuple[Act, Act]] = {}
    for one, other in permutations((act for act in acts if act.kind == "read" and act.shows), 2):
        if one.client == other.client and one.value != other.value and one.is_over_before(other):
            seen.setdefault((one.value, other.value), (one, other))
    for (first, then), shown in seen.items():
        known = order.is_before(shown[0].key, first, then) or order.is_before(shown[0].key, then, first)
        if not known and (then, first) in seen and (first or "") < (then or ""):
            yield Anomaly("order", "two values were seen both ways round", (*shown, *seen[then, first]))
