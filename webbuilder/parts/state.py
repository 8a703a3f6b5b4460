"""The line that says where a running platform answers, and the files that hold it while it runs."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from webbuilder.parts.refusal import CannotStartError
from webbuilder.settings import Settings

_OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class State:
    """What a running platform says of itself."""

    settings: Settings

    def line(self, pids: Mapping[str, int]) -> str:
        """Return the one line of JSON for people and programs; it holds no secret."""
        return json.dumps(self._public(pids))

    def write(self, pids: Mapping[str, int]) -> None:
        """Keep the line, and with it the operator's key and our process, for the owner alone."""
        private = {"operator_key": self.settings.operator_key, "supervisor": {"pid": os.getpid()}}
        text = json.dumps(self._public(pids) | private)
        for path in self._files():
            _replace(path, text + "\n")

    def remove(self) -> None:
        """Take the files away: the platform has ended. One that another platform has written since stays."""
        for path in self._files():
            if _is_ours(path):
                path.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        extra = self.settings.state_file
        return [self.settings.data / "state.json", *([extra] if extra else [])]

    def _public(self, pids: Mapping[str, int]) -> dict[str, object]:
        where = self.settings.where
        return {
            "app": where.app,
            "sites": where.sites,
            "smtp": where.smtp,
            "mailbox": where.mailbox or None,
            "ai": where.ai,
            "names": where.names or None,
            "nameserver": self.settings.nameserver,
            "database": where.database,
            "control": f"{where.app}/control" if self.settings.control else None,
            "faults": list(self.settings.faults),
            "parts": {name: {"pid": pid} for name, pid in pids.items()},
        }


def _is_ours(path: Path) -> bool:
    try:
        return bool(json.loads(path.read_text("utf-8"))["supervisor"]["pid"] == os.getpid())
    except (OSError, ValueError, LookupError, TypeError):
        return False


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all, so that no reader meets half a line."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        partial.unlink(missing_ok=True)
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY), "w") as file:
            file.write(text)
        partial.replace(path)
    except OSError as refused:
        message = (
            f"The state file {path} cannot be written ({(refused.strerror or '').lower()}): "
            "give another place with --state-file."
        )
        raise CannotStartError(message) from refused
