"""Which faults a commit makes worth trying: those of what it touched, and a tenth of the rest in turn."""

from __future__ import annotations

import subprocess
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from support.sensitivity.catalogue import CatalogueUnusable

if TYPE_CHECKING:
    from support.sensitivity.catalogue import Fault
    from support.sensitivity.findings import Example

PARTS = 10
_PLATFORM, _FAULTS = "webbuilder/", "webbuilder/faults/"
_OURS = ("support/sensitivity/", "support/judging.py", "support/waiting.py")


@dataclass(frozen=True, slots=True)
class Choice:
    """The faults to try, those left out, and why these, in a sentence."""

    faults: Sequence[Fault]
    left_out: Sequence[str]
    because: str


def choose(faults: Sequence[Fault], examples: Collection[Example], since: str = "HEAD~1") -> Choice:
    """Return the faults of the Rules and rooms that were touched since a commit, and this turn's tenth."""
    changed = _git("diff", "--name-only", since, "HEAD")
    if changed is None and _git("rev-parse", "--verify", "--quiet", "HEAD~1") is not None:
        raise CatalogueUnusable(f"There is no commit {since} to compare with; name one that git knows.")
    if changed is None:
        return Choice(faults, (), "This checkout has one commit only, so all are tried.")
    # the number of merges, not of commits: with these it grows by one for each run
    turn = int(_git("rev-list", "--count", "--first-parent", "HEAD") or 0) % PARTS
    return chosen(faults, examples, changed.split(), turn)


def chosen(
    faults: Sequence[Fault], examples: Collection[Example], changed: Collection[str], turn: int
) -> Choice:
    """Return the faults that these changed files make worth trying; all, if one says how they are tried."""
    machinery = [path for path in changed if path.startswith(_OURS) or _is_machinery(path)]
    if machinery:
        return Choice(faults, (), f"{machinery[0]} says how faults are made or tried, so all are tried.")
    rooms = {_room(path) for path in changed if path.startswith(_PLATFORM)}
    rules = {example.rule for example in examples if example.path in changed}
    touched = [
        fault
        for fault in faults
        if _lies_in(rooms, fault) or rules.intersection(fault.rules) or fault.written_in in changed
    ]
    ordered = sorted(faults, key=lambda fault: fault.id)
    turns = [fault for number, fault in enumerate(ordered) if number % PARTS == turn and fault not in touched]
    left_out = [fault.id for fault in ordered if fault not in touched and fault not in turns]
    because = (
        f"The commit touched {', '.join(sorted(rooms)) or 'no room of the platform'} and {len(rules)} Rules:"
        f" {len(touched)} faults. Part {turn + 1} of {PARTS} of the others: {len(turns)}."
    )
    return Choice([*touched, *turns], left_out, because)


def _is_machinery(path: str) -> bool:
    return path.startswith(_FAULTS) and "/catalogue/" not in path


def _room(path: str) -> str:
    """Return the folder below the platform that a file lies in, or its own name where it lies in none."""
    file = PurePosixPath(path.removeprefix(_PLATFORM))
    return str(file.parent) if len(file.parts) > 1 else file.stem


def _lies_in(rooms: Collection[str], fault: Fault) -> bool:
    return any(room == own or room.startswith(f"{own}/") for room in rooms for own in fault.rooms)


def _git(*words: str) -> str | None:
    done = subprocess.run(["git", *words], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None
