"""What the bench measured before: kept line by line, and compared on the same machine only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.console import Console

from support.bench import history
from support.bench.measuring import Figure
from support.commands.bench import _table


def kept(file: Path, *values: float, machine: str | None = None) -> None:
    for value in values:
        history.keep(file, [Figure("start", value, "s")], {"cores": 2})
    if machine:
        lines = [json.loads(line) | {"machine": machine} for line in file.read_text().splitlines()]
        file.write_text("".join(json.dumps(line) + "\n" for line in lines))


def test_nothing_was_measured_before(tmp_path: Path) -> None:
    assert history.earlier(tmp_path / "bench.ndjson") == {}


def test_figures_are_kept_with_their_circumstances(tmp_path: Path) -> None:
    file = tmp_path / "reports" / "bench.ndjson"
    history.keep(file, [Figure("start", 1.234567, "s", 3.0), Figure("idle", 400, "MiB")], {"cores": 2})
    line = json.loads(file.read_text())
    assert line["figures"] == [
        {"name": "start", "value": 1.2346, "unit": "s"},
        {"name": "idle", "value": 400, "unit": "MiB"},
    ]
    assert (line["cores"], line["machine"]) == (2, history.machine())
    assert history.earlier(file) == {"start": [1.2346], "idle": [400]}


def test_only_the_last_runs_count_the_oldest_first(tmp_path: Path) -> None:
    file = tmp_path / "bench.ndjson"
    kept(file, *range(1, 13))
    assert history.earlier(file) == {"start": [float(value) for value in range(3, 13)]}


def test_another_machine_does_not_count(tmp_path: Path) -> None:
    file = tmp_path / "bench.ndjson"
    kept(file, 100.0, 200.0, machine="somewhere else")
    kept(file, 2.0)
    assert history.earlier(file) == {"start": [2.0]}


@pytest.mark.parametrize(
    ("value", "before", "said"),
    [
        (3.0, [1.0, 2.0, 9.0], "1.50 × the median of 3"),
        (1.0, [2.0], "0.50 × the median of 1"),
        (1.0, [], "first here"),
        (1.0, [0.0, 0.0, 2.0], "the median of 3 is 0"),
    ],
)
def test_a_figure_is_compared_with_the_median(value: float, before: list[float], said: str) -> None:
    assert history.compared(Figure("start", value, "s"), {"start": before, "other": [5.0]}) == said


def test_a_figure_above_what_was_promised_is_not_kept() -> None:
    assert Figure("start", 3.0, "s", 3.0).kept
    assert Figure("start", 300.0, "s").kept
    assert not Figure("start", 3.01, "s", 3.0).kept


def test_a_figure_below_what_was_promised_at_least_is_not_kept() -> None:
    assert Figure("runs", 60.0, "%", least=60.0).kept
    assert not Figure("runs", 59.9, "%", least=60.0).kept
    assert Figure("runs", 59.9, "%", least=60.0, unjudged="there is one core").kept


def test_the_table_shows_each_figure_its_limit_and_its_past() -> None:
    figures = [
        Figure("start", 3.5, "s", 3.0),
        Figure("idle", 400.0, "MiB"),
        Figure("runs", 70.0, "%", least=60.0),
    ]
    console = Console(width=120, color_system=None)
    with console.capture() as captured:
        console.print(_table(figures, {"start": [1.75]}))
    rows = [line.split() for line in captured.get().splitlines()]
    assert rows[1] == ["start", "3.50", "s", "at", "most", "3", "s", "2.00", "×", "the", "median", "of", "1"]
    assert rows[2] == ["idle", "400.00", "MiB", "–", "first", "here"]
    assert rows[3] == ["runs", "70.00", "%", "at", "least", "60", "%", "first", "here"]
