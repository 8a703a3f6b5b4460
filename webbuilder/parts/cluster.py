"""The database cluster on disk: made once, kept in the user's cache, copied for each new data folder."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from webbuilder.parts.account import Account
from webbuilder.parts.programs import cache_folder, programs_version

DATABASE_NAME = "webbuilder"
_LAYOUT = (
    "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync", "--no-instructions",
    "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--wal-segsize=4",
)  # fmt: skip
_KEPT = 4


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster's folder, the account that owns it and the programs that serve it."""

    folder: Path
    account: Account
    programs: Path

    @property
    def exists(self) -> bool:
        """Whether there is a cluster in the folder."""
        return (self.folder / "PG_VERSION").exists()

    def initialise(self) -> None:
        """Make an empty cluster with the platform's database in it."""
        building = self._begin()
        self._run([self.programs / "initdb", *_LAYOUT, "-D", building])
        single: list[str | Path] = [self.programs / "postgres", "--single", "-F", "-D", building, "postgres"]
        self._run(single, f"CREATE DATABASE {DATABASE_NAME};\n")
        building.rename(self.folder)

    def copy_from(self, source: Path) -> None:
        """Make the cluster as a copy of an initialised one that is not running."""
        building = self._begin()
        # cp shares the blocks where the file system can, and keeps owners and modes.
        subprocess.run(["cp", "-a", f"{source}/.", building], check=True)
        building.rename(self.folder)

    def _begin(self) -> Path:
        """Return an empty folder beside the cluster's, which takes its name once it is whole."""
        building = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir()
        self.account.give(building)
        return building

    def _run(self, command: Sequence[str | Path], text: str = "") -> None:
        subprocess.run(
            command, input=text, text=True, check=True, stdout=subprocess.DEVNULL, **self.account.arguments
        )


def cached(schema: str, account: Account) -> Path:
    """Return where the initialised cluster of this schema is kept; it may not be there."""
    facts = f"{schema} {programs_version()} {_LAYOUT} {account.user}"
    return cache_folder() / f"cluster-{hashlib.sha256(facts.encode()).hexdigest()[:16]}"


def keep(cluster: Path, cache: Path) -> None:
    """Keep a cluster that was stopped cleanly as the cache, at once and whole; the oldest ones go.

    Raises:
        OSError: the cache cannot be written.
    """
    cache.parent.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=".building-", dir=cache.parent))
    try:
        subprocess.run(["cp", "-a", f"{cluster}/.", building], check=True)
        if not cache.exists():
            building.rename(cache)
    except subprocess.CalledProcessError as failed:
        message = f"copying the cluster to {building} failed"
        raise OSError(message) from failed
    finally:
        shutil.rmtree(building, ignore_errors=True)
    kept = sorted(cache.parent.glob("cluster-*"), key=lambda each: each.stat().st_mtime)
    for old in kept[:-_KEPT]:
        shutil.rmtree(old)
