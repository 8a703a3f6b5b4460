"""`magic-moment sensitivity`: whether the specifications would notice a broken platform."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape

from support.reporting.words import seconds
from support.sensitivity import catalogue, experiment, matrix
from support.sensitivity.catalogue import CatalogueUnusable
from support.sensitivity.choosing import Choice, choose
from support.sensitivity.experiment import ControlFailed
from support.sensitivity.findings import GOOD, Finding
from support.sensitivity.notebook import Notebook
from support.settings import RunSettings, UnknownSetting
from support.target import TargetFailed

if TYPE_CHECKING:
    from support.case import Channel
    from support.sensitivity.findings import Experiment

KEPT, BROKEN, RUN_FAILED, STOPPED = 0, 1, 2, 130
LANES = 2


def sensitivity(
    ids: Sequence[str] = (),
    *,
    touched_since: str | None = None,
    acted: str | None = None,
    lanes: int = LANES,
    minutes: float | None = None,
    resume: bool = False,
) -> int:
    """Try the faults and write the matrix; 0: all was noticed, 1: something was not, 2: it cannot be told.

    Args:
        minutes: after so many no further fault is begun, and those that were not are named.
        resume: go on where a run of the same commit was stopped.
    """
    console = Console(highlight=False, soft_wrap=True)
    try:
        channel = RunSettings.read({"channel": acted} if acted else {}).channel
        choice = _choice(ids, touched_since, channel)
        console.print(escape(choice.because))
        notebook = Notebook(RunSettings.read({}).reports)
        plan = experiment.Plan(
            choice.faults,
            choice.left_out,
            lanes,
            channel,
            within=math.inf if minutes is None else minutes * 60,
            resume=resume,
        )
        examples = experiment.examples_of(channel)
        done = experiment.run(plan, examples, lambda told: console.print(_line(told)), notebook)
    except KeyboardInterrupt:
        console.print("Stopped. What had been found out by then is kept: RESUME=1 goes on from there.")
        return STOPPED
    except (CatalogueUnusable, ControlFailed, UnknownSetting, TargetFailed) as error:
        console.print(f"{escape(str(error))}\nNothing was found out.\n0 passed, 0 failed")
        return RUN_FAILED
    file = matrix.write(done, RunSettings.read({}).reports)
    return _told(console, done, file, choice)


def _choice(ids: Sequence[str], since: str | None, channel: Channel | None) -> Choice:
    known, examples = catalogue.read(), experiment.examples_of(channel)
    catalogue.refuse_unknown_rules(known, {example.rule for example in examples if example.rule})
    if since and ids:
        raise CatalogueUnusable("FAULTS and SINCE each choose what is tried; name one of them.")
    if since:
        return choose(known, examples, since)
    named = catalogue.chosen(known, ids)
    left_out = [fault.id for fault in known if fault not in named]
    return Choice(named, left_out, f"{len(named)} of the catalogue's {len(known)} faults and crash points.")


def _line(told: str | Finding) -> str:
    if isinstance(told, str):
        return escape(told)
    sign = "[green]✓[/]" if told.verdict in GOOD else "[yellow]–[/]" if told.missing else "[red]✗[/]"
    whose = told.killed_by or told.noticed_by or (told.kept_by if told.fault.is_crash else ())
    by = [one.partition("#")[2] for one in whose]
    whom = f" by “{by[0]}”" + (f" and {len(by) - 1} more" if len(by) > 1 else "") if by else ""
    return f"{sign} {escape(f'{told.fault.id}: {told.verdict}{whom}')}  {seconds(told.seconds)}"


def _told(console: Console, done: Experiment, file: Path, choice: Choice) -> int:
    complaints = done.complaints()
    for complaint in complaints:
        console.print(f"[red]✗[/] {escape(complaint)}")
    late = done.left_out[len(choice.left_out) :]
    if choice.left_out:
        console.print(f"{len(choice.left_out)} were left out this time.")
    if late:
        console.print(f"[yellow]–[/] Not begun when the time was up: {escape(', '.join(late))}")
    missing = [finding for finding in done.findings if finding.missing]
    for because in dict.fromkeys(finding.missing for finding in missing):
        ids = ", ".join(finding.fault.id for finding in missing if finding.missing == because)
        console.print(f"[yellow]–[/] Not tried: {escape(ids)}, because {escape(because)}")
    right, named = done.named_right()
    good = sum(finding.verdict in GOOD for finding in done.findings)
    share = f"{right / named:.0%}" if named else "nothing to tell"
    console.print(f"The failure named the system that was broken {right} of {named} times ({share}).")
    console.print(
        f"{seconds(done.duration_s)} in all, {done.duration_s / max(1, len(done.findings)):.1f} s a fault,"
        f" the run without faults included. The matrix: {file}."
    )
    others = len(complaints) - (len(done.findings) - good - len(missing))
    if others:
        console.print(f"{others} complaints about scenarios stand above.")
    console.print(f"{good} passed, {len(complaints)} failed")
    sys.stdout.flush()
    if not done.findings:
        console.print("[red]✗[/] No fault was tried.")
        return RUN_FAILED
    return BROKEN if complaints else KEPT
