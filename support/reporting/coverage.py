"""What of the contracts a run has seen: which operations were asked for, how they answered, and where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from support.reporting.words import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from support.runner.account import Result

_MISSING = "no scenario brings it about"
_FEW = 5


@dataclass(frozen=True, slots=True)
class Promises:
    """What a service promised.

    Attributes:
        statuses: the statuses of each operation, by its name.
        reasons: why no scenario meets a status of an operation, where there is such a reason.
    """

    statuses: Mapping[str, tuple[str, ...]]
    reasons: Mapping[tuple[str, str], str]


def promised(target: str) -> dict[str, Promises] | None:
    """Return what each service of a target promised, by its name; None where none did."""
    from support.contract import contract  # noqa: PLC0415 - the runner loads without a target
    from support.target import UnknownTarget, describe  # noqa: PLC0415 - the same
    from support.unreached import unreached  # noqa: PLC0415 - the same

    try:
        said = describe(target).contracts
    except UnknownTarget:
        return None
    return {
        name: Promises(contract(one.file).promises(one.below), unreached(one.file))
        for name, one in said.items()
    } or None


def coverage(results: Iterable[Result], promises: Mapping[str, Promises]) -> dict[str, Any]:
    """Return what was seen of each service's promises, for machines, by the name of the service.

    `operations` has the features by operation and status, `not_asked` the operations that nobody asked for,
    and `not_met` the statuses that no operation gave, each with why; `without_reason` counts those of them
    that a scenario could bring about.
    """
    met = [
        (*one, short(result.case.path))
        for result in results
        for one in (result.attempt.met if result.attempt else ())
    ]
    return {
        service: _of_service([one[1:] for one in met if one[0] == service], said)
        for service, said in promises.items()
    }


def _of_service(met: Iterable[tuple[str, str, str]], promises: Promises) -> dict[str, Any]:
    seen: dict[str, dict[str, set[str]]] = {name: defaultdict(set) for name in sorted(promises.statuses)}
    for operation, status, feature in met:
        if operation in seen:
            seen[operation][status].add(feature)
    unmet = list(_not_met(seen, promises))
    return {
        "promised": {"operations": len(seen), "statuses": sum(map(len, promises.statuses.values()))},
        "operations": {
            name: {status: sorted(features) for status, features in sorted(answers.items())}
            for name, answers in seen.items()
        },
        "not_asked": [name for name, answers in seen.items() if not answers],
        "not_met": unmet,
        "without_reason": sum(one["because"] == _MISSING for one in unmet),
    }


def _not_met(seen: Mapping[str, Mapping[str, set[str]]], promises: Promises) -> Iterator[dict[str, str]]:
    for name, answers in seen.items():
        for status in sorted(set(promises.statuses[name]) - set(answers)):
            because = promises.reasons.get((name, status), _MISSING)
            yield {"operation": name, "status": status, "because": because}


def told(covered: Mapping[str, Any], *, whole: bool = True) -> str:
    """Say in a line how much of each contract was seen, and how much of the rest has no reason.

    Where the run was not a whole one, what it did not ask says nothing, so only what it saw is told.
    """
    services = "; ".join(_told(name, one) for name, one in covered.items())
    if not whole:
        return f"Promised and seen by what ran here: {services}. A whole run tells what lacks a scenario."
    unmet = [one for service in covered.values() for one in service["not_met"]]
    missing = [one for one in unmet if one["because"] == _MISSING]
    names = ", ".join(f"{one['operation']} {one['status']}" for one in missing)
    named = f" ({names})" if 0 < len(missing) <= _FEW else ""
    return (
        f"Promised and seen: {services}. Of the rest {len(unmet) - len(missing)} have a reason,"
        f" and {len(missing) or 'none'} lack a scenario{named}."
    )


def _told(name: str, covered: Mapping[str, Any]) -> str:
    operations, statuses = covered["promised"]["operations"], covered["promised"]["statuses"]
    asked, seen = operations - len(covered["not_asked"]), statuses - len(covered["not_met"])
    return f"{name} {asked} of {operations} operations with {seen} of {statuses} answers"
