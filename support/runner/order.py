"""In which order cases run: at random by a seed that is told, the long ones first."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from support.case import Case

_UNKNOWN = 1e9  # seconds: what nobody has timed may be the longest of all


def ordered(cases: Iterable[Case], durations: Mapping[str, float], seed: int) -> list[Case]:
    """Return the cases by how long they take, to the nearest power of two, and shuffled among their like.

    Long cases at the end of a run leave workers idle. A case that holds only after another one of its
    like is found by the next seed.
    """
    shuffled = sorted(cases, key=lambda case: case.id)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
    return sorted(shuffled, key=lambda case: -_size(durations.get(case.id, _UNKNOWN)))


def _size(seconds: float) -> int:
    return round(math.log2(max(seconds, 0.01)))


def share_of(
    cases: Iterable[Case], durations: Mapping[str, float], number: int, count: int
) -> tuple[list[Case], list[Case]]:
    """Return the cases of one shard of several, and those of the others.

    Each case, the longest first, goes to the shard with least to do: the same everywhere where the same
    durations are known.
    """
    loads = [0.0] * count
    mine: list[Case] = []
    others: list[Case] = []
    cases = list(cases)
    known = [durations[case.id] for case in cases if case.id in durations]
    usual = sum(known) / len(known) if known else 1.0
    for case in sorted(cases, key=lambda one: (-durations.get(one.id, usual), one.id)):
        shard = loads.index(min(loads))
        loads[shard] += durations.get(case.id, usual)
        (mine if shard == number - 1 else others).append(case)
    return mine, others
