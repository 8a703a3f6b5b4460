"""The data folder: found or made, checked before anything is written, held by one platform at a time."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import tempfile
from pathlib import Path

from webbuilder.parts.refusal import CannotStartError

NEEDED_MEGABYTES = 200
# Others may pass through to the database's own folder, which may be another account's, but not look.
_PASSABLE = 0o711
_PRIVATE = 0o700


def temporary() -> Path:
    """Return a new folder of our own, which is removed when the platform ends."""
    folder = Path(tempfile.mkdtemp(prefix="webbuilder-"))
    folder.chmod(_PASSABLE)
    return folder.resolve()


def prepare(folder: Path) -> Path:
    """Make the folder and the rooms in it where they are missing, and return its full path.

    Raises:
        CannotStartError: it cannot be written, is not a folder, or its disk is nearly full.
    """
    folder = folder.expanduser().resolve()
    try:
        _make(folder)
        _refuse_a_full_disk(folder)
        for room in ("logs", "mail"):
            (folder / room).mkdir(mode=_PRIVATE, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"written")
    except OSError as refused:
        raise CannotStartError(_sentence(folder, refused)) from refused
    return folder


def _make(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(_PASSABLE)
    elif not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "it is not a folder")


def _refuse_a_full_disk(folder: Path) -> None:
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < NEEDED_MEGABYTES:
        message = (
            f"The data folder {folder} has {free} MB of free space and the platform needs "
            f"{NEEDED_MEGABYTES} MB: make room, or give another folder with --data."
        )
        raise CannotStartError(message)


def _sentence(folder: Path, refused: OSError) -> str:
    why = (refused.strerror or str(refused)).lower()
    return (
        f"The data folder {folder} cannot be written ({why}): "
        "give another folder with --data, or make this one writable."
    )


def hold(folder: Path) -> int:
    """Take the folder for this platform and return the descriptor that holds it until it is closed.

    Raises:
        CannotStartError: another platform runs on it.
    """
    descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as held:
        os.close(descriptor)
        message = (
            f"The data folder {folder} is in use by another platform that runs now: "
            "stop that one, or give another folder with --data."
        )
        raise CannotStartError(message) from held
    return descriptor
