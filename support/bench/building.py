"""What a marketer waits for at a long page: until the builder can be used, and until an edit is drawn."""

from __future__ import annotations

import statistics
from contextlib import contextmanager
from typing import TYPE_CHECKING

from support.bench.editing import percentile, workspace
from support.bench.measuring import Figure
from support.drivers.engines.engines import Engines
from support.drivers.page import Cookie
from support.journal import Journal
from support.settings import RunSettings
from support.target.own import COOKIE, choose_heading, drawn_after, page_of, usable_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from support.drivers.page import Page

SIZES = {100: 1500.0, 1000: 3000.0}  # components of a page, and ms within which it can be used
OPENINGS, EDITS, DRAWN = 5, 20, 150.0  # ms until an edit is drawn


@contextmanager
def signed_in() -> Iterator[tuple[str, httpx.Client, Page]]:
    """Give a fresh platform's address, a client of an owner there, and a page of hers in Chromium."""
    engines = Engines(RunSettings(evidence="none"))
    try:
        with workspace() as (app, owner):
            cookie = Cookie(COOKIE, owner.cookies[COOKIE], app)
            yield app, owner, engines.get("chromium").new_machine(Journal(), [cookie]).page
    finally:
        engines.stop()


def building() -> Iterator[Figure]:
    """Measure the builder in Chromium, on pages of two sizes: medians, and the 95th percentile of edits."""
    with signed_in() as (app, owner, page):
        for components, most in SIZES.items():
            address = app + page_of(owner, f"Page of {components}", components).builder
            usable = statistics.median(usable_after(page, address) for _ in range(OPENINGS))
            name = f"the builder, on a page of {components} components"
            yield Figure(name, usable, "ms", most, OPENINGS)
        choose_heading(page, "A heading 0")
        drawn = [drawn_after(page, f"Rye {number} today") for number in range(EDITS)]
        name = f"an edit drawn, on a page of {max(SIZES)} components (p95)"
        yield Figure(name, percentile(drawn, 0.95), "ms", DRAWN, EDITS)
