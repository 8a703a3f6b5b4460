"""`make bench`: measures the platform and the journey, and compares with earlier runs on this machine."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from support.bench import history, measuring, running
from support.bench.measuring import Figure

FILE = Path("reports/bench.ndjson")
_GROUPS = {
    "the platform starts": measuring.starting,
    "its parts idle": measuring.idling,
    "the whole journey": measuring.journeys,
    "evidence of a journey": measuring.evidence,
    "all specifications": measuring.specifications,
    "the runner itself": running.overhead,
    "workers that are killed": running.losses,
}


def bench(arguments: list[str]) -> int:
    """Measure, show, keep; 1 when a figure is above what was promised, 2 for an unknown argument."""
    console = Console()
    if arguments:
        console.print(f"make bench takes no arguments, and got {' '.join(arguments)}.")
        return 2
    before, around = history.earlier(FILE), measuring.circumstances()
    figures: list[Figure] = []
    for what, measure in _GROUPS.items():
        with console.status(f"measuring: {what} …"):
            figures += measure()
    history.keep(FILE, figures, around)
    console.print(_table(figures, before))
    console.print(f"{around['cores']} cores, load {around['load']} at the beginning. Kept in {FILE}.")
    broken = sum(not figure.kept for figure in figures)
    console.print(f"{len(figures) - broken} passed, {broken} failed")
    return 1 if broken else 0


def _table(figures: list[Figure], before: dict[str, list[float]]) -> Table:
    table = Table("figure", "measured", "at most", "compared", box=None)
    for figure in figures:
        style = "" if figure.kept else "bold red"
        most = f"{figure.most:g} {figure.unit}" if figure.most else "–"
        table.add_row(
            figure.name,
            f"{figure.value:.2f} {figure.unit}",
            most,
            history.compared(figure, before),
            style=style,
        )
    return table
