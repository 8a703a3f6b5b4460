"""What is lost and doubled when the platform's worker is killed again and again while forms are sent."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from collections.abc import Iterator
from contextlib import suppress

from support.bench.editing import platform_of_ones_own
from support.bench.flowing import address, at_a_rate
from support.bench.ledger import Ledger, settle
from support.bench.measuring import Figure
from support.settings import RunSettings
from support.target.embedded import Embedded
from support.target.own import CONTACT, MAIL, Form, form_that_starts, tagged

KILLS, A_SECOND = 20, 5
_APART = 4.0  # s within which a worker that has come back is killed again
_LOOKS = 0.02  # s between two looks at whether it has
_PATIENCE = 300.0


async def _kill(platform: Embedded, chance: random.Random) -> int:
    """Kill the worker as often at moments that are drawn, each time another process; return how often."""
    killed = 0
    last = 0
    while killed < KILLS:
        worker = platform.pids()["worker"]
        if worker == last:
            await asyncio.sleep(_LOOKS)  # nobody is told when it is back
            continue
        await asyncio.sleep(chance.uniform(0, _APART))  # the moment is what is drawn
        with suppress(ProcessLookupError):  # it ended by itself, which is no kill of ours
            os.kill(worker, signal.SIGKILL)
            killed += 1
        last = worker
    return killed


async def _until_killed(platform: Embedded, form: Form, chance: random.Random) -> tuple[list[str], int]:
    """Send the form at a rate until all kills are done; return who sent it, and how many there were."""
    killing = asyncio.create_task(_kill(platform, chance))
    sent: list[str] = []

    def visitors() -> Iterator[str]:
        while not killing.done():
            sent.append(address("visitor", len(sent)))
            yield sent[-1]

    await at_a_rate(form, visitors(), A_SECOND)
    return sent, await killing


def workers() -> Iterator[Figure]:
    """Send forms until the worker was killed twenty times, and read by the ledger what came of each."""
    seed = RunSettings().seed
    with platform_of_ones_own() as (platform, owner):
        form = form_that_starts(owner, "Killed", (CONTACT, tagged("newsletter"), MAIL))
        emails, killed = asyncio.run(_until_killed(platform, form, random.Random(seed)))  # noqa: S311 - told
        settle(form, len(emails), _PATIENCE)
        what, said = "the platform's worker, killed", f"MM_SEED={seed} draws the moments again"
        yield Figure(f"{what}: kills", killed, "kills", None, len(emails), least=KILLS, named=said)
        yield Figure(f"{what}: forms sent", len(emails), "forms", None, len(emails))
        hit = sum(form.run(one["id"]).tries > 1 for one in form.runs())
        yield Figure(f"{what}: runs that died in a step", hit, "runs", None, len(emails), least=1)
        yield from Ledger.read(form, platform).figures(what, emails)
