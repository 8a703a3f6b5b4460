"""The last that a run says: the table of outcomes, each failure in a sentence, where the report lies."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from support.evidence.keeping import FOLDER
from support.evidence.places import folder_of
from support.reporting import coverage, engines, junit, summary
from support.reporting.annotations import annotate
from support.reporting.words import counted, seconds, short
from support.runner.plan import DRAFT
from support.tags import claims

if TYPE_CHECKING:
    from support.record.reading import Record
    from support.runner.account import Result, Verdict
    from support.settings import RunSettings

_SELDOM: tuple[Verdict, ...] = ("flaky", "quarantined")
_SIGNS = {"failed": "[red]✗[/]", "flaky": "[red]~[/]", "quarantined": "[yellow]~[/]"}


def close(
    record: Record,
    results: Sequence[Result],
    settings: RunSettings,
    *,
    duration_s: float,
    troubles: Sequence[str],
    stopped: bool = False,
) -> None:
    """Write summary and JUnit and tell the end of the run; its last line is `N passed, N failed`."""
    figures = summary.summary(record, results, duration_s)
    file = summary.write(figures, settings.reports)
    junit.write(results, settings.reports)
    console = Console(highlight=False, soft_wrap=True, emoji=False)
    tell(console, results, troubles)
    if any(one.outcome in _SIGNS for one in results):
        console.print(_circumstances(results, settings))
    if figures["contracts"]:
        console.print(coverage.told(figures["contracts"], whole=_whole(record)))
    if settings.faults:
        named = ", ".join(settings.faults)
        console.print(f"[yellow]![/] This platform was broken on purpose: {escape(named)}.")
    for line in annotate(results, troubles, settings.reports, os.environ):
        console.out(line, highlight=False)
    if stopped:
        console.print("It was stopped; make specs RESUME=1 goes on, with the TAGS, TARGET and SHARD it had.")
    console.print(f"Took {seconds(duration_s)}. Summary: {file}. Pages: make report.")
    console.print(last_line(results))


def _whole(record: Record) -> bool:
    """Whether all scenarios that are no drafts were planned."""
    return set(record.left_out.values()) <= {DRAFT}


def _circumstances(results: Sequence[Result], settings: RunSettings) -> str:
    """Say where the evidence lies, and whether the machine had time for what ran."""
    folders = [settings.reports / FOLDER / folder_of(one.case) for one in results if one.outcome in _SIGNS]
    where = folders[0] if len(folders) == 1 else settings.reports / FOLDER
    cores, load = os.cpu_count() or 1, os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    busy = f" This machine was busy: load {load:.1f} on {counted(cores, 'processor')}."
    return f"What shows why: {where}.{busy if load > 2 * cores else ''}"


def tell(console: Console, results: Sequence[Result], troubles: Sequence[str]) -> None:
    """Show the table of outcomes, whatever was no pass with its reason, and what makes all of it doubtful."""
    console.print(_table(results))
    told = engines.evidence(results)
    if told is not None:
        console.print(told)
    for result in results:
        if result.outcome in _SIGNS:
            console.print(f"{_SIGNS[result.outcome]} {escape(failure(result))}")
    for line in engines.alone(results):
        console.print(f"[yellow]![/] {escape(line)}.")
    for line in _not_run(results):
        console.print(f"[yellow]–[/] {escape(line)}")
    for trouble in troubles:
        console.print(f"[red]{escape(trouble.rstrip('.'))}.[/]")


def last_line(results: Sequence[Result]) -> str:
    """`N passed, N failed`; what flips counts as failed."""
    counts = Counter(result.outcome for result in results)
    return f"{counts['passed']} passed, {counts['failed'] + counts['flaky']} failed"


def failure(result: Result) -> str:
    """One failure in one sentence, with the requirements that it puts in doubt."""
    case = result.case
    row = f" #{case.row}" if case.row else ""
    doubts = f" ({', '.join(claims(case.tags))})" if claims(case.tags) else ""
    where = "the API" if case.channel == "api" else case.engine
    was = "failed" if result.outcome == "failed" else f"is {result.outcome}:"
    return f"{case.place} “{case.title}”{row} on {where}{doubts} {was} {result.because}"


def _not_run(results: Sequence[Result]) -> list[str]:
    """One line for each reason, naming its cases when they are few."""
    reasons: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for result in results:
        if result.outcome == "not_run":
            reasons[result.because, result.excused].append(f"{result.case.place} “{result.case.title}”")
    few = 3
    lines = []
    for (because, excused), cases in reasons.items():
        names = ", ".join(cases[:few]) + (f" and {len(cases) - few} more" if len(cases) > few else "")
        verdict = "that is excused" if excused else "nothing excuses that"
        lines.append(f"{len(cases)} not run, because {because} ({verdict}): {names}")
    return lines


def _table(results: Sequence[Result]) -> Table:
    table = Table(show_footer=True, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    features: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        features[short(result.case.path)].append(result)
    total = Counter(result.outcome for result in results)
    table.add_column("feature", footer="all")
    shown: tuple[Verdict, ...] = ("passed", "failed", *(o for o in _SELDOM if total[o]), "not_run")
    for outcome in shown:
        table.add_column(outcome.replace("_", " "), footer=str(total[outcome]), justify="right")
    table.add_column("time", footer=seconds(sum(one.duration_s for one in results)), justify="right")
    for name, mine in features.items():
        counts = Counter(result.outcome for result in mine)
        cells = [str(counts[outcome] or "") for outcome in shown]
        table.add_row(escape(name), *cells, seconds(sum(result.duration_s for result in mine)))
    return table
