"""A letter to many: how many go out a second, and what is lost or doubled when the worker is killed."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

import httpx
import psycopg

from support.bench.editing import BUSINESS, platform_of_ones_own
from support.bench.measuring import Figure
from support.drivers.session import trust
from support.target.embedded import Embedded
from support.target.own import PEOPLE, SETTLED, Letter, let_go

MANY, LEAST, KILLS = 1_000, 200.0, 2  # readers; letters a second at least; kills of the worker on the way
_LOOKS, _PATIENCE, _PAGE = 0.25, 300.0, 500  # s between two looks; s; mails of the mailroom read at once


def lettering() -> Iterator[Figure]:
    """Send a letter to a thousand, and then another one while the worker is killed twice."""
    with platform_of_ones_own() as (platform, owner):
        with psycopg.connect(platform.facts["database"], autocommit=True) as line:
            line.execute(PEOPLE, {"called": BUSINESS, "many": MANY})
            line.execute(SETTLED)
        began = time.perf_counter()
        _until(let_go(owner, "Rye is back"), MANY)
        took = time.perf_counter() - began
        yield Figure("letters to many", MANY / took, "a second", samples=MANY, least=LEAST)
        letter = let_go(owner, "Rye, with kills")
        killed = sum(_killed_at(platform, letter, MANY * part // (KILLS + 1)) for part in range(1, KILLS + 1))
        _until(letter, MANY)
        yield Figure("letters to many, worker killed: kills", killed, "kills", samples=MANY, least=KILLS)
        came = _came(platform, "Rye, with kills")
        uncertain = letter.told["mails"].get("uncertain", 0)
        lost = MANY - len(came) - uncertain
        yield Figure("letters to many, worker killed: lost", lost, "letters", 0, MANY)
        twice = sum(many > 1 for many in came.values())
        yield Figure("letters to many, worker killed: twice", twice, "letters", 0, MANY)
        yield Figure("letters to many, worker killed: uncertain", uncertain, "letters", samples=MANY)


def _until(letter: Letter, done: int) -> None:
    """Wait until so many of a letter have come to an end; RuntimeError when they do not."""
    until = time.monotonic() + _PATIENCE
    while letter.done < done:
        if time.monotonic() > until:
            raise RuntimeError(f"a letter to {MANY} does not come to its end: {letter.told}")
        time.sleep(_LOOKS)  # asked without a pause it would measure the asking


def _killed_at(platform: Embedded, letter: Letter, done: int) -> int:
    """Kill the worker once so many are done; return 1, or 0 where it had ended by itself."""
    _until(letter, done)
    with suppress(ProcessLookupError):
        os.kill(platform.pids()["worker"], signal.SIGKILL)
        return 1
    return 0


def _came(platform: Embedded, subject: str) -> Counter[str]:
    """Return how many mails of a subject each address has in the mailroom."""
    found: Counter[str] = Counter()
    with httpx.Client(
        base_url=f"{platform.facts['mailbox']}/api/v1/", verify=trust(), timeout=60
    ) as mailroom:
        start = 0
        while True:
            asked = {"limit": _PAGE, "start": start}
            mails = mailroom.get("messages", params=asked).raise_for_status().json()["messages"]
            found.update(one["To"][0]["Address"] for one in mails if one["Subject"] == subject)
            if len(mails) < _PAGE:
                return found
            start += len(mails)
