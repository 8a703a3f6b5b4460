"""What one attempt at a case came to, as plain words and figures: it crosses processes and is recorded."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from support.case import Case, Channel
    from support.runner.plan import EngineEvidence

# interrupted: its worker or browser was lost, so it is tried again; stopped: the run was, by hand
Ending = Literal["passed", "failed", "not_run", "interrupted", "stopped"]


@dataclass(frozen=True, slots=True)
class Kept:
    """Evidence that a step or a hook kept, without secrets."""

    media_type: str
    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class StepRun:
    """How one step ended.

    Attributes:
        sentence: the step with its first word.
        table: heading and rows of its table, if it has one.
        text: its doc string.
        status: behave's word for it, such as passed, failed, skipped, error.
        started: when, in seconds since the epoch; zero for a step that did not begin.
        error: the type of the exception that ended it; empty without one.
        trace: message and stack as behave tells them, without secrets.
    """

    sentence: str
    status: str
    table: tuple[tuple[str, ...], ...] = ()
    text: str = ""
    started: float = 0.0
    duration_s: float = 0.0
    error: str = ""
    message: str = ""
    trace: str = ""
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at a case.

    Attributes:
        number: 0 for the first; only an attempt that was interrupted is followed by another.
        worker: `host:pid` of the process that ran it.
        started: when, in seconds since the epoch.
        because: why it failed, did not run or was interrupted.
        judged: whether a step found what is wrong, rather than that a hook, a cleanup or an error ended it.
        excused: whether the target may miss what it needed.
        values: headings and cells of its row, for a row of an outline.
        kept: evidence of hooks, outside of every step.
        acted_in: where it acted: the browser, if it acted in both.
        met: operations of contracts that answered, each with its service before it and the status behind.
    """

    case: Case
    number: int
    worker: str
    started: float
    duration_s: float
    ending: Ending
    because: str = ""
    judged: bool = False
    excused: bool = False
    steps: tuple[StepRun, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    kept: tuple[Kept, ...] = ()
    acted_in: Channel | None = None
    trace_ids: tuple[str, ...] = ()
    engine: EngineEvidence | None = None
    met: tuple[tuple[str, str, str], ...] = ()

    @property
    def finished(self) -> bool:
        """Whether it came to its end, however that was."""
        return self.ending not in {"interrupted", "stopped"}


@cache
def this_worker() -> str:
    """Return `host:pid` of this process."""
    return f"{socket.gethostname()}:{os.getpid()}"
