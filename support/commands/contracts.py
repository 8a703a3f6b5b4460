"""`make contracts`: what the platform promises, whether partners can live with it, and whether it is kept."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from support.belonging import Looking
from support.conformance import COOKIE, Caller, TryingEnded, try_all
from support.drivers.session import HttpxSession
from support.journal import Journal
from support.promised_ways import ways
from support.target.embedded import Embedded, PlatformDidNotStart

if TYPE_CHECKING:
    from support.conformance import Tried

FILE = Path("contracts/openapi.json")
EXAMPLES, SEED = 20, 46
# Asked with a session of their own each, since they end it, or the password that it was begun with.
ENDING = ("DELETE /api/sessions", "DELETE /api/sessions/current", "PUT /api/me/password")
_BROKEN, _NOT_DONE = 1, 2


def contracts(*, examples: int = EXAMPLES, seed: int = SEED) -> int:
    """Try all that is promised at a platform of our own; 1 when it deviates, 2 when it cannot be tried."""
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
    session = _session(platform, 0)
    http, app = HttpxSession(Journal(), cookies={COOKIE: session}), platform.facts["app"]
    try:
        ask = Looking(
            ways(FILE, "/api/"), lambda method, path, body: http.send(method, app + path, json=body)
        )
        ids = {name: one for them in reversed(ask.have().ids) for name, one in them.items()}
    finally:
        http.close()
    return Caller(session, {name: _session(platform, 1 + at) for at, name in enumerate(ENDING)}, ids)


def _session(platform: Embedded, number: int) -> str:
    """Return a session of the owner of a fresh workspace."""
    owner = {
        "name": f"Bakery {number}",
        "owner": "Maya",
        "email": f"maya.{number}@contracts.example",
        "password": "fresh bread every day",
    }
    answer = httpx.post(
        f"{platform.facts['control']}/workspaces",
        json=owner,
        headers={"Authorization": f"Bearer {platform.operator_key}"},
        trust_env=False,
    )
    return str(answer.raise_for_status().json()["token"])


def _tell(tried: Tried, seconds: float) -> None:
    for one in tried.findings.values():
        print(one)
    for known, times in tried.set_aside.most_common():
        print(f"Set aside {times} times: {known.failure} with {known.problem}, since {known.reason}.")
    never = sorted(set(tried.requests) - tried.succeeded)
    if never:
        print(f"Never answered with success: {', '.join(never)}.")
    print(
        f"{len(tried.requests)} operations, {tried.requests.total()} requests, {tried.links} links followed"
        f" in {seconds:.0f} s: {len(tried.findings) or 'no'} deviations."
    )
