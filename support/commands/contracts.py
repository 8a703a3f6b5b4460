"""`make contracts`: what each service promises, whether others can live with it, and whether it is kept."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.compatibility import breaks, is_new_major
from support.conformance import TryingEnded, try_all
from support.reporting.words import counted
from support.target.embedded import Embedded, PlatformDidNotStart
from support.trials import FILE, FOLDER, trials

if TYPE_CHECKING:
    from support.conformance import Tried

_BROKEN, _NOT_DONE = 1, 2


def contracts(*, examples: int, seed: int) -> int:
    """Compare what is promised with what was, and try it; 1 when somebody would stumble, 2 when not done."""
    return _worst(_compared(Path.cwd()), _tried(examples, seed))


def _worst(*outcomes: int) -> int:
    return next((one for one in (_NOT_DONE, _BROKEN) if one in outcomes), 0)


def _compared(root: Path) -> int:
    """Tell what would break those who keep to the newest contracts that were tagged."""
    try:
        tag, old = tagged(root)
    except (subprocess.CalledProcessError, ValueError) as why:
        print(f"The contracts that were tagged cannot be read: {why}")
        return _NOT_DONE
    if not tag:
        print(
            "No contract was tagged yet (git tag contract-1.0.0), so nothing is compared with an earlier one."
        )
        return 0
    return _worst(*(_compare(name, was, root / name, tag) for name, was in sorted(old.items())))


def _compare(name: str, old: dict[str, Any], file: Path, tag: str) -> int:
    new = json.loads(file.read_text("utf-8")) if file.exists() else {"info": old["info"], "paths": {}}
    found = breaks(old, new)
    print(*found, f"{name}: {counted(len(found), 'change')} would break whoever keeps to {tag}.", sep="\n")
    if found and is_new_major(old, new):
        print(f"They may: {new['info']['version']} has a new major number.")
        return 0
    return _BROKEN if found else 0


def tagged(root: Path) -> tuple[str, dict[str, dict[str, Any]]]:
    """Return the newest tag `contract-*` of a repository and the contracts as they were there, by their file.

    Without a tag both are empty.

    Raises:
        CalledProcessError, ValueError: what partners were promised is not there, or one cannot be read.
    """
    listed = _git(root, "tag", "--list", "contract-*", "--sort=-creatordate").split()
    if not listed:
        return "", {}
    names = _git(root, "ls-tree", "--name-only", listed[0], f"{FOLDER}/").splitlines()
    wanted = {FILE.as_posix(), *(name for name in names if name.endswith(".json"))}
    return listed[0], {name: json.loads(_git(root, "show", f"{listed[0]}:{name}")) for name in wanted}


def _git(root: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, text=True).stdout


def _tried(examples: int, seed: int) -> int:
    """Try all that is promised at a platform of our own."""
    print(f"Every operation is tried, with seed {seed} …", flush=True)
    outcomes = []
    try:
        platform = Embedded()
        try:
            for one in trials(platform):
                started = time.monotonic()
                tried = try_all(one.file, one.address, one.caller, examples=examples, seed=seed)
                _tell(one.service, tried, time.monotonic() - started)
                outcomes.append(_BROKEN if tried.findings else 0)
        finally:
            platform.stop()
    except (PlatformDidNotStart, TryingEnded, LookupError) as why:
        print(why)
        return _NOT_DONE
    return _worst(*outcomes)


def _tell(service: str, tried: Tried, seconds: float) -> None:
    print(f"{service}:")
    for one in tried.findings.values():
        print(one)
    for known, times in tried.set_aside.most_common():
        print(
            f"Set aside {counted(times, 'time')}: {known.failure} with {known.problem}, since {known.reason}."
        )
    never = sorted(set(tried.requests) - tried.succeeded)
    if never:
        print(f"Never answered with success: {', '.join(never)}.")
    print(
        f"{len(tried.requests)} operations, {tried.requests.total()} requests, {tried.links} links followed"
        f" in {seconds:.0f} s: {counted(len(tried.findings), 'deviation')}.",
        flush=True,
    )
