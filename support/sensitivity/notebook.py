"""What an experiment has found out so far, kept line by line, so that one that was stopped can go on."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
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
        self._file, self._lock = reports / FILE, Lock()  # several lanes find something out

    def begin(self, control: Control) -> None:
        """Begin anew with what the run without faults came to."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        state = {"commit": commit(), "changed": _is_changed()}
        said = {**state, "planned": list(control.planned), "failed": dict(control.failed)}
        self._file.write_text(json.dumps(said, ensure_ascii=False) + "\n", "utf-8")

    def add(self, finding: Finding) -> None:
        """Keep what was found out about a fault."""
        said = {**asdict(finding), "fault": finding.fault.id}
        with self._lock, self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(said, ensure_ascii=False) + "\n")

    def read(self, faults: Collection[Fault], planned: Collection[str]) -> Before:
        """Return what was found out before, of the same commit and the same scenarios without faults.

        A last line that was not written to its end is taken away, so that the next one begins anew.

        Raises:
            CatalogueUnusable: nothing was, or of another commit or other scenarios, or the project was or is
                not as it was committed.
        """
        if not self._file.exists():
            raise CatalogueUnusable(f"There is no {self._file} to go on from. Leave RESUME out.")
        first, *rest = self._whole_lines() or [{}]
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

    def _whole_lines(self) -> list[dict[str, Any]]:
        text = self._file.read_text("utf-8")
        whole = text[: text.rfind("\n") + 1]
        self._file.write_text(whole, "utf-8")
        return [json.loads(line) for line in whole.split("\n")[:-1]]


def _finding(told: dict[str, Any], known: dict[str, Fault]) -> Finding:
    return Finding(**{**told, "fault": known[told["fault"]]})


def _is_changed() -> bool:
    done = subprocess.run(["git", "status", "--porcelain"], capture_output=True, text=True, check=False)
    return bool(done.stdout.strip())
