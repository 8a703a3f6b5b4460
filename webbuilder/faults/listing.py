"""The catalogue as one JSON document, told without importing what it breaks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from webbuilder.faults import CRASH_POINTS, FAULTS, module_of
from webbuilder.faults.records import Entry, targets_of


def document() -> str:
    """Return the faults and the crash points with all that is known of them before they are switched on."""
    faults = [
        {
            **_told(each),
            "cost": each.cost,
            "kind": each.replacements[0].kind,
            "crash_at": each.crash_at,
            "engine": each.engine,
        }
        for each in FAULTS
    ]
    return json.dumps({"faults": faults, "crash_points": [_told(each) for each in CRASH_POINTS]}, indent=2)


def _told(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "sentence": entry.sentence,
        "requirement": entry.requirement,
        "rules": list(entry.rules),
        "system": entry.system,
        "targets": list(targets_of(entry)),
        "rooms": rooms(targets_of(entry)),
        "written_in": f"{module_of(entry).replace('.', '/')}.py",
    }


def rooms(targets: Sequence[str]) -> list[str]:
    """Return the folders below webbuilder/ that hold what is replaced, or the module where none does."""
    return list(dict.fromkeys(_room(target) for target in targets))


def _room(target: str) -> str:
    if target.startswith("/static/"):
        return "screens/static"
    if target.startswith("screens/"):
        return target.rpartition("/")[0]
    steps = target.partition(":")[0].split(".")[1:]
    return "/".join(steps[:-1]) or steps[0]
