"""The ledger of very many submissions: how long it takes to read all books and to compare them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

from support.bench.editing import platform_of_ones_own
from support.bench.flowing import WORKFLOW, addresses, as_fast_as_it_goes
from support.bench.ledger import settle
from support.bench.measuring import Figure
from support.ledger.reconciling import reconcile
from support.target.own import books_read_by, form_that_starts

MANY, RECONCILED = 10_000, 10.0  # submissions, each of a look of its own; s
_WAIT = 3600.0  # s until all that they start is over


def balancing() -> Iterator[Figure]:
    """Let so many visitors look and send a form; then read the books of all systems, and compare them."""
    with platform_of_ones_own() as (_, owner):
        form = form_that_starts(owner, "Ledger", WORKFLOW)
        asyncio.run(as_fast_as_it_goes(form, addresses("visitor", MANY), looking=True))
        settle(form, MANY, _WAIT)
        began = time.perf_counter()
        books = books_read_by(owner)
        read = time.perf_counter()
        balance = reconcile(books)
        ended = time.perf_counter()
    what = f"the ledger of {MANY:,} submissions"
    yield Figure(f"{what}: books read", read - began, "s", None, balance.sent)
    yield Figure(f"{what}: read and compared", ended - began, "s", RECONCILED, balance.sent)
    entries = sum(balance.found.values())
    yield Figure(f"{what}: entries compared", entries, "entries", samples=balance.sent, least=MANY)
    yield Figure(f"{what}: wrong", len(balance.wrong), "entries", 0, balance.sent, named=str(balance))
