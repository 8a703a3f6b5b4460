"""What each engine really was, how long it took, and what fails on it alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from support.reporting.words import seconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.runner.account import Result
    from support.runner.plan import EngineEvidence

_RED = frozenset({"failed", "flaky", "quarantined"})


def evidence(results: Sequence[Result]) -> Table | None:
    """Return the table of the browsers that acted or were to; None where they were fewer than two."""
    engines: dict[str, list[Result]] = defaultdict(list)
    for one in results:
        if one.case.channel == "browser":
            engines[one.case.engine].append(one)
    if len(engines) < 2:  # noqa: PLR2004 - one alone is not compared with anything
        return None
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("engine", "version", "driver"):
        table.add_column(heading, overflow="fold")  # evidence is never cut short
    for heading in ("passed", "failed", "not run", "time"):
        table.add_column(heading, justify="right")
    table.add_column("in its place", overflow="fold")
    for name, mine in engines.items():
        *cells, stands = _row(name, mine)
        table.add_row(*cells, "" if _acted(engines.get("safari", ())) else stands)  # all stand in for Safari
    return table


def _acted(results: Sequence[Result]) -> EngineEvidence | None:
    return next((one.attempt.engine for one in results if one.attempt and one.attempt.engine), None)


def _row(name: str, results: Sequence[Result]) -> list[str]:
    counts = Counter(one.outcome for one in results)
    red = sum(counts[one] for one in ("failed", "flaky", "quarantined"))
    acted = _acted(results)
    told = [acted["version"], acted["driver"]] if acted else ["–", "–"]
    figures = [str(one or "") for one in (counts["passed"], red, counts["not_run"])]
    took = seconds(sum(one.duration_s for one in results))
    stands = (acted["substitution"] if acted else None) or ""
    return [escape(one) for one in (name, *told, *figures, took, stands)]


def alone(results: Sequence[Result]) -> list[str]:
    """A sentence for each scenario that fails on one engine and passes on every other that it ran on."""
    scenarios: dict[tuple[str, str | None], list[Result]] = defaultdict(list)
    for one in results:
        if one.case.channel == "browser" and one.outcome != "not_run":
            scenarios[one.case.scenario, one.case.row].append(one)
    found = []
    for mine in scenarios.values():
        red = [one for one in mine if one.outcome in _RED]
        if len(red) == 1 and len(mine) > 1:
            case = red[0].case
            others = ", ".join(one.case.engine for one in mine if one is not red[0])
            found.append(f"{case.place} “{case.title}” fails on {case.engine} alone; it passes on {others}")
    return found
