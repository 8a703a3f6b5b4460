"""The catalogue of named, switchable faults and crash points; it refuses what it does not know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from webbuilder.faults.catalogue import (
    accounts,
    acts,
    adding,
    agreeing,
    arranging,
    asking,
    background,
    balancing,
    branching,
    brands,
    briefs,
    broadcasting,
    building,
    choosing,
    clocks,
    components,
    contacts,
    contract,
    conventions,
    copywriting,
    counting,
    crashes,
    crashes_of_mail,
    devices,
    doors,
    doubting,
    drawing,
    engines,
    entering,
    evening,
    exporting,
    fairness,
    finding,
    following,
    gathering,
    going_far,
    hooks,
    hops,
    importing,
    keeping,
    keeping_names,
    keys,
    knowing,
    languages,
    leaving,
    lending,
    letters_lost,
    letters_refused,
    machines,
    mailing,
    meeting,
    merging,
    messages,
    naming,
    offering,
    overlooked,
    overseeing,
    own_templates,
    pacing,
    pages,
    pictures,
    planning,
    previewing,
    publishing,
    qualities,
    racing,
    realtime,
    releases,
    remembering,
    removing,
    returning,
    samples,
    saving,
    segments,
    sequences,
    sifting,
    signing_in,
    sites,
    starting,
    strange_answers,
    submissions,
    subscribing,
    suggestions,
    telling,
    templates,
    timing,
    together,
    tracking,
    trying,
    undoing,
    untouched,
    waiting,
    ways,
    webhooks,
    workflows,
)
from webbuilder.faults.counting import Counts
from webbuilder.faults.records import CrashPoint, Entry, Fault
from webbuilder.faults.switching import switch_on

__all__ = [
    "CATALOGUE",
    "Counts",
    "CrashPoint",
    "Entry",
    "Fault",
    "UnknownFaultError",
    "module_of",
    "named",
    "switch_on",
]

_CHAPTERS = (
    *(
        templates,
        offering,
        own_templates,
        building,
        arranging,
        keeping,
        suggestions,
        copywriting,
        strange_answers,
        choosing,
        brands,
        briefs,
        languages,
        asking,
        planning,
        workflows,
        drawing,
        waiting,
        overseeing,
        trying,
        branching,
        starting,
        removing,
        sifting,
        knowing,
        clocks,
        pacing,
        hooks,
        samples,
        following,
        segments,
        finding,
        entering,
    ),
    *(publishing, submissions, contacts, mailing, accounts, contract),
    *(
        signing_in,
        together,
        doors,
        keys,
        sites,
        pages,
        conventions,
        pictures,
        background,
        fairness,
        letters_lost,
    ),
    *(
        components,
        racing,
        qualities,
        undoing,
        untouched,
        acts,
        webhooks,
        messages,
        subscribing,
        realtime,
        machines,
        devices,
        adding,
        gathering,
        saving,
    ),
    engines,
    hops,
    *(
        leaving,
        agreeing,
        remembering,
        broadcasting,
        meeting,
        merging,
        sequences,
        letters_refused,
        returning,
        doubting,
        previewing,
        overlooked,
    ),
    *(counting, telling, balancing, releases, ways, lending, timing, going_far, evening, tracking),
    *(naming, keeping_names),
    importing,
    exporting,
)
FAULTS: tuple[Fault, ...] = tuple(fault for chapter in _CHAPTERS for fault in chapter.FAULTS)
CRASH_POINTS: tuple[CrashPoint, ...] = (*crashes.POINTS, *crashes_of_mail.POINTS)
_ENTRIES: tuple[Entry, ...] = (*FAULTS, *CRASH_POINTS)
CATALOGUE: Mapping[str, Entry] = {each.id: each for each in _ENTRIES}


def module_of(entry: Entry) -> str:
    """Return the name of the module that an entry is written down in."""
    if isinstance(entry, CrashPoint):
        return (crashes if entry in crashes.POINTS else crashes_of_mail).__name__
    return next(chapter.__name__ for chapter in _CHAPTERS if entry in chapter.FAULTS)


class UnknownFaultError(LookupError):
    """An id that the catalogue does not hold; the message says where those are listed that it does."""


def named(ids: Iterable[str], catalogue: Mapping[str, Entry] = CATALOGUE) -> tuple[Entry, ...]:
    """Return what these ids name, each once and in the order given, a crash point behind its fault.

    Raises:
        UnknownFaultError: an id is not in the catalogue.
    """
    chosen: dict[str, Entry] = {}
    for each in ids:
        entry = _one(each, catalogue)
        chosen[each] = entry
        if isinstance(entry, Fault) and entry.crash_at:
            point = f"crash_at={entry.crash_at}"
            chosen[point] = _one(point, catalogue)
    return tuple(chosen.values())


def _one(wanted: str, catalogue: Mapping[str, Entry]) -> Entry:
    if wanted not in catalogue:
        message = (
            f"The platform knows no fault “{wanted}”: choose among those that"
            " python -m webbuilder faults lists, correct --faults and start again."
        )
        raise UnknownFaultError(message)
    return catalogue[wanted]
