"""What an edit costs: alone, beside others, on a long page; and what a contract adds to a scenario."""

from __future__ import annotations

import asyncio
import math
import os
import random
import secrets
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import httpx

from support.bench.measuring import Figure
from support.drivers.session import trust
from support.drivers.sockets import Socket
from support.keeping import Keeping
from support.run import Run
from support.scenario import compiled, run_scenario
from support.settings import RunSettings
from support.target.embedded import Embedded
from support.target.own import COOKIE, Page, open_workspace, page_of, words_heard, workspace_of
from support.world import World

BUSINESS = "Bench"
ALONE, ON_A_PAGE = 200, 60
PAGES, EDITORS, APART = 10, 50, 1.0  # pages, editors, seconds between two edits of one
EDITS_EACH = 20
SHORT, LONG = 10, 1000  # components of a page
CONTRACT_REPEATS = 9
CHECKED = (
    "features/systems/backend_apis/contract.feature",
    "A page that was changed is described as promised",
)


def percentile(seconds: list[float], share: float) -> float:
    """Return the value that a share of all values do not exceed; the highest for very few."""
    return sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))]


@contextmanager
def platform_of_ones_own() -> Iterator[tuple[Embedded, httpx.Client]]:
    """Give a fresh platform, and a client of somebody who owns a workspace there."""
    platform = Embedded(web_workers=os.cpu_count() or 1)  # a process answers on one core
    try:
        wanted = workspace_of(BUSINESS, "Maya", "maya@bench.example", secrets.token_hex(8))
        cookies = {COOKIE: open_workspace(platform, wanted)}
        app = platform.facts["app"]
        with httpx.Client(base_url=app, cookies=cookies, verify=trust(), timeout=60) as owner:
            yield platform, owner
    finally:
        platform.stop()


@contextmanager
def workspace() -> Iterator[tuple[str, httpx.Client]]:
    """Give a fresh platform's address, and a client of somebody who owns a workspace there."""
    with platform_of_ones_own() as (platform, owner):
        yield platform.facts["app"], owner


def _one(owner: httpx.Client, page: Page) -> float:
    began = time.perf_counter()
    owner.post(page.path, json=page.edit(secrets.token_hex(8))).raise_for_status()
    return time.perf_counter() - began


@dataclass(slots=True)
class _Ears:
    """Teammates, one a page, who hear what is done there: when words were sent, and when they were heard."""

    sent: dict[str, float] = field(default_factory=dict)
    heard: list[tuple[float, str]] = field(default_factory=list)

    def hear(self, message: str) -> None:
        """Note a message, and when it came."""
        self.heard.append((time.perf_counter(), message))

    def took(self) -> list[float]:
        """Return how long each edit took to be heard; one that nobody heard took for ever."""
        came = {words: at for at, message in reversed(self.heard) for words in words_heard(message)}
        return [came.get(words, math.inf) - at for words, at in self.sent.items()]


async def _editor(client: httpx.AsyncClient, page: Page, chance: random.Random, ears: _Ears) -> list[float]:
    took = []
    for _ in range(EDITS_EACH):
        await asyncio.sleep(chance.uniform(0.5, 1.5) * APART)  # as people do: not in step
        words = secrets.token_hex(8)
        began = ears.sent[words] = time.perf_counter()
        (await client.post(page.path, json=page.edit(words))).raise_for_status()
        took.append(time.perf_counter() - began)
    return took


async def _together(app: str, token: str, pages: list[Page], ears: _Ears) -> list[float]:
    limits = httpx.Limits(max_connections=EDITORS, max_keepalive_connections=EDITORS)
    async with httpx.AsyncClient(
        base_url=app, cookies={COOKIE: token}, verify=trust(), limits=limits, timeout=60
    ) as client:
        editors = (
            _editor(client, pages[one % PAGES], random.Random(one), ears)  # noqa: S311 - nobody is to be surprised
            for one in range(EDITORS)
        )
        return [took for editor in await asyncio.gather(*editors) for took in editor]


@contextmanager
def _lines(app: str, token: str, pages: list[Page], ears: _Ears) -> Iterator[None]:
    """Let a teammate have each page open."""
    with ExitStack() as held:
        for page in pages:
            line = Socket(
                app.replace("http", "ws", 1) + page.line, {"Cookie": f"{COOKIE}={token}"}, ears.hear
            )
            held.callback(line.close)
        yield


def editing() -> Iterator[Figure]:
    """Measure from an edit's making to its acknowledgement, when it is stored; 95th percentiles."""
    with workspace() as (app, owner):
        pages = [page_of(owner, f"Page {number}") for number in range(PAGES)]
        for page in pages:
            _one(owner, page)  # connections are made, plans are prepared
        alone = [_one(owner, pages[0]) for _ in range(ALONE)]
        yield Figure("an edit, alone (p95)", percentile(alone, 0.95) * 1000, "ms", 50.0, ALONE)
        ears, token = _Ears(), owner.cookies[COOKIE]
        with _lines(app, token, pages, ears):
            together = asyncio.run(_together(app, token, pages, ears))
            time.sleep(1)  # what was stored last is on its way still
        beside = f"beside {EDITORS - 1} editors on {PAGES} pages (p95)"
        yield Figure(f"an edit {beside}", percentile(together, 0.95) * 1000, "ms", 100.0, len(together))
        seen = ears.took()
        yield Figure(
            f"an edit until a teammate has it, {beside}",
            percentile(seen, 0.95) * 1000,
            "ms",
            500.0,
            len(seen),
        )
        short, long = page_of(owner, "Short", SHORT), page_of(owner, "Long", LONG)
        pairs = [(_one(owner, short), _one(owner, long)) for _ in range(ON_A_PAGE)]
        of_short, of_long = (statistics.median(times) for times in zip(*pairs, strict=True))
        told = f"an edit on a page of {LONG} components"
        yield Figure(told, of_long / of_short, f"× that of {SHORT}", 1.5, ON_A_PAGE)


def checking() -> Iterator[Figure]:
    """Measure what holding each exchange against the contract costs: with and without, in turns."""
    run = Run.begin(RunSettings())
    script = compiled(*CHECKED, "api")

    def took(promised: Keeping | None) -> float:
        world = World(run, script.case)
        began = time.perf_counter()
        with world:
            if promised is not None:
                world.journal.promised = promised
            for call in script.calls[:-1]:  # the last one asks for what was checked
                world.begin_step(call.kind, call.name)
                call.function(_Context(world), *call.arguments, **call.named)
        return time.perf_counter() - began

    try:
        run_scenario(script, World(run, script.case))  # caches fill
        pairs = [(took(None), took(Keeping())) for _ in range(CONTRACT_REPEATS)]
        with_it, without = (statistics.median(times) for times in zip(*pairs, strict=True))
        yield Figure("a scenario held against the contract", with_it / without, "× without", 1.10, len(pairs))
    finally:
        run.end()


@dataclass(frozen=True, slots=True)
class _Context:
    world: World
    table: None = None
    text: None = None
