"""Contacts among a hundred thousand: found by words, read as a list, counted by a segment."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import httpx
import psycopg

from support.bench.editing import BUSINESS, percentile, platform_of_ones_own
from support.bench.measuring import Figure
from support.target.own import CONDITIONS, PEOPLE, SEARCHES, SETTLED

MANY, ROUNDS = 100_000, 12
_SEARCH, _COUNT = 100.0, 300.0  # ms, 95 of 100
_AMONG = f"among {MANY:,} contacts (p95)"


def finding() -> Iterator[Figure]:
    """Measure what searching and counting takes by API, each word and each segment in turn."""
    with platform_of_ones_own() as (platform, owner):
        _people(platform.facts["database"])
        segments = [f"{_made(owner, name)}/members" for name in CONDITIONS]
        found = _times(SEARCHES, lambda words: _read(owner, "/api/contacts", search=words))
        yield Figure(f"a search {_AMONG}", percentile(found, 0.95) * 1000, "ms", _SEARCH, len(found))
        listed = _times(("",), lambda _: _read(owner, "/api/contacts"))
        yield Figure(f"the newest 50 {_AMONG}", percentile(listed, 0.95) * 1000, "ms", _SEARCH, len(listed))
        sized = _times(segments, lambda path: _read(owner, path, limit="1"))
        yield Figure(f"a segment counted {_AMONG}", percentile(sized, 0.95) * 1000, "ms", _COUNT, len(sized))


def _people(database: str) -> None:
    """Let the workspace have so many contacts, made at once in its database."""
    with psycopg.connect(database, autocommit=True) as line:
        line.execute(PEOPLE, {"called": BUSINESS, "many": MANY})
        line.execute(SETTLED)


def _made(owner: httpx.Client, name: str) -> str:
    match, conditions = CONDITIONS[name]
    asked = {"name": name, "match": match, "conditions": conditions}
    return str(owner.post("/api/segments", json=asked).raise_for_status().headers["location"])


def _times(asked: tuple[str, ...] | list[str], ask: Callable[[str], None]) -> list[float]:
    """Return how long each question takes, in seconds, asked in turn; the first round is for the caches."""
    for one in asked:
        ask(one)
    return [_took(ask, one) for _ in range(ROUNDS) for one in asked]


def _took(ask: Callable[[str], None], one: str) -> float:
    began = time.perf_counter()
    ask(one)
    return time.perf_counter() - began


def _read(owner: httpx.Client, path: str, **words: str) -> None:
    owner.get(path, params=words).raise_for_status()
