"""Which faults a commit makes worth trying: those of what it touched, and a tenth of the rest in turn."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.sensitivity.catalogue import Fault
    from support.sensitivity.findings import Example

PARTS = 10
_ROOM = re.compile(r"webbuilder/((?:screens/static|[a-z_]+))/")
_CATALOGUE = "webbuilder/faults/"


@dataclass(frozen=True, slots=True)
class Choice:
    """The faults to try, those left out, and why these, in a sentence."""

    faults: Sequence[Fault]
    left_out: Sequence[str]
    because: str


def choose(faults: Sequence[Fault], examples: Collection[Example], since: str = "HEAD~1") -> Choice:
    """Return the faults of the Rules and rooms that were touched since a commit, and this turn's tenth."""
    changed = _git("diff", "--name-only", since, "HEAD")
    if changed is None:
        return Choice(faults, (), f"There is no commit {since} to compare with, so all are tried.")
    turn = int(_git("rev-list", "--count", "HEAD") or 0) % PARTS
    return _chosen(
        faults, examples, changed.split(), _git("diff", since, "HEAD", "--", _CATALOGUE) or "", turn
    )


def _chosen(
    faults: Sequence[Fault], examples: Collection[Example], changed: Collection[str], diff: str, turn: int
) -> Choice:
    rooms = {found[1] for path in changed if (found := _ROOM.match(path))}
    rules = {example.rule for example in examples if example.path in changed}
    written = {line.strip('+ ",') for line in diff.splitlines() if line.startswith("+")}
    touched = [
        fault
        for fault in faults
        if rooms.intersection(fault.rooms) or rules.intersection(fault.rules) or _written(fault, written)
    ]
    rest = [fault for fault in sorted(faults, key=lambda one: one.id) if fault not in touched]
    turns = [fault for number, fault in enumerate(rest) if number % PARTS == turn]
    left_out = [fault.id for fault in rest if fault not in turns]
    because = (
        f"The commit touched {', '.join(sorted(rooms)) or 'no room of the platform'} and {len(rules)} Rules:"
        f" {len(touched)} faults. Part {turn + 1} of {PARTS} of the rest: {len(turns)}."
    )
    return Choice([*touched, *turns], left_out, because)


def _written(fault: Fault, lines: Collection[str]) -> bool:
    return any(f'"{fault.id}' in line or line == fault.id for line in lines)


def _git(*words: str) -> str | None:
    done = subprocess.run(["git", *words], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None
