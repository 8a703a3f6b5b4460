"""The quarantine: scenarios known to flip, each with owner, reason, issue and last day in a file."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.promises import scenarios_in
from support.runner.loading import shown

if TYPE_CHECKING:
    from behave.model import Feature

FILE = Path("features/quarantine.toml")
_PER_HUNDRED = 5
_WORDS, _EXPIRES = ("scenario", "owner", "reason", "issue"), "expires"


@dataclass(frozen=True, slots=True)
class Entry:
    """One scenario (`<feature path>#<title>`), its owner, why it flips, where that is told, its last day."""

    scenario: str
    owner: str
    reason: str
    issue: str
    expires: date | None
    unknown: tuple[str, ...] = ()

    def has_expired(self, today: date) -> bool:
        """Whether the last day of this entry is over."""
        return self.expires is not None and self.expires < today


@dataclass(frozen=True, slots=True)
class Quarantine:
    """The entries of a file as they stand there, complete or not, and why the file cannot be read, if so."""

    entries: tuple[Entry, ...] = ()
    unreadable: str | None = None

    def entry_of(self, scenario_id: str) -> Entry | None:
        """The entry of a scenario, by `<feature path>#<title>`."""
        return next((entry for entry in self.entries if entry.scenario == scenario_id), None)

    def complaints(self, features: Iterable[Feature], today: date) -> list[str]:
        """A sentence for each thing to mend, judged over all features of the project, never a selection."""
        if self.unreadable:
            return [self.unreadable]
        scenarios = scenarios_in(features)
        tagged = {
            name
            for name, rows in scenarios.items()
            if any("quarantine" in row.effective_tags for row in rows)
        }
        return [
            *(sentence for entry in self.entries for sentence in _incomplete(entry, today)),
            *_repeated(self.entries),
            *_not_tagged(self.entries, scenarios, tagged),
            *(
                f"{name} is tagged @quarantine and has no entry in {FILE.as_posix()};"
                " write owner, reason, issue and expires there, or take the tag away."
                for name in sorted(tagged)
                if self.entry_of(name) is None
            ),
            *_too_many(len(tagged), len(scenarios)),
        ]


def read(file: Path) -> Quarantine:
    """The quarantine as a file has it; a missing file means none."""
    if not file.is_file():
        return Quarantine()
    try:
        content = tomllib.loads(file.read_text("utf-8"))
    except ValueError as error:
        return Quarantine(unreadable=f"{shown(str(file))} is no TOML that can be read ({error}); mend it.")
    cases = content.get("case", [])
    if (
        set(content) - {"case"}
        or not isinstance(cases, list)
        or not all(isinstance(one, dict) for one in cases)
    ):
        return Quarantine(unreadable=f"{shown(str(file))} holds more than entries [[case]]; keep only those.")
    return Quarantine(tuple(_entry(case) for case in cases))


def _entry(case: dict[str, Any]) -> Entry:
    words = {key: word.strip() if isinstance(word := case.get(key), str) else "" for key in _WORDS}
    expires = case.get(_EXPIRES)
    return Entry(
        **words,
        expires=expires if type(expires) is date else None,  # a date with a time is a kind of date in Python
        unknown=tuple(key for key in case if key not in {*_WORDS, _EXPIRES}),
    )


def _incomplete(entry: Entry, today: date) -> Iterator[str]:
    name = f"{FILE.as_posix()}: the entry of {entry.scenario or 'no scenario'}"
    for key in _WORDS:
        if not getattr(entry, key):
            yield f'{name} has no {key}; write {key} = "…".'
    if entry.expires is None:
        yield f"{name} has no day on which it expires; write expires = 2026-12-31, without quotes."
    if entry.has_expired(today):
        yield (
            f"{name} has expired since {entry.expires}; {entry.owner or 'its owner'} mends the scenario and"
            " takes tag and entry away, or says until when it stays."
        )
    for key in entry.unknown:
        yield f"{name} has the key {key}, which nobody reads; the keys are {', '.join((*_WORDS, _EXPIRES))}."


def _repeated(entries: Iterable[Entry]) -> Iterator[str]:
    for name, times in Counter(entry.scenario for entry in entries if entry.scenario).items():
        if times > 1:
            yield f"{FILE.as_posix()} has {times} entries of {name}; keep one."


def _not_tagged(entries: Iterable[Entry], scenarios: Iterable[str], tagged: set[str]) -> Iterator[str]:
    for entry in entries:
        name = f"{FILE.as_posix()} has an entry of {entry.scenario}"
        if entry.scenario and entry.scenario not in scenarios:
            yield f"{name}, which no feature has (drafts do not count); take it away, or mend path and title."
        elif entry.scenario and entry.scenario not in tagged:
            yield f"{name}, which is not tagged @quarantine; take the entry away, or tag the scenario."


def _too_many(tagged: int, scenarios: int) -> Iterator[str]:
    most = max(1, scenarios * _PER_HUNDRED // 100)
    if tagged > most:
        yield (
            f"{tagged} of {scenarios} scenarios are tagged @quarantine, and {most} may be ({_PER_HUNDRED} %);"
            " mend or take out the oldest."
        )
