"""A form and what follows: how soon at a rate that a shop has, and whether all of it when thousands come."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpx

from support.bench.editing import percentile, platform_of_ones_own
from support.bench.ledger import Ledger, mails_of, settle
from support.bench.measuring import Figure
from support.drivers.session import trust
from support.target.own import CONTACT, MAIL, Form, form_that_starts, tagged

A_SECOND, SECONDS = 10, 25
MANY, AT_ONCE = 10_000, 20  # triggers, and how many visitors send at a time
SOON = 1000.0  # ms from form to contact, and from form to mail accepted
WORKFLOW = (CONTACT, tagged("newsletter"), MAIL)
_WARM, _LINES = 20, 100  # visitors before any is measured; connections at most


def address(what: str, number: int) -> str:
    """Return the address of a visitor."""
    return f"{what}-{number:05}@visitors.bench.example"


def addresses(what: str, many: int) -> list[str]:
    """Return addresses of as many visitors."""
    return [address(what, number) for number in range(many)]


def _client(many: int) -> httpx.AsyncClient:
    limits = httpx.Limits(max_connections=many, max_keepalive_connections=many)
    return httpx.AsyncClient(verify=trust(), limits=limits, timeout=60, trust_env=False)


async def _visit(client: httpx.AsyncClient, form: Form, email: str) -> float:
    """Read the page and send its form; return how long the answer took, in seconds."""
    page = (await client.get(form.page, headers=form.headers)).raise_for_status().text
    began = time.perf_counter()
    await _send(client, form, form.filled_in(email, page))
    return time.perf_counter() - began


async def _send(client: httpx.AsyncClient, form: Form, fields: dict[str, str]) -> None:
    answer = await client.post(form.action, data=fields, headers=form.headers)
    if answer.status_code != httpx.codes.SEE_OTHER:
        raise RuntimeError(f"a form was answered {answer.status_code}: {answer.text[:200]}")


async def at_a_rate(form: Form, emails: Iterable[str], a_second: float) -> list[float]:
    """Let each visit and send the form, so many a second, whether or not earlier ones were answered."""
    async with _client(_LINES) as client:
        began, visits = asyncio.get_running_loop().time(), []
        for number, email in enumerate(emails):
            late = asyncio.get_running_loop().time() - began - number / a_second
            await asyncio.sleep(max(0.0, -late))  # the rate is what is measured
            visits.append(asyncio.create_task(_visit(client, form, email)))
        return [*await asyncio.gather(*visits)]


async def as_fast_as_it_goes(form: Form, emails: Iterable[str], *, looking: bool = False) -> None:
    """Send the form for each address, some at a time: as it was served once, or `looking` at it each time."""
    waiting = iter(emails)
    async with _client(AT_ONCE) as client:

        async def visitor() -> None:
            for email in waiting:
                if looking:
                    await _visit(client, form, email)
                else:
                    await _send(client, form, form.filled_in(email))

        await asyncio.gather(*(visitor() for _ in range(AT_ONCE)))


def following() -> Iterator[Figure]:
    """Measure from form to contact and to mail at ten forms a second, by the platform's own times."""
    with platform_of_ones_own() as (platform, owner):
        form = form_that_starts(owner, "Following", WORKFLOW)
        asyncio.run(at_a_rate(form, addresses("warm", _WARM), A_SECOND))
        emails = addresses("visitor", A_SECOND * SECONDS)
        answered = asyncio.run(at_a_rate(form, emails, A_SECOND))
        settle(form, len(emails) + _WARM)
        sent = form.submissions()
        runs = [form.run(one["id"]) for one in form.runs() if one["email"] in set(emails)]
        first = {run.email: run.steps[0] for run in runs if run.steps}
        mailed = {one["To"][0]["Address"]: one["Created"] for one in mails_of(platform)}
        rate = f"at {A_SECOND} forms a second (p95)"
        yield Figure(f"a form answered, {rate}", percentile(answered, 0.95) * 1000, "ms", None, len(answered))
        for what, moments in (("its first step done", first), ("its mail accepted", mailed)):
            took = [_between(sent.get(email), moments.get(email)) for email in emails]
            yield Figure(f"from form to {what}, {rate}", percentile(took, 0.95), "ms", SOON, len(took))


def _between(sent: Any, came: Any) -> float:
    """Return the milliseconds between two moments; for ever, where one of them never came."""
    return (came - sent).total_seconds() * 1000 if sent and came else math.inf


def many() -> Iterator[Figure]:
    """Send thousands of forms as fast as it goes, and count by the ledger what came of each."""
    with platform_of_ones_own() as (platform, owner):
        form, emails = form_that_starts(owner, "Many", WORKFLOW), addresses("visitor", MANY)
        began = time.perf_counter()
        asyncio.run(as_fast_as_it_goes(form, emails))
        sent = time.perf_counter() - began
        settle(form, len(emails), patience=3600)
        took = time.perf_counter() - began
        ledger = Ledger.read(form, platform)
        yield Figure(f"{MANY} triggers: forms sent", MANY / sent, "a second", samples=MANY)
        yield Figure(f"{MANY} triggers: runs ended", MANY / took, "a second", samples=MANY)
        yield from ledger.figures(f"{MANY} triggers", emails)
