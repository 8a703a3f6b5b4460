"""Live sites: how soon what is published is live, how soon a page comes, and what a million events cost."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Iterator
from itertools import cycle, islice

import httpx
import psycopg

from support.bench.editing import percentile, platform_of_ones_own
from support.bench.measuring import Figure
from support.bench.null_server import null_server
from support.bench.rate import ask, at_a_rate, page_asked
from support.drivers.session import trust
from support.target.own import (
    AT_ONCE,
    COUNTED,
    IN_THE_BACKGROUND,
    VISITED,
    PublishedSite,
    published_site,
)

PAGES, PUBLISHED, LIVE = 20, 30, 1000.0  # of a site; times; ms until a visitor reads what was published
A_SECOND, SECONDS, SHOWN = 200, 20, 50.0  # looks at live pages, each over a connection of its own; ms
MANY, READ, TOLD = 1_000_000, 20, 300.0  # events; times that figures are read; ms
_WARM, _BROWSERS = 200, 1000  # looks before any is measured; browsers that tell visitors apart


def going_live() -> Iterator[Figure]:
    """Measure from publishing to live page, and live pages at a rate, beside a server that does nothing."""
    with platform_of_ones_own() as (_, owner):
        site = published_site(owner, "Going live", PAGES)
        yield from _publishing(site)
        yield from _looking(site)


def _publishing(site: PublishedSite) -> Iterator[Figure]:
    """Yield how soon a changed word is read, published while its owner waits and in the background."""
    with httpx.Client(verify=trust(), timeout=60, trust_env=False) as visitor:
        for how, told in ((AT_ONCE, "publishing"), (IN_THE_BACKGROUND, "publishing in the background")):
            took = [_published(site, visitor, number, how) for number in range(PUBLISHED + 1)][1:]
            what = f"from {told} to a live page, of {PAGES} pages"
            yield Figure(f"{what} (p50)", percentile(took, 0.5) * 1000, "ms", None, len(took))
            yield Figure(f"{what} (p95)", percentile(took, 0.95) * 1000, "ms", LIVE, len(took))


def _published(site: PublishedSite, visitor: httpx.Client, number: int, how: str) -> float:
    """Change a word on one page after the other, publish, and return after how many seconds it is read."""
    page, words = site.pages[number % PAGES], f"Rye {secrets.token_hex(8)}"
    site.change(page, words)
    return site.published_after(visitor, page, words, how)


def _looking(site: PublishedSite) -> Iterator[Figure]:
    """Yield how long visitors wait for a live page, how many looks are not counted, and what asking costs."""
    requests = [*islice(_requests(site), A_SECOND * SECONDS)]
    asyncio.run(at_a_rate(site.port, requests[:_WARM], A_SECOND))
    before = site.looks()
    took = asyncio.run(at_a_rate(site.port, requests, A_SECOND))
    yield from _shares("a live page", took, SHOWN)
    lost = len(requests) - (site.looks() - before)
    yield Figure(f"live pages at {A_SECOND} a second: looks not counted", lost, "looks", 0, len(requests))
    size = asyncio.run(ask(site.port, requests[0]))
    with null_server(size) as port:
        asyncio.run(at_a_rate(port, requests[:_WARM], A_SECOND))
        alone = asyncio.run(at_a_rate(port, requests, A_SECOND))
    yield from _shares("as many bytes from a server that does nothing", alone)


def _requests(site: PublishedSite) -> Iterator[bytes]:
    """Yield requests for one page after the other, by one browser after the other."""
    asked = (
        page_asked(site.pages[number % PAGES].path, site.host, f"bench {number}")
        for number in range(_BROWSERS)
    )
    return cycle(asked)


def _shares(what: str, took: list[float], most: float | None = None) -> Iterator[Figure]:
    for share in (50, 95, 99):
        bound = most if share == 95 else None  # noqa: PLR2004 - what was promised is promised of 95 in 100
        name = f"{what}, at {A_SECOND} a second (p{share})"
        yield Figure(name, percentile(took, share / 100) * 1000, "ms", bound, len(took))


def many_events() -> Iterator[Figure]:
    """Measure reading what came of a site to which very many came: the first time, and from then on."""
    with platform_of_ones_own() as (platform, owner):
        site = published_site(owner, "Many came", 1)
        with psycopg.connect(platform.facts["database"], autocommit=True) as line:
            for statement in VISITED:
                line.execute(statement, {"site": site.identifier, "many": MANY})
            line.execute(COUNTED)
        took = [_told(site) for _ in range(READ + 1)]
        among = f"among {MANY:,} events"
        yield Figure(f"insights {among}, the first time", took[0] * 1000, "ms", None)
        yield Figure(
            f"insights {among}, from then on (p50)", percentile(took[1:], 0.5) * 1000, "ms", None, READ
        )
        yield Figure(
            f"insights {among}, from then on (p95)", percentile(took[1:], 0.95) * 1000, "ms", TOLD, READ
        )


def _told(site: PublishedSite) -> float:
    began = time.perf_counter()
    site.looks()
    return time.perf_counter() - began
