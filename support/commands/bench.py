"""`make bench`: measures the platform and the journey, and compares with earlier runs on this machine."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from support.bench import (
    balancing,
    beginning,
    building,
    costing,
    editing,
    finding,
    flowing,
    going_live,
    history,
    importing,
    killing,
    killing_parts,
    lettering,
    measuring,
    peers,
    running,
)
from support.bench.measuring import Figure
from support.setting_up.browser import NoBrowser
from support.setting_up.node import NoNode

FILE = Path("reports/bench.ndjson")
_GROUPS = {
    "the platform starts": measuring.starting,
    "its parts idle": measuring.idling,
    "the whole journey": measuring.journeys,
    "evidence of a journey": measuring.evidence,
    "edits": editing.editing,
    "the first minutes": beginning.beginning,
    "the builder": building.building,
    "a form and what follows": flowing.following,
    "what workflows cost": costing.costing,
    "many contacts": finding.finding,
    "importing contacts": importing.importing,
    "a letter to many": lettering.lettering,
    "publishing and live pages": going_live.going_live,
    "a million events": going_live.many_events,
    "the contract": editing.checking,
    "all specifications": measuring.specifications,
    "the runner itself": running.overhead,
    "a second worker": running.workers,
    "a second worker, in browsers": peers.workers,
    "workers that are killed": killing.workers,
}
_KILLS = {"the platform's worker, killed": killing_parts.workers}
_MANY = {"many triggers": flowing.many, "the ledger": balancing.balancing}
_LONG = _KILLS | _MANY  # what takes minutes: on request, or by name
_ONLY = "--only="
_ON_REQUEST = {
    "--peers": {"ten journeys, beside @playwright/test": peers.journeys},
    "--kills": {"workers that are killed": killing.many, **_KILLS},
    "--many": _MANY,
}


def bench(arguments: list[str]) -> int:
    """Measure, show, keep; 1 when a figure is not what was promised, 2 when it cannot be measured."""
    console = Console()
    trouble = _trouble(arguments)
    if trouble:
        console.print(trouble)
        return 2
    only = [one.removeprefix(_ONLY) for one in arguments if one.startswith(_ONLY)]
    groups = {what: measure for what, measure in (_GROUPS | _LONG).items() if what in only} or dict(_GROUPS)
    for asked in arguments:
        groups |= _ON_REQUEST.get(asked, {})
    before, around = history.earlier(FILE), measuring.circumstances()
    figures: list[Figure] = []
    for what, measure in groups.items():
        with console.status(f"measuring: {what} …"):
            figures += measure()
    history.keep(FILE, figures, around)
    console.print(_table(figures, before))
    console.print(f"{around['cores']} cores, load {around['load']} at the beginning. Kept in {FILE}.")
    broken = sum(not figure.kept for figure in figures)
    unjudged = [figure for figure in figures if figure.unjudged and figure.kept]
    for figure in unjudged:
        console.print(f"Not judged: {figure.name}, because {figure.unjudged}.")
    for figure in figures:
        if figure.named:
            console.print(f"{figure.name}: {figure.named}.")
    passed = len(figures) - broken - len(unjudged)
    console.print(f"{passed} passed, {broken} failed" + (f", {len(unjudged)} not judged" if unjudged else ""))
    return 1 if broken else 0


def _trouble(arguments: list[str]) -> str | None:
    """Say why not to begin, if so: an argument that means nothing, or peers that cannot be had."""
    words = {*_ON_REQUEST, *(f"{_ONLY}{what}" for what in _GROUPS | _LONG)}
    unknown = [one for one in arguments if one not in words]
    if unknown:
        groups = "\n".join(f'  ONLY="{what}"' for what in _GROUPS | _LONG)
        got = " ".join(unknown).replace(_ONLY, "ONLY=")
        return f"make bench got {got}, and takes PEERS=1, KILLS=1, MANY=1 or one of these:\n{groups}"
    try:
        if "--peers" in arguments:
            peers.get_ready()
    except (NoNode, NoBrowser) as reason:
        return f"{reason} Then again: make bench PEERS=1."
    return None


def _table(figures: list[Figure], before: dict[str, list[float]]) -> Table:
    table = Table("figure", "measured", "promised", "compared", box=None)
    for figure in figures:
        style = "" if figure.kept else "bold red"
        table.add_row(
            figure.name,
            f"{figure.value:.2f} {figure.unit}",
            figure.promised,
            history.compared(figure, before),
            style=style,
        )
    return table
