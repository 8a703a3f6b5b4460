"""Makes a plan smaller by what earlier runs tell: what failed, what is still to do, whose share it is."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.record import reading
from support.record.words import TRIES
from support.reporting.words import counted
from support.runner.order import share_of
from support.runner.refusals import RunRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from support.record.reading import Record
    from support.runner.plan import Plan


_FEW = 3  # cases that are named
# what must be the same for what an earlier run has found to be true of this one
_SAME = {"state": "the code", "target": "the target", "faults": "the faults", "asked": "the settings"}


def digests_of(plan: Plan) -> dict[str, str]:
    """Return a digest of each feature that the plan has cases of, by its path, as the file is now."""
    paths = dict.fromkeys(case.path for case in plan)
    return {path: hashlib.sha256(Path(path).read_bytes()).hexdigest()[:16] for path in paths}


def edited(digests: Mapping[str, str]) -> list[str]:
    """Return a sentence for each feature that was edited since its digest was taken."""
    changed = []
    for path, digest in digests.items():
        file = Path(path)
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest()[:16] != digest:
            changed.append(
                f"{path} was edited while the run was going, so nobody knows what ran; run it again"
            )
    return changed


def keep_what_failed(plan: Plan, last: Record) -> str:
    """Leave out what passed last time; RunRefused when nothing is left.

    Returns a sentence about what did not pass either and is not among these; empty when there is none.
    """
    passed = {one["case"] for one in last.outcomes if one["outcome"] == "passed"}
    if not last.outcomes:  # it never came to its end
        passed = {one.case.id for one in last.attempts if one.ending == "passed"}
    known = {one.case.id for one in last.attempts}
    elsewhere = sorted(set(last.cases) - passed - {case.id for case in plan})
    for case in list(plan):
        if case.id in passed:
            plan.leave_out(case, "it passed last time")
        elif case.id not in known and case.id not in last.cases:
            plan.leave_out(case, "it was not planned last time")
    others = ""
    if elsewhere:
        others = (
            f"{counted(len(elsewhere), 'case')} that did not pass last time are not among these"
            f" ({', '.join(elsewhere[:3])}{' …' if len(elsewhere) > _FEW else ''}): ask for the TARGET,"
            " CHANNEL, ENGINES and TAGS that they had."
        )
    if not len(plan):
        raise RunRefused(others or "Nothing failed last time; run them without rerun.")
    return others


def keep_share(plan: Plan, durations: Mapping[str, float], shard: tuple[int, int]) -> str:
    """Leave out what other shards run; returns a digest of the whole, the same in each shard that fits."""
    number, count = shard
    mine, others = share_of(plan, durations, number, count)
    shares = [
        sorted(case.id for case in share_of(plan, durations, one + 1, count)[0]) for one in range(count)
    ]
    for case in others:
        plan.leave_out(case, f"another shard than {number}/{count} runs it")
    if not mine:
        raise RunRefused(f"Shard {number}/{count} has nothing to run: ask for fewer shards.")
    return hashlib.sha256(repr(shares).encode()).hexdigest()[:16]


def refuse_other_plan(plan: Plan, facts: Mapping[str, Any], last: Record) -> None:
    """RunRefused when a run cannot go on from the last record: other cases, other code, another target."""
    planned, now = set(last.cases), {case.id for case in plan}
    if planned != now:
        only = sorted(planned ^ now)[:3]
        raise RunRefused(
            f"This run cannot go on from {last.file}: it had planned {len(planned)} cases and"
            f" these are {len(now)} ({', '.join(only)} …); ask for the same ones, or leave resume out."
        )
    for fact, words in _SAME.items():
        if last.facts.get(fact) != facts.get(fact):
            raise RunRefused(
                f"This run cannot go on from {last.file}: it had {words} {last.facts.get(fact)},"
                f" and this one has {facts.get(fact)}; what passed there says nothing here. Leave resume out."
            )


def last_record(file: Path) -> Record:
    """Return the record of the run before; RunRefused when there is none."""
    try:
        return reading.read(file)
    except reading.RecordUnusable as error:
        raise RunRefused(f"{error} Run without resume and rerun first.") from None


def taken_over(last: Record) -> tuple[set[str], dict[str, int]]:
    """Return the cases of which nothing is left to do, and how often others were tried and lost."""
    lost = [one for one in last.attempts if one.ending == "interrupted"]
    tried = Counter(one.case.id for one in lost)
    done = {one.case.id for one in last.attempts if one.finished}
    done |= {case for case, count in tried.items() if count >= TRIES}
    return done, {case: count for case, count in tried.items() if case not in done}
