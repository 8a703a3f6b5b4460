"""What of the contract a run has seen: which operations were asked for, how they answered, and where."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from support.reporting.words import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from support.runner.account import Result

# Why a status may be promised and never met; every other one is a scenario that is missing.
_REASONS = {
    "401": "tried for each operation by nobody_elses, where that ran",
    "500": "a failure that nobody foresaw is not brought about",
    "503": "only a part that is away brings it about",
}
_MISSING = "no scenario brings it about"


def promised(target: str) -> dict[str, tuple[str, ...]] | None:
    """Return the statuses of each operation that a target promises; None where it promises none."""
    from support.contract import contract  # noqa: PLC0415 - the runner loads without a target
    from support.target import UnknownTarget, describe  # noqa: PLC0415 - the same

    try:
        said = describe(target).contract
    except UnknownTarget:
        return None
    return contract(said.file).promises(said.below) if said else None


def coverage(results: Iterable[Result], promises: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """Return what was seen of each promise, for machines.

    `operations` has the features by operation and status, `not_asked` the operations that nobody asked for,
    and `not_met` the statuses that no operation gave, each with the reason.
    """
    seen: dict[str, dict[str, set[str]]] = {name: defaultdict(set) for name in sorted(promises)}
    for result in results:
        for operation, status in result.attempt.met if result.attempt else ():
            if operation in seen:
                seen[operation][status].add(short(result.case.path))
    return {
        "promised": {"operations": len(promises), "statuses": sum(map(len, promises.values()))},
        "operations": {
            name: {status: sorted(features) for status, features in sorted(answers.items())}
            for name, answers in seen.items()
        },
        "not_asked": [name for name, answers in seen.items() if not answers],
        "not_met": list(_not_met(seen, promises)),
    }


def _not_met(
    seen: Mapping[str, Mapping[str, set[str]]], promises: Mapping[str, tuple[str, ...]]
) -> Iterator[dict[str, str]]:
    for name, answers in seen.items():
        for status in sorted(set(promises[name]) - set(answers)):
            yield {"operation": name, "status": status, "because": _REASONS.get(status, _MISSING)}


def told(covered: Mapping[str, Any]) -> str:
    """Say in a line how much of the contract was seen; names what nobody asked for where that is little."""
    operations, statuses = covered["promised"]["operations"], covered["promised"]["statuses"]
    unasked, unmet = covered["not_asked"], covered["not_met"]
    few = 5
    named = f" (not: {', '.join(unasked)})" if 0 < len(unasked) <= few else ""
    missing = sum(one["because"] == _MISSING for one in unmet)
    return (
        f"Of the contract {operations - len(unasked)} of {operations} operations were asked for{named}, and "
        f"{statuses - len(unmet)} of {statuses} promised statuses seen; {missing} others lack a scenario."
    )
