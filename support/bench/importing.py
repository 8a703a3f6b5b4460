"""How many contacts a second are tried out, imported and exported."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from support.bench.editing import workspace
from support.bench.measuring import Figure
from support.target.own import exported, imported, tried_out

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY, LEAST = 20_000, 2_000.0  # rows of a file; of them a second, at least


def importing() -> Iterator[Figure]:
    """Measure a file of new contacts, each with two tags, a list and two details; once each."""
    with workspace() as (_, owner):
        began = time.perf_counter()
        brought = tried_out(owner, _file(MANY))
        tried = time.perf_counter()
        state = imported(owner, brought)
        ended = time.perf_counter()
        size = exported(owner).count(b"\r\n") - 1
        left = time.perf_counter()
    done = MANY if state == "succeeded" else 0
    yield Figure("contacts tried out", MANY / (tried - began), "a second", samples=MANY)
    yield Figure("contacts imported", done / (ended - tried), "a second", samples=done, least=LEAST)
    yield Figure("contacts exported", size / (left - ended), "a second", samples=size)


def _file(many: int) -> bytes:
    rows = (
        f"person-{number}@example.org,Person {number},regular;rye {number % 10},News,Leeds,{number}\n"
        for number in range(many)
    )
    return ("E-mail,Name,Tags,Lists,Town,Number\n" + "".join(rows)).encode()
