"""The whole experiment: a run without faults, then each fault by itself, on several lanes at once."""

from __future__ import annotations

import math
import queue
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from support.remote import RemoteLost
from support.reporting.summary import commit
from support.scenario import compiled, titles_below
from support.sensitivity.findings import Control, Example, Experiment, Finding
from support.sensitivity.lanes import LaneHandle
from support.sensitivity.trying import try_on

if TYPE_CHECKING:
    from support.case import Channel
    from support.sensitivity.catalogue import Fault
    from support.sensitivity.notebook import Notebook

FEATURES = Path("features")
J = TypeVar("J")
T = TypeVar("T")


class ControlFailed(Exception):
    """Scenarios cannot be run even without a fault; the message says why."""


def examples_of(channel: Channel | None = None) -> list[Example]:
    """Return every scenario that takes part."""
    cases = [compiled(path, title, channel).case for path, title in titles_below(FEATURES)]
    return [
        Example(case.path, case.title, case.rule, case.tags, in_browser=case.channel == "browser")
        for case in cases
    ]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an experiment does.

    Attributes:
        faults: those that are tried, unless that was done before.
        left_out: ids of those that are not; only examples of the Rules of the others take part then.
        lanes: how many faults are tried at once.
        within: seconds after which no further fault is begun; those that were not are left out as well.
        resume: whether it goes on where one of the same commit was stopped.
    """

    faults: Sequence[Fault]
    left_out: Sequence[str]
    lanes: int
    channel: Channel | None
    within: float = math.inf
    resume: bool = False


def run(
    plan: Plan, examples: Sequence[Example], tell: Callable[[str | Finding], None], notebook: Notebook
) -> Experiment:
    """Run the experiment, and keep what is found out in a notebook.

    Raises:
        ControlFailed: the platform does not even start without a fault.
    """
    started, whole = time.monotonic(), not plan.left_out
    taking_part = [*examples] if whole else _of_rules(examples, plan.faults)
    handles = [LaneHandle(plan.channel) for _ in range(plan.lanes)]
    try:
        control, findings = _begun(plan, handles, taking_part, tell, notebook)
        left = [fault for fault in plan.faults if fault.id not in {one.fault.id for one in findings}]
        sound = [example for example in taking_part if example.id not in control.failed_ids]
        tell(f"{control.passed} of {len(control.planned)} passed. One fault at a time: {len(left)}.")
        credited = {one for finding in findings for one in finding.killed_by}

        def attempt(lane: LaneHandle, fault: Fault) -> Finding:
            finding = try_on(lane, fault, sound, credited, others=whole)
            notebook.add(finding)
            return finding

        findings += _shared(handles, left, attempt, tell, started + plan.within)
    finally:
        for handle in handles:
            handle.close()
    took, tried = time.monotonic() - started, {finding.fault.id for finding in findings}
    missed = [*plan.left_out, *(fault.id for fault in plan.faults if fault.id not in tried)]
    return Experiment(taking_part, control, findings, not missed, missed, took, commit())


def _begun(
    plan: Plan,
    handles: Sequence[LaneHandle],
    taking_part: Sequence[Example],
    tell: Callable[[str | Finding], None],
    notebook: Notebook,
) -> tuple[Control, list[Finding]]:
    """Return the run without faults and what is known already; made now, unless that was done before."""
    if plan.resume:
        before = notebook.read(plan.faults, [_name(job) for job in _jobs(taking_part)])
        tell(f"Goes on: about {len(before.findings)} faults it was found out before.")
        return before.control, [*before.findings]
    tell(f"Without faults: {len(taking_part)} scenarios, by API too where they may, on {plan.lanes} lanes.")
    control = _control(handles, taking_part)
    notebook.begin(control)
    return control, []


def _of_rules(examples: Sequence[Example], faults: Sequence[Fault]) -> list[Example]:
    rules = {rule for fault in faults for rule in fault.rules}
    return [example for example in examples if example.rule in rules]


def _control(handles: Sequence[LaneHandle], examples: Sequence[Example]) -> Control:
    def attempt(lane: LaneHandle, job: tuple[Example, Channel | None]) -> tuple[str, str]:
        example, channel = job
        name = _name(job)
        try:
            ended = lane.ask("attempt", example.path, example.title, channel)
        except RemoteLost as lost:
            _begin(lane)
            return name, f"the scenario hung: {lost}"
        return name, "" if ended.ending == "kept" else ended.says

    for handle in handles:
        _begin(handle)
    told = _shared(handles, _jobs(examples), attempt)
    for handle in handles:
        handle.ask("end")
    return Control([one for one, _ in told], {one: says for one, says in told if says})


def _jobs(examples: Sequence[Example]) -> list[tuple[Example, Channel | None]]:
    jobs: list[tuple[Example, Channel | None]] = [(example, None) for example in examples]
    return [*jobs, *((example, "api") for example in examples if example.by_api_too)]


def _name(job: tuple[Example, Channel | None]) -> str:
    example, channel = job
    return f"{example.id} by API" if channel else example.id


def _begin(lane: LaneHandle) -> None:
    try:
        trouble = lane.ask("begin", ())
    except RemoteLost as lost:
        trouble = f"a lane does not come up: {lost}"
    if trouble:
        raise ControlFailed(f"Without any fault: {trouble}")


def _shared(
    handles: Sequence[LaneHandle],
    jobs: Sequence[J],
    do: Callable[[LaneHandle, J], T],
    tell: Callable[[T], None] = lambda _: None,
    until: float = math.inf,
) -> list[T]:
    """Do the jobs, each lane taking the next when it is free; return the results in the order of the jobs.

    Args:
        until: the monotonic moment from which on no further job is begun.
    """
    waiting: queue.SimpleQueue[tuple[int, J]] = queue.SimpleQueue()
    for numbered in enumerate(jobs):
        waiting.put(numbered)
    done: dict[int, T] = {}

    def work(lane: LaneHandle) -> None:
        while time.monotonic() < until:
            try:
                number, job = waiting.get_nowait()
            except queue.Empty:
                return
            done[number] = do(lane, job)
            tell(done[number])

    with ThreadPoolExecutor(len(handles)) as threads:
        try:
            for future in [threads.submit(work, handle) for handle in handles]:
                future.result()
        except BaseException:
            while not waiting.empty():  # whoever stopped this waits for what runs now, and for no more
                waiting.get()
            raise
    return [done[number] for number in sorted(done)]
