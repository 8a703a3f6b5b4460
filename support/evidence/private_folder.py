"""A folder that nobody else may enter, for what has not been redacted yet; it is gone when its run is."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

_PREFIX = "magic-moment-unredacted-"
_OWNER = re.compile(rf"{_PREFIX}(\d+)-")


@dataclass(slots=True)
class PrivateFolder:
    """A temporary folder of this process, with mode 0700."""

    path: Path = field(init=False)

    def __post_init__(self) -> None:
        _sweep(Path(tempfile.gettempdir()))
        self.path = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.remove()

    def remove(self) -> None:
        """Take it away with all that is in it."""
        shutil.rmtree(self.path)


def _sweep(temporary: Path) -> None:
    """Take away what runs left that were killed before they could: folders of ours without an owner."""
    for folder in temporary.glob(f"{_PREFIX}*"):
        owner = _OWNER.match(folder.name)
        try:
            if owner and folder.stat().st_uid == os.getuid() and not _runs(int(owner[1])):
                shutil.rmtree(folder)
        except FileNotFoundError:
            continue  # another run was quicker with the broom


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
