"""What cases did before, in a file that outlives a clone: how long they took, and what flips."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import statistics
import subprocess
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from support.runner.attempt import Attempt

VERSION = 2
_KEPT = 90 * 24 * 3600.0  # seconds that an attempt is remembered
_CODE = ("contracts", "features", "support", "targets", "webbuilder")
_LAST = 20  # attempts that tell how long a case takes
_TABLE = """create table if not exists attempts (
    case_id text not null, state text not null, target text not null, ending text not null,
    duration_s real not null, at real not null, run text not null, number integer not null,
    unique (run, case_id, number))"""


class HistoryUnusable(ValueError):
    """A history that cannot be read or written; the message says what to do."""


def history_file() -> Path:
    """Return where the history lies: MM_HISTORY, else the user's cache folder."""
    named = os.environ.get("MM_HISTORY")
    if named:
        return Path(named)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "magic-moment" / "history.sqlite3"


class History:
    """The history in a file. Every method raises HistoryUnusable when the file cannot be used."""

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as connection:
                found = connection.execute("pragma user_version").fetchone()[0]
                if found not in {0, VERSION}:
                    raise HistoryUnusable(
                        f"The history {file} is of version {found}, and this is version {VERSION}: move it"
                        " away, or name another file in MM_HISTORY. Without it nobody can tell what flips."
                    )
                connection.execute(_TABLE)
                connection.execute("create index if not exists of_case on attempts (case_id, state)")
                connection.execute(f"pragma user_version = {VERSION}")
                connection.execute("delete from attempts where at < ?", (time.time() - _KEPT,))
                connection.commit()
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error) from None

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file, timeout=30)

    def _unusable(self, error: Exception) -> HistoryUnusable:
        return HistoryUnusable(
            f"The history {self._file} cannot be used ({error}): move it away,"
            " or name another file in MM_HISTORY."
        )

    def durations(self, not_of: str = "") -> dict[str, float]:
        """Return how long cases take, in seconds: the median of their last passes, on other states."""
        query = (
            "select case_id, duration_s from attempts where ending = 'passed' and state <> ? order by at desc"
        )
        rows = self._rows(query, not_of)
        found: dict[str, list[float]] = defaultdict(list)
        for case, duration_s in rows:
            if len(found[case]) < _LAST:
                found[case].append(duration_s)
        return {case: statistics.median(values) for case, values in found.items()}

    def endings(self, state: str, target: str) -> dict[str, frozenset[str]]:
        """Return how each case ended before on the same code against the same target."""
        rows = self._rows(
            "select case_id, ending from attempts where state = ? and target = ?", state, target
        )
        found: dict[str, set[str]] = defaultdict(set)
        for case, ending in rows:
            found[case].add(ending)
        return {case: frozenset(values) for case, values in found.items()}

    def _rows(self, query: str, *values: object) -> list[tuple[str, Any]]:
        try:
            with closing(self._open()) as connection:
                return connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._unusable(error) from None

    def keep(self, attempts: Iterable[Attempt], facts: Mapping[str, str]) -> None:
        """Remember attempts; `facts` are the state of the code, the target and the run."""
        rows = [
            (
                one.case.id,
                facts["state"],
                facts["target"],
                one.ending,
                one.duration_s,
                one.started,
                facts["run"],
                one.number,
            )
            for one in attempts
            if one.ending in {"passed", "failed", "interrupted"}
        ]
        try:
            with closing(self._open()) as connection:
                connection.executemany("insert or ignore into attempts values (?, ?, ?, ?, ?, ?, ?, ?)", rows)
                connection.commit()
        except sqlite3.Error as error:
            raise self._unusable(error) from None


def state_of(folder: Path) -> str:
    """Name the code below a folder as it is now: its commit, and a digest of what differs from it.

    Where there is no git, it is a digest of the specifications and of what they run on.
    """
    commit, root = _git(folder, "rev-parse", "HEAD"), _git(folder, "rev-parse", "--show-toplevel")
    if commit is None or root is None:
        return _digest(folder)
    changed = _git(folder, "status", "--porcelain=v1", "-z", "--untracked-files=all", "--", ".") or ""
    if not changed:
        return commit.strip()
    digest = hashlib.sha256(changed.encode())
    for entry in sorted(changed.split("\0")):
        file = Path(root.strip()) / entry[3:]
        if entry and file.is_file():
            digest.update(entry.encode() + file.read_bytes())
    return f"{commit.strip()}+{digest.hexdigest()[:16]}"


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in _CODE:
        for file in sorted((folder / name).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(str(file.relative_to(folder)).encode() + file.read_bytes())
    return f"files+{digest.hexdigest()[:16]}"


def _git(folder: Path, *words: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", *words], cwd=folder, capture_output=True, text=True, check=False, timeout=30
        )
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
