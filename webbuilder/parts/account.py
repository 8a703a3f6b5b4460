"""The system account that PostgreSQL runs under: our own, or `nobody` for root, which it refuses."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Account:
    """Numbers of an account to change to, or None to stay who we are."""

    user: int | None = None
    group: int | None = None

    @property
    def arguments(self) -> dict[str, Any]:
        """The arguments with which a process is started under this account, in no group besides its own."""
        if self.user is None:
            return {"cwd": "/"}
        return {"cwd": "/", "user": self.user, "group": self.group, "extra_groups": ()}

    def may_enter(self, folder: Path) -> bool:
        """Return whether this account may pass through a folder and all folders above it."""
        return self._may("-x", folder)

    def may_read(self, path: Path) -> bool:
        """Return whether this account may read a file."""
        return self._may("-r", path)

    def _may(self, right: str, path: Path) -> bool:
        command = [shutil.which("test") or "/usr/bin/test", right, str(path)]
        return subprocess.run(command, **self.arguments, check=False).returncode == 0

    def give(self, folder: Path) -> None:
        """Hand a new folder of ours over to this account, closed to all others."""
        if self.user is not None and self.group is not None:
            os.chown(folder, self.user, self.group)
        folder.chmod(0o700)


def server_account() -> Account:
    """Return the account for the database server."""
    if os.geteuid() != 0:
        return Account()
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)
