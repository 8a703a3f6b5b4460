"""What is told of several engines: what each really was, and what fails on one alone."""

from __future__ import annotations

import pytest
from rich.console import Console

from support.case import Case
from support.record.words import TRIES
from support.reporting import engines
from support.runner.account import Result, Verdict
from support.runner.attempt import Attempt
from support.runner.plan import EngineEvidence

STANDS_IN = "Safari: not run; WebKitGTK 2.50.6 in its place"


def result(engine: str, outcome: Verdict, title: str = "Edits stay private", because: str = "") -> Result:
    case = Case("features/a.feature", "A", None, title, None, 3, frozenset(), "browser", engine, "desktop")
    evidence = EngineEvidence(
        name=engine,
        version="153.7",
        driver="webdriver" if engine == "webkit" else "playwright",
        substitution=STANDS_IN if engine == "webkit" else None,
    )
    ran = outcome != "not_run"
    attempt = Attempt(case, TRIES, "here:1", 0.0, 61.0, "passed", engine=evidence) if ran else None
    return Result(case, outcome, because, duration_s=61.0 if ran else 0.0, attempt=attempt)


def shown(*results: Result) -> str:
    table = engines.evidence(results)
    assert table is not None
    console = Console(width=160)
    with console.capture() as taken:
        console.print(table)
    return taken.get()


def test_one_engine_is_compared_with_nothing() -> None:
    assert engines.evidence([result("chromium", "passed")]) is None


def test_each_engine_says_what_it_really_was() -> None:
    told = shown(result("chromium", "passed"), result("webkit", "failed"), result("firefox", "not_run"))
    lines = [line.split() for line in told.splitlines()]
    assert lines[1][:4] == ["chromium", "153.7", "playwright", "1"]
    assert lines[2][:4] == ["webkit", "153.7", "webdriver", "1"]
    assert STANDS_IN in told
    assert lines[3][:4] == ["firefox", "–", "–", "1"]


def test_nothing_stands_in_for_safari_where_it_ran_itself() -> None:
    assert STANDS_IN not in shown(result("webkit", "passed"), result("safari", "passed"))
    assert STANDS_IN in shown(result("webkit", "passed"), result("safari", "not_run"))


@pytest.mark.parametrize("outcome", ["failed", "flaky", "quarantined"])
def test_what_fails_on_one_engine_alone_is_named(outcome: Verdict) -> None:
    told = engines.alone(
        [result("chromium", "passed"), result("firefox", outcome), result("webkit", "passed")]
    )
    assert told == [
        "features/a.feature:3 “Edits stay private” fails on firefox alone; it passes on chromium, webkit"
    ]


def test_what_fails_on_several_or_ran_on_one_is_not() -> None:
    both = [result("chromium", "failed"), result("firefox", "failed"), result("webkit", "passed")]
    assert engines.alone(both) == []
    once = [result("chromium", "failed"), result("firefox", "not_run"), result("webkit", "failed", "Another")]
    assert engines.alone(once) == []
