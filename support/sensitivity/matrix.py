"""Writes what the experiment found: `matrix.json` for machines, `matrix.html` for people, survivors first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.sensitivity.findings import GOOD
from support.sensitivity.page import page

if TYPE_CHECKING:
    from support.sensitivity.findings import Experiment, Finding

FOLDER = Path("sensitivity")


def write(experiment: Experiment, reports: Path) -> Path:
    """Write both below the reports folder; returns the page."""
    folder = reports / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    content = matrix(experiment)
    (folder / "matrix.json").write_text(
        json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    html = folder / "matrix.html"
    html.write_text(page(experiment), encoding="utf-8")
    return html


def matrix(experiment: Experiment) -> dict[str, Any]:
    """The figures, by the keys that docs and other programs know; durations in seconds."""
    ordered = sorted(experiment.findings, key=lambda finding: finding.verdict in GOOD)
    right, named = experiment.named_right()
    return {
        "control": {"planned": len(experiment.control.planned), "passed": experiment.control.passed},
        "faults": [_fault(one) for one in ordered if not one.fault.is_crash],
        "crash_points": [_crash_point(one) for one in ordered if one.fault.is_crash],
        "scenarios": [
            {"id": example.id, "rule": example.rule, "kills": experiment.kills[example.id]}
            for example in sorted(experiment.examples, key=lambda one: bool(experiment.kills[one.id]))
        ],
        "named_the_right_system": {"right": right, "of": named},
        "left_out": list(experiment.left_out),
        "duration_s": round(experiment.duration_s, 1),
        "commit": experiment.commit,
    }


def _told(finding: Finding) -> dict[str, Any]:
    fault = finding.fault
    return {
        "id": fault.id,
        "sentence": fault.sentence,
        "requirement": fault.requirement,
        "rules": list(fault.rules),
        "fired": finding.fired,
        "verdict": finding.verdict,
        "system": fault.system,
        "says": finding.says,
        "seconds": round(finding.seconds, 1),
        **({"trouble": finding.trouble} if finding.trouble else {}),
    }


def _fault(finding: Finding) -> dict[str, Any]:
    more = {"cost": finding.fault.cost, "kind": finding.fault.kind, "kept_by": finding.kept_by}
    return {
        **_told(finding),
        "killed_by": finding.killed_by,
        "noticed_by": finding.noticed_by,
        "broken_by": finding.broken_by,
        **more,
    }


def _crash_point(finding: Finding) -> dict[str, Any]:
    return {**_told(finding), "kept_by": finding.kept_by, "broken_by": finding.broken_by}
