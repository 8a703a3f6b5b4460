"""Writes `reports/run/summary.json`, what machines read about a run; its keys are a contract."""

from __future__ import annotations

import json
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.reporting.coverage import coverage, promised
from support.tags import claims

if TYPE_CHECKING:
    from support.record.reading import Record
    from support.runner.account import Result

FILE = Path("run/summary.json")
_WORST_FIRST = ("failed", "not_run", "passed")
_AS = {"flaky": "failed", "quarantined": "failed"}  # what is in doubt is no evidence for a promise


def write(content: Mapping[str, Any], reports: Path) -> Path:
    """Write the summary of a run below its reports folder; returns the file, OSError when it cannot."""
    file = reports / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return file


def summary(record: Record, results: Sequence[Result], duration_s: float) -> dict[str, Any]:
    """The figures of a run, by the keys that docs and other programs know; durations in seconds."""
    outcomes = Counter(result.outcome for result in results)
    acted_in = Counter(result.attempt.acted_in for result in results if result.attempt)
    facts = record.facts
    return {
        "planned": len(record.cases),
        "scenarios": len({case.scenario for case in record.cases.values()}),
        "outcomes": {
            **{one: outcomes[one] for one in ("passed", "failed", "flaky", "quarantined")},
            "not_run": [{"case": r.case.id, "because": r.because} for r in results if r.outcome == "not_run"],
        },
        "failures": [
            {"case": r.case.id, "says": r.because}
            for r in results
            if r.outcome in {"failed", "flaky", "quarantined"}
        ],
        "acted_in": {"browser": acted_in["browser"], "api": acted_in["api"]},
        "requirements": requirements(results),
        "engines": _engines(results),
        "contracts": coverage(results, promises) if (promises := promised(facts["target"])) else None,
        "duration_s": round(duration_s, 1),
        "target": facts["target"],
        "faults": facts["faults"],
        "commit": facts["commit"],
        "seed": facts["seed"],
    }


def requirements(results: Iterable[Result]) -> dict[str, dict[str, int]]:
    """For each claimed requirement its scenarios, each counted once by the worst outcome of its cases."""
    outcomes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for result in results:
        for requirement in claims(result.case.tags):
            if _counts(requirement, result):
                outcomes[requirement][result.case.scenario].add(_AS.get(result.outcome, result.outcome))
    counted = {}
    for requirement, scenarios in sorted(outcomes.items()):
        worst = Counter(next(o for o in _WORST_FIRST if o in found) for found in scenarios.values())
        counted[requirement] = {
            "scenarios": len(scenarios),
            **{o: worst[o] for o in ("passed", "failed", "not_run")},
        }
    return counted


def _counts(requirement: str, result: Result) -> bool:
    """A claim of E2E-* counts only where the case acted in a browser, or was to and did not get that far."""
    if not requirement.startswith("E2E-"):
        return True
    acted = result.attempt is not None and result.attempt.acted_in == "browser"
    return acted or (result.outcome != "passed" and result.case.channel == "browser")


def _engines(results: Iterable[Result]) -> list[dict[str, str | None]]:
    found = (result.attempt.engine for result in results if result.attempt)
    distinct = {tuple(engine.items()): engine for engine in found if engine}
    return [dict(engine) for engine in distinct.values()]  # type: ignore[arg-type]  # its values are words or nothing


def commit() -> str | None:
    """The commit that is checked out here; nothing where there is no git or no commit."""
    try:
        command = ["git", "rev-parse", "HEAD"]
        found = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return found.stdout.strip() or None if found.returncode == 0 else None
