"""Runs everything that must hold and says at the end what did not: what `make test` calls."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing that must hold, and the command that looks."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a stage ended: its exit code, its last line, its seconds."""

    stage: Stage
    code: int
    last_line: str
    duration_s: float


def stages(scripts: Path) -> list[Stage]:
    """Lint, types, house style of the features, tests, specifications: quickest first."""
    magic_moment = str(scripts / "magic-moment")
    return [
        Stage("lint", (str(scripts / "ruff"), "check", "--quiet")),
        Stage("format", (str(scripts / "ruff"), "format", "--check", "--quiet")),
        Stage("types", (str(scripts / "mypy"),)),
        Stage("house style", (magic_moment, "check")),
        Stage("unit tests", (sys.executable, "-m", "pytest")),
        Stage("specifications", (magic_moment, "specs")),
    ]


def look(stage: Stage) -> Ending:
    """Run one stage, showing what it prints as it comes."""
    print(f"\n── {stage.name}", flush=True)
    started, last = time.monotonic(), ""
    with subprocess.Popen(
        stage.command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    return Ending(stage, process.returncode, last, time.monotonic() - started)


def everything(chosen: list[Stage]) -> int:
    """Run all stages whatever fails, then print the last line of each; 1 when any failed."""
    endings = [look(stage) for stage in chosen]
    print("\n── what held")
    for ending in endings:
        sign = "✗" if ending.code else "✓"
        print(f"{sign} {ending.stage.name} ({ending.duration_s:.0f} s) {ending.last_line}")
    return 1 if any(ending.code for ending in endings) else 0


if __name__ == "__main__":
    sys.exit(everything(stages(Path(sys.executable).parent)))
