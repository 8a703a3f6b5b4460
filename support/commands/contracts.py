"""`make contracts`: what the platform promises, whether partners can live with it, and whether it is kept."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.belonging import Looking
from support.compatibility import breaks, is_new_major
from support.conformance import Caller, TryingEnded, try_all
from support.drivers.session import HttpxSession
from support.journal import Journal
from support.promised_ways import ways_of
from support.reporting.words import counted
from support.target.description import describe
from support.target.embedded import Embedded, PlatformDidNotStart
from support.target.own import COOKIE, open_workspace, workspace_of

if TYPE_CHECKING:
    from support.conformance import Tried

FILE = Path("contracts/openapi.json")
# Asked with a session of their own each, since they end it, or the password that it was begun with.
ENDING = ("DELETE /api/sessions", "DELETE /api/sessions/current", "PUT /api/me/password")
_WORDS = "rye at five"  # as the contract's own examples have it, so that they can succeed
_BROKEN, _NOT_DONE = 1, 2


def contracts(*, examples: int, seed: int) -> int:
    """Compare what is promised with what was, and try it; 1 when partners would stumble, 2 when not done."""
    outcomes = (_compared(Path.cwd()), _tried(examples, seed))
    return next((one for one in (_NOT_DONE, _BROKEN) if one in outcomes), 0)


def _compared(root: Path) -> int:
    """Tell what would break partners who keep to the newest contract that was tagged."""
    try:
        tag, old = tagged(root)
    except (subprocess.CalledProcessError, ValueError) as why:
        print(f"The contract that was tagged cannot be read: {why}")
        return _NOT_DONE
    if old is None:
        print(
            "No contract was tagged yet (git tag contract-1.0.0), so nothing is compared with an earlier one."
        )
        return 0
    new = json.loads((root / FILE).read_text("utf-8"))
    found = breaks(old, new)
    print(*found, f"{counted(len(found), 'change')} would break partners who keep to {tag}.", sep="\n")
    if found and is_new_major(old, new):
        print(f"They may: {new['info']['version']} has a new major number.")
        return 0
    return _BROKEN if found else 0


def tagged(root: Path) -> tuple[str, dict[str, Any] | None]:
    """Return the newest tag `contract-*` of a repository and the contract as it was there; None without one.

    Raises:
        CalledProcessError, ValueError: it is not there, or none that can be read.
    """
    listed = _git(root, "tag", "--list", "contract-*", "--sort=-creatordate").split()
    if not listed:
        return "", None
    return listed[0], json.loads(_git(root, "show", f"{listed[0]}:{FILE.as_posix()}"))


def _git(root: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, text=True).stdout


def _tried(examples: int, seed: int) -> int:
    """Try all that is promised at a platform of our own."""
    started = time.monotonic()
    print(f"Every operation is tried, with seed {seed} …", flush=True)
    try:
        platform = Embedded()
        try:
            tried = try_all(FILE, platform.facts["app"], _caller(platform), examples=examples, seed=seed)
        finally:
            platform.stop()
    except (PlatformDidNotStart, TryingEnded) as why:
        print(why)
        return _NOT_DONE
    _tell(tried, time.monotonic() - started)
    return _BROKEN if tried.findings else 0


def _caller(platform: Embedded) -> Caller:
    """Return an owner who has one of all that the contract's examples can make."""
    session, known = _session(platform, 0), ways_of(FILE, _below())
    http, app = HttpxSession(Journal(), cookies={COOKIE: session}), platform.facts["app"]
    try:
        looking = Looking(known, lambda method, path, body: http.send(method, app + path, json=body))
        ids = {name: one for them in looking.have().ids for name, one in them.items()}
    finally:
        http.close()
    members = {f"path.{name}": one for name, one in ids.items()}
    for way in known:
        members |= {f"body.{member}": ids[name] for member, name in way.held.items()}
    members["body.operations[*].id"] = ids["component_id"]
    return Caller(session, {name: _session(platform, 1 + at) for at, name in enumerate(ENDING)}, members)


def _below() -> str:
    """Return how the paths begin that our own target's contract speaks of."""
    promised = describe("embedded").contract
    return promised.below if promised else "/"


def _session(platform: Embedded, number: int) -> str:
    """Return a session of the owner of a fresh workspace."""
    address = f"maya.{number}@example.org" if number else "maya@example.org"
    return open_workspace(platform, workspace_of(f"Bakery {number}", "Maya", address, _WORDS))


def _tell(tried: Tried, seconds: float) -> None:
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
        f" in {seconds:.0f} s: {counted(len(tried.findings), 'deviation')}."
    )
