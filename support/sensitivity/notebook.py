"""What an experiment has found out so far, kept line by line, so that one that was stopped can go on."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from support.reporting.summary import commit
from support.sensitivity.catalogue import CatalogueUnusable, Fault
from support.sensitivity.findings import Control, Finding

FILE = Path("sensitivity") / "found.ndjson"  # below the folder of reports


@dataclass(frozen=True, slots=True)
class Before:
    """What an experiment had found out when it was stopped: without faults, and about which."""

    control: Control
    findings: Sequence[Finding]


class Notebook:
    """A file with a line for the run without faults, and one for each fault that was tried."""

    def __init__(self, reports: Path) -> None:
        self._file = reports / FILE

    def begin(self, control: Control) -> None:
        """Begin anew with what the run without faults came to."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        said = {"commit": commit(), "planned": list(control.planned), "failed": dict(control.failed)}
        self._file.write_text(json.dumps(said, ensure_ascii=False) + "\n", "utf-8")

    def add(self, finding: Finding) -> None:
        """Keep what was found out about a fault."""
        said = {**asdict(finding), "fault": finding.fault.id}
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(said, ensure_ascii=False) + "\n")

    def read(self, faults: Collection[Fault]) -> Before:
        """Return what was found out before, of the same commit.

        Raises:
            CatalogueUnusable: nothing was, or of another commit, or what is here is not what was committed.
        """
        if not self._file.exists():
            raise CatalogueUnusable(f"There is no {self._file} to go on from. Leave RESUME out.")
        first, *rest = map(json.loads, self._file.read_text("utf-8").splitlines())
        if first["commit"] != commit() or _is_changed():
            raise CatalogueUnusable(
                f"What was found out was of the commit {first['commit']}, and this is another state of the"
                " project. Check that commit out, or leave RESUME out."
            )
        known = {fault.id: fault for fault in faults}
        return Before(Control(first["planned"], first["failed"]), [_finding(told, known) for told in rest])


def _finding(told: dict[str, Any], known: dict[str, Fault]) -> Finding:
    return Finding(**{**told, "fault": known[told["fault"]]})


def _is_changed() -> bool:
    done = subprocess.run(["git", "status", "--porcelain"], capture_output=True, text=True, check=False)
    return bool(done.stdout.strip())
