"""The end of a run: the account is drawn from the record, everybody is told, the exit code follows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from support.history import HistoryUnusable
from support.record import reading
from support.reporting.allure import AllureFormatter, known_as, known_from
from support.reporting.closing import close
from support.runner.account import RUN_FAILED, STOPPED, differences, exit_code, results_of, troubles
from support.runner.narrowing import edited
from support.runner.replay import replay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from support.record.reading import Record
    from support.runner.attempt import Attempt
    from support.runner.going import Going


def end(going: Going, duration_s: float) -> int:
    """Close the run and return its exit code; OSError when what it found cannot be written down."""
    _tell_formatters(going)
    try:
        record = reading.read(going.record_file)
    except reading.RecordUnusable as unusable:
        print(unusable, "0 passed, 0 failed", sep="\n")
        return RUN_FAILED
    execution, listeners = going.execution, going.listeners
    unfinished = execution.because or "nobody came to it"
    results = results_of(record, going.past.endings, going.quarantine, unfinished)
    doubts = [
        *differences(record, going.facts["run"], [case.id for case in going.plan], listeners.told),
        *edited(going.facts["features"]),
        *troubles(record, results),
        *_allure(going, record),
    ]
    doubts += ["Do not trust this run: its account is not whole"] if doubts else []
    found = [*filter(None, [execution.trouble]), *doubts]
    found += [] if doubts or going.settings.faults else _remember(going, record)
    code = RUN_FAILED if found else STOPPED if execution.stopped else exit_code(results)
    close(record, results, going.settings, duration_s=duration_s, troubles=found, stopped=execution.stopped)
    listeners.record.close(
        results,
        success=code == 0,
        because=execution.because,
        troubles=found,
        stopped=execution.stopped,
    )
    return code


def _tell_formatters(going: Going) -> None:
    runner, listeners = going.runner, going.listeners
    seen: dict[tuple[str, int], Attempt] = {}
    for attempt in listeners.attempts.values():
        seen.setdefault((attempt.case.path, attempt.case.line), attempt)
    replay(going.features, seen, listeners.at_the_end, runner.step_registry)
    for reporter in runner.config.reporters:
        for feature in going.features:
            reporter.feature(feature)
        reporter.end()
    for formatter in listeners.formatters:
        formatter.close()


def _allure(going: Going, record: Record) -> Iterable[str]:
    """Compare Allure's results with the record: one for each attempt that came to its end, and as it did."""
    expected = Counter(known_from(one) for one in record.attempts if one.finished)
    written = [one for one in going.listeners.formatters if isinstance(one, AllureFormatter)]
    if not written and "allure" in going.runner.config.format:
        yield "Allure results were asked for, and nobody has written them"
    for formatter in written:
        found = Counter(known_as(file) for file in formatter.folder.glob("*-result.json"))
        if found != expected:
            less, more = (expected - found).total(), (found - expected).total()
            yield (
                f"Allure's results in {formatter.folder} differ from the record: {less} are missing,"
                f" {more} too many"
            )


def _remember(going: Going, record: Record) -> Iterable[str]:
    """Keep all attempts of the record in the history; those that it knows already stay as they are."""
    try:
        going.past.history.keep(record.attempts, going.facts)
    except HistoryUnusable as unusable:
        yield str(unusable)
