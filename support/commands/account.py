"""Tells what became of each case of a run by its record: one that was killed too, and one run in shards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from support.commands.specs import refuse
from support.history import History, HistoryUnusable, history_file
from support.quarantine import Quarantine
from support.record import reading
from support.record.words import FILE
from support.reporting import closing
from support.reporting.words import counted
from support.runner.account import RUN_FAILED, STOPPED, exit_code, results_of, troubles
from support.settings import RunSettings, UnknownSetting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from support.record.reading import Record
    from support.runner.account import Result, Verdict

_COUNTED: tuple[Verdict, ...] = ("passed", "failed", "flaky", "quarantined", "not_run")
# what a run may have called a case beside what its attempts and the history say: it knew the quarantine,
# and that a case flips may be known from another machine, or only since then
_MAY_BE_CALLED = {
    "passed": {"flaky", "quarantined"},
    "failed": {"flaky", "quarantined"},
    "flaky": {"passed", "failed", "quarantined"},
}
# a run that was ended early has not failed by that; its account says what did not run
_GO_ON = "go on where it ended with make specs RESUME=1, and the TAGS, TARGET and SHARD that it had"


@dataclass(frozen=True, slots=True)
class Account:
    """What one record says of its cases, and a sentence for each reason not to trust it."""

    record: Record
    results: Sequence[Result]
    troubles: Sequence[str]


def account(files: Sequence[Path], *, remember: bool = False) -> int:
    """Print the account of a run by its records; returns the exit code that follows from it.

    Args:
        files: the record of a run, or one of each of its shards; the last run's when left out.
        remember: whether to keep the attempts in the history here, since they were made elsewhere.
    """
    try:
        records = [reading.read(file) for file in files or [RunSettings.read({}).reports / FILE]]
        history = History(history_file())
        parts = [_account(record, history) for record in records]
        for record in records if remember else ():
            _remember(record, history)
    except (reading.RecordUnusable, HistoryUnusable, UnknownSetting) as unusable:
        return refuse(str(unusable))
    results = [result for part in parts for result in part.results]
    found = [*breaches(records), *(one for part in parts for one in part.troubles)]
    found += ["Do not trust this run: its account is not whole"] if found else []
    console = Console(highlight=False, soft_wrap=True)
    console.print(_headline(records[0], results), markup=False)
    closing.tell(console, results, found)
    if any(record.stopped for record in records):
        console.print(f"It was stopped; {_GO_ON}.")
    console.print(closing.last_line(results))
    if found:
        return RUN_FAILED
    return STOPPED if any(record.stopped for record in records) else exit_code(results)


def breaches(records: Sequence[Record]) -> list[str]:
    """A sentence for each reason why these records are not those of all shards of one run."""
    first, *others = records
    if not others and "shard" not in first.facts:
        return []
    whole = [one for one in records if "shard" not in one.facts]
    if whole:
        return [
            f"{one.file} tells of a whole run, of no shard; name it alone, or leave it out" for one in whole
        ]
    differing = [sentence for one in others for sentence in _differences(one, first)]
    return differing or list(_shards(records)) or list(_cases(records))


def _differences(one: Record, first: Record) -> Iterator[str]:
    if (one.facts["shards"], one.facts["shard"][1]) != (first.facts["shards"], first.facts["shard"][1]):
        yield (
            f"{one.file} is a shard of another plan than {first.file}: ask for the same cases in each, and"
            " give each the same history (MM_HISTORY), since the time that cases took divides them"
        )
    for fact in ("state", "target", "faults"):
        mine, others = one.facts[fact], first.facts[fact]
        if mine != others:
            yield (
                f"{one.file} had the {fact} {mine}, and {first.file} had {others}:"
                " run all shards on one commit, with nothing changed, against one target"
            )


def _shards(records: Sequence[Record]) -> Iterator[str]:
    count = records[0].facts["shard"][1]
    for number in range(1, count + 1):
        found = [str(one.file) for one in records if one.facts["shard"][0] == number]
        if not found:
            one = f"{number}/{count}"
            yield f"Shard {one} is missing: name its record too, or run it with make specs SHARD={one}"
        if len(found) > 1:
            yield f"Shard {number}/{count} is there {len(found)} times ({', '.join(found)}); name one of them"


def _cases(records: Sequence[Record]) -> Iterator[str]:
    """Compare what shards planned with what each of them left to the others."""
    planned = Counter(case for one in records for case in one.cases)
    for case in sorted(case for case, times in planned.items() if times > 1):
        yield f"{case} was planned by {planned[case]} shards; one was to run it"
    left = {
        case
        for one in records
        for case, because in one.left_out.items()
        if because.startswith("another shard than ")
    }
    for case in sorted(left - set(planned)):
        yield f"{case} was left to another shard, and no shard has planned it"


def _account(record: Record, history: History) -> Account:
    facts = record.facts
    before = {} if facts["faults"] else history.endings(facts["state"], facts["target"])
    tallied = results_of(record, before, Quarantine(), "nobody came to it before the run ended")
    if record.success is None:
        missing = sum(one.outcome == "not_run" for one in tallied)
        never = f"The run of {record.file} never came to its end, and {missing} cases did not run; {_GO_ON}"
        return Account(record, list(_under_way(record, tallied)), [*record.contradictions, never])
    said = {one["case"]: one for one in record.outcomes}
    results = [_settled(one, said.get(one.case.id)) for one in tallied]
    found = [*troubles(record, results), *_contradictions(record, tallied)]
    found += [f"The run of {record.file} said of itself: {one}" for one in record.troubles]
    if not (record.success or record.stopped or found or exit_code(results)):
        found.append(f"The run of {record.file} called itself no success, and does not say why")
    return Account(record, results, found)


def _under_way(record: Record, tallied: Sequence[Result]) -> Iterator[Result]:
    """Yield how cases ended, saying so where the end of the run came in the middle of one."""
    tried = record.by_case()
    for one in tallied:
        key = one.case.id
        if one.outcome == "not_run" and record.begun.get(key, 0) > len(tried[key]):
            yield replace(one, because="it was under way when the run ended")
        else:
            yield one


def _remember(record: Record, history: History) -> None:
    if not record.facts["faults"]:
        history.keep(record.attempts, record.facts)


def _contradictions(record: Record, tallied: Sequence[Result]) -> Iterator[str]:
    """Compare what a run called its cases with what their attempts say."""
    said = {one["case"]: one["outcome"] for one in record.outcomes}
    for one in tallied:
        called = said.get(one.case.id, "nothing")
        if called != one.outcome and called not in _MAY_BE_CALLED.get(one.outcome, ()):
            yield f"{record.file} calls {one.case.id} {called}, and its attempts say {one.outcome}"


def _settled(tallied: Result, said: Mapping[str, Any] | None) -> Result:
    """Return how a case ended in the words of its run, unless it is known by now that it flips."""
    newly_flaky = tallied.outcome == "flaky" and said and said["outcome"] in {"passed", "failed"}
    if said is None or newly_flaky or said["outcome"] not in _COUNTED:
        return tallied
    return replace(tallied, outcome=said["outcome"], because=said["because"], excused=said["excused"])


def _headline(record: Record, results: Sequence[Result]) -> str:
    counts = Counter(result.outcome for result in results)
    shown = ", ".join(f"{counts[one]} {one.replace('_', ' ')}" for one in _COUNTED)
    commit, _, changes = record.facts["state"].partition("+")
    at = f"{commit[:12]} with changes" if changes else commit[:12]
    return f"{counted(len(results), 'case')} planned against {record.facts['target']} at {at}: {shown}."
