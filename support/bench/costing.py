"""What a run of a workflow costs beside DBOS alone, and of what that is made."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import smtplib
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from urllib.parse import urlsplit

import psutil
import psycopg

from support.bench.editing import platform_of_ones_own
from support.bench.flowing import addresses, as_fast_as_it_goes
from support.bench.ledger import settle
from support.bench.measuring import Figure
from support.target.embedded import Embedded
from support.target.own import CONTACT, END, MAIL, Form, form_that_starts, tagged

RUNS, PAIRS, MAILS = 200, 3, 100
PLAIN, MAILED = 60.0, 40.0  # % of the runs that DBOS alone has in a time
_DATABASE = "postgres"
_PARTS = ("worker", _DATABASE, "mailroom")
_TOLD = 1.5  # s


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took, in ms: by the clock, of the processor where workflows run, and of it in PostgreSQL.

    Attributes:
        commits: how many transactions of the database it took.
    """

    took: float
    here: float
    database: float
    mail: float = 0.0
    commits: float = 0.0


def _worked(platform: Embedded, what: str) -> float:
    """Return how many seconds the processor has worked for a part, by what has ended as well, up to now."""
    if what != _DATABASE:
        return sum(psutil.Process(platform.pids()[what]).cpu_times()[:4])
    worked = 0.0
    # who started the others last: it knows what those worked that have ended
    for one in reversed(psutil.Process(platform.pid).children(recursive=True)):
        with suppress(psutil.NoSuchProcess):
            worked += sum(one.cpu_times()[:4]) if _DATABASE in one.name() else 0.0
    return worked


def _commits(platform: Embedded) -> int:
    """Return how many transactions were committed up to now, of all that use the database."""
    time.sleep(_TOLD)  # sessions tell of theirs once a second at most (PostgreSQL 28.2.2)
    with psycopg.connect(platform.facts["database"]) as line:
        (told,) = line.execute("select sum(xact_commit) from pg_stat_database").fetchone() or (0,)
        return int(told)


@dataclass(slots=True)
class Runs:
    """A form, whose runs are measured some at a time.

    Attributes:
        begun: how many there were.
    """

    platform: Embedded
    form: Form
    what: str
    begun: int = 0

    def cost(self, many: int) -> Cost:
        """Let runs wait for the worker, and return what one took from when it was let go on."""
        emails = addresses(f"{self.what}-{self.begun}", many)
        with _standing(self.platform):
            asyncio.run(as_fast_as_it_goes(self.form, emails))
            before = {part: _worked(self.platform, part) for part in _PARTS}
            commits = _commits(self.platform)
            began = datetime.now(UTC)
        self.begun += many
        settle(self.form, self.begun)
        commits = _commits(self.platform) - commits
        worked = {part: _worked(self.platform, part) - was for part, was in before.items()}
        mine = [self.form.run(one["id"]) for one in self.form.runs() if one["email"] in set(emails)]
        took = max((run.ended - began).total_seconds() if run.ended else float("inf") for run in mine)
        here, database, mail = (seconds / many * 1000 for seconds in worked.values())
        return Cost(took / many * 1000, here, database, mail, commits / many)


@contextmanager
def _standing(platform: Embedded) -> Iterator[None]:
    """Let the worker stand still meanwhile, and keep all that it holds."""
    worker = platform.pids()["worker"]
    os.kill(worker, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(worker, signal.SIGCONT)


def _alone(platform: Embedded, many: int, shape: str) -> Cost:
    """Return what a workflow takes that DBOS alone has, in a process of its own on the same PostgreSQL."""
    url = urlsplit(platform.facts["database"])
    beside = url._replace(scheme="postgresql+psycopg", path="/alone").geturl()
    before, commits = _worked(platform, _DATABASE), _commits(platform)
    done = subprocess.run(
        [sys.executable, "-m", "support.bench.alone", beside, str(many), shape],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"DBOS alone was not measured: {done.stderr[-600:]}")
    told = json.loads(done.stdout.splitlines()[-1])
    database = _worked(platform, _DATABASE) - before
    took, here, there = (one / many * 1000 for one in (told["seconds"], told["worked"], database))
    return Cost(took, here, there, commits=(_commits(platform) - commits) / many)


def _smtp(platform: Embedded) -> float:
    """Return how many ms the mail server takes for a mail, one after the other, each by a call of its own."""
    server = urlsplit(platform.facts["smtp"])
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@bench.example", "b@bench.example", "Measured"
    message.set_content("Thank you for coming by.")
    began = time.perf_counter()
    for _ in range(MAILS):
        with smtplib.SMTP(server.hostname or "127.0.0.1", server.port or 25) as connection:
            connection.send_message(message)
    return (time.perf_counter() - began) / MAILS * 1000


def _median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*map(_values, costs), strict=True)))


def _values(cost: Cost) -> tuple[float, ...]:
    return cost.took, cost.here, cost.database, cost.mail, cost.commits


def costing() -> Iterator[Figure]:
    """Measure runs of four steps beside workflows of four empty ones, in turn, and what a run is made of."""
    with platform_of_ones_own() as (platform, owner):
        plain_steps, mail_steps = (
            (CONTACT, tagged("one"), tagged("two"), END),
            (CONTACT, tagged("one"), MAIL, END),
        )
        plain = Runs(platform, form_that_starts(owner, "Plain", plain_steps), "plain")
        mailed = Runs(platform, form_that_starts(owner, "Mailed", mail_steps), "mailed")
        for runs in (plain, mailed):
            runs.cost(10)  # connections are made, plans are prepared
        _alone(platform, 10, "steps")
        rounds = [
            (plain.cost(RUNS), _alone(platform, RUNS, "steps"), mailed.cost(RUNS)) for _ in range(PAIRS)
        ]
        of_plain, alone, of_mailed = (_median([*costs]) for costs in zip(*rounds, strict=True))
        for what, cost, least in (("of four steps", of_plain, PLAIN), ("with a mail", of_mailed, MAILED)):
            share = alone.took / cost.took * 100
            yield Figure(f"runs {what}, beside DBOS alone", share, "%", None, PAIRS, least=least)
            yield Figure(f"a run {what}", cost.took, "ms", None, RUNS)
        yield Figure("a workflow of four empty steps by DBOS alone", alone.took, "ms", None, RUNS)
        shape = _alone(platform, RUNS, "runs")
        yield Figure("what a run asks of DBOS, by DBOS alone", shape.took, "ms", None, RUNS)
        yield Figure("a mail, by SMTP alone", _smtp(platform), "ms", None, MAILS)
        yield from _split(of_mailed, shape)


def _split(cost: Cost, shape: Cost) -> Iterator[Figure]:
    """Yield what the processor did for a run with a mail: what it does for DBOS alone, and the rest."""
    for what, value in (
        ("DBOS, in the worker", shape.here),
        ("ours, in the worker", cost.here - shape.here),
        ("PostgreSQL, for DBOS", shape.database),
        ("PostgreSQL, for us", cost.database - shape.database),
        ("the mailroom", cost.mail),
    ):
        yield Figure(f"a run with a mail, the processor: {what}", value, "ms", None, RUNS)
    for what, value in (("for DBOS", shape.commits), ("for us", cost.commits - shape.commits)):
        yield Figure(f"a run with a mail, transactions {what}", value, "", None, RUNS)
