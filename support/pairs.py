"""Which part can fail in which way: each pair has a scenario that shows what happens, or a reason why not."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from behave.model import ScenarioOutline
from behave.parser import parse_file

if TYPE_CHECKING:
    from collections.abc import Mapping

PARTS = {
    "copywriter": "Copywriter",
    "mail": "Mail server",
    "database": "Database",
    "worker": "Worker",
    "web": "Servers, while somebody builds",
    "line": "Line on which pages are told",
    "sites": "Live sites",
}
FAILURES = {
    "down": "Down",
    "slow": "Slow",
    "refusing": "Refuses",
    "resetting": "Breaks off",
    "nonsense": "Talks nonsense",
    "killed": "Killed",
    "stopped": "Stands still",
    "restarted": "Restarted",
    "full": "Disk full",
}
PAIRS = frozenset(f"{part}.{failure}" for part in PARTS for failure in FAILURES)
FAMILY, OWED = "outage.", "Owed"
REASONS = Path("features/qualities/outages.toml")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of one pair.

    Attributes:
        titles: the scenarios that show what happens, with the features that they stand in.
        because: why there is none; empty where there is.
    """

    titles: tuple[tuple[str, str], ...]
    because: str


def shown_by(features: Path) -> dict[str, list[tuple[str, str]]]:
    """Return the scenarios that name each pair by a tag, as the path of their feature and their title."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(features.rglob("*.feature")):
        if f"@{FAMILY}" not in path.read_text("utf-8"):
            continue
        for scenario in parse_file(str(path.resolve())).walk_scenarios(with_outlines=True):
            if isinstance(scenario.parent, ScenarioOutline):
                continue  # its row; the outline speaks for it
            for tag in map(str, scenario.effective_tags):
                if tag.startswith(FAMILY):
                    found.setdefault(tag.removeprefix(FAMILY), []).append((path.as_posix(), scenario.name))
    return found


def reasons(file: Path = REASONS) -> Mapping[str, str]:
    """Return why pairs without a scenario have none."""
    written = file.read_text("utf-8") if file.is_file() else ""
    said: Mapping[str, Mapping[str, str]] = tomllib.loads(written)
    return {f"{part}.{failure}": why for part, whys in said.items() for failure, why in whys.items()}


def table(features: Path = Path("features"), file: Path = REASONS) -> dict[str, Shown]:
    """Return what is known of each pair."""
    shown, because = shown_by(features), reasons(file)
    return {pair: Shown(tuple(shown.get(pair, ())), because.get(pair, "")) for pair in sorted(PAIRS)}


def as_markdown(told: Mapping[str, Shown]) -> str:
    """Return the page of all pairs: who is shown to fail how, and what each of the others waits for."""
    shown = [pair for pair, one in told.items() if one.titles]
    lines = [
        "# Outages",
        "",
        f"Of {len(told)} pairs of part and failure {len(shown)} are shown, by scenarios with `@{FAMILY}…`:",
        f"`make specs TAGS=@{FAMILY}database.killed` runs one, `make outages` all. Written by `make steps`.",
        "",
        "| | " + " | ".join(FAILURES.values()) + " |",
        "|---" * (len(FAILURES) + 1) + "|",
    ]
    for part, name in PARTS.items():
        cells = (_cell(told[f"{part}.{failure}"]) for failure in FAILURES)
        lines.append(f"| **{name}** | " + " | ".join(cells) + " |")
    lines += ["", "● shown, ○ owed, – cannot occur or looks like one that is shown", ""]
    for part, name in PARTS.items():
        lines += [f"## {name}", ""]
        for failure, words in FAILURES.items():
            one = told[f"{part}.{failure}"]
            seen = "; ".join(f"“{title}” ([{Path(path).stem}](../{path}))" for path, title in one.titles)
            lines.append(f"- **{words}**: {seen or one.because}")
        lines.append("")
    return "\n".join(lines)


def _cell(one: Shown) -> str:
    if one.titles:
        return "●"
    return "○" if one.because.startswith(OWED) else "–"
