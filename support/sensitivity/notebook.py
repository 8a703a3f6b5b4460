"""What an experiment has found out so far, kept line by line, so that one that was stopped can go on."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Collection, Iterator, Sequence
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
        state = {"commit": commit(), "changed": _is_changed()}
        said = {**state, "planned": list(control.planned), "failed": dict(control.failed)}
        self._file.write_text(json.dumps(said, ensure_ascii=False) + "\n", "utf-8")

    def add(self, finding: Finding) -> None:
        """Keep what was found out about a fault."""
        said = {**asdict(finding), "fault": finding.fault.id}
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(said, ensure_ascii=False) + "\n")

    def read(self, faults: Collection[Fault], planned: Collection[str]) -> Before:
        """Return what was found out before, of the same commit and the same scenarios without faults.

        Raises:
            CatalogueUnusable: nothing was, or of another commit or other scenarios, or the project was or is
                not as it was committed.
        """
        if not self._file.exists():
            raise CatalogueUnusable(f"There is no {self._file} to go on from. Leave RESUME out.")
        first, *rest = [*_whole_lines(self._file)] or [{}]
        if first.get("commit") != commit() or first.get("changed") or _is_changed():
            raise CatalogueUnusable(
                f"What was found out was of the commit {first.get('commit')}, and this is another state of"
                " the project, or that was. Check that commit out, or leave RESUME out."
            )
        if set(first["planned"]) != set(planned):
            raise CatalogueUnusable(
                "What was found out was of other scenarios without faults: by another channel, or for other"
                " faults. Ask for the same, or leave RESUME out."
            )
        known = {fault.id: fault for fault in faults}
        told = [one for one in rest if one["fault"] in known]
        return Before(Control(first["planned"], first["failed"]), [_finding(one, known) for one in told])


def _whole_lines(file: Path) -> Iterator[dict[str, Any]]:
    """Yield what stands in a file; a last line that was not written to its end tells nothing."""
    for line in file.read_text("utf-8").splitlines(keepends=True):
        if line.endswith("\n"):
            yield json.loads(line)


def _finding(told: dict[str, Any], known: dict[str, Fault]) -> Finding:
    return Finding(**{**told, "fault": known[told["fault"]]})


def _is_changed() -> bool:
    done = subprocess.run(["git", "status", "--porcelain"], capture_output=True, text=True, check=False)
    return bool(done.stdout.strip())
