"""What the bench measured before on this machine."""

from __future__ import annotations

import json
import platform
import statistics
import time
from pathlib import Path
from typing import Any

from support.bench.measuring import Figure

LAST = 10


def machine() -> str:
    """Name this machine well enough to compare like with like."""
    return f"{platform.node()} {platform.machine()} {platform.system()}"


def earlier(file: Path) -> dict[str, list[float]]:
    """Return the last values of each figure on this machine, the oldest first; none of what was not kept."""
    if not file.exists():
        return {}
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    values: dict[str, list[float]] = {}
    for line in (line for line in lines if line["machine"] == machine()):
        for figure in line["figures"]:
            values.setdefault(figure["name"], []).append(figure["value"])
    return {name: found[-LAST:] for name, found in values.items()}


def keep(file: Path, figures: list[Figure], circumstances: dict[str, Any]) -> None:
    """Add a line with these figures."""
    file.parent.mkdir(parents=True, exist_ok=True)
    line = {
        "at": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "machine": machine(),
        **circumstances,
        "figures": [{"name": one.name, "value": round(one.value, 4), "unit": one.unit} for one in figures],
    }
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(line) + "\n")


def compared(figure: Figure, before: dict[str, list[float]]) -> str:
    """Say how a figure stands to the median of those before it."""
    values = before.get(figure.name)
    if not values:
        return "first here"
    usual = statistics.median(values)
    if not usual:
        return f"the median of {len(values)} is 0"
    return f"{figure.value / usual:.2f} × the median of {len(values)}"
