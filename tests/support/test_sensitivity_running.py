"""Running the experiment: its bound of time, and going on where it was stopped."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from support.sensitivity import experiment as running, notebook as notebooks
from support.sensitivity.catalogue import CatalogueUnusable
from support.sensitivity.findings import Control
from support.sensitivity.notebook import Notebook
from tests.support.experiments import CRASH, EXAMPLES, KEPT, LEAK, PRIVATE, RED, ScriptedLane


@pytest.mark.parametrize(("within", "tried", "left"), [(math.inf, [LEAK.id], []), (0.0, [], [LEAK.id])])
def test_what_is_not_begun_in_time_is_left_out_and_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, within: float, tried: list[str], left: list[str]
) -> None:
    monkeypatch.setattr(running, "LaneHandle", lambda _channel: ScriptedLane({}))
    plan = running.Plan([LEAK], (), 1, None, within)
    done = running.run(plan, EXAMPLES, lambda _told: None, Notebook(tmp_path))
    assert [finding.fault.id for finding in done.findings] == tried
    assert (list(done.left_out), done.whole) == (left, not left)


def test_a_run_that_was_stopped_goes_on_and_tries_nothing_twice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(notebooks, "_is_changed", lambda: False)
    monkeypatch.setattr(
        running, "LaneHandle", lambda _channel: ScriptedLane({PRIVATE.title: [KEPT, RED, RED]})
    )
    first = running.Plan([LEAK, CRASH], (), 1, None)
    whole = running.run(first, EXAMPLES, lambda _told: None, Notebook(tmp_path))
    _cut_after(tmp_path, 2)  # the control and one finding, and a torn line
    told: list[object] = []
    again = running.Plan([LEAK, CRASH], (), 1, None, resume=True)
    done = running.run(again, EXAMPLES, told.append, Notebook(tmp_path))
    assert [finding.fault.id for finding in done.findings] == [LEAK.id, CRASH.id]
    assert (done.control, done.findings[0]) == (whole.control, whole.findings[0])
    assert done.whole
    assert told[0] == "Goes on: about 1 faults it was found out before."
    planned = [*whole.control.planned]
    assert len(Notebook(tmp_path).read([LEAK, CRASH], planned).findings) == 2  # behind the torn line, too


def _cut_after(reports: Path, lines: int) -> None:
    file = reports / notebooks.FILE
    kept = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(kept[:lines]) + kept[lines][:20], "utf-8")


@pytest.mark.parametrize(
    ("commit", "was", "now"), [("another", False, False), (None, True, False), (None, False, True)]
)
def test_bad_input_nothing_of_another_state_of_the_project_is_gone_on_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, commit: str | None, was: bool, now: bool
) -> None:
    with pytest.raises(CatalogueUnusable, match="Leave RESUME out"):
        Notebook(tmp_path).read([LEAK], [])
    monkeypatch.setattr(notebooks, "_is_changed", lambda: was)
    Notebook(tmp_path).begin(Control([], {}))
    monkeypatch.setattr(notebooks, "_is_changed", lambda: now)
    if commit:
        monkeypatch.setattr(notebooks, "commit", lambda: commit)
    with pytest.raises(CatalogueUnusable, match="another state of"):
        Notebook(tmp_path).read([LEAK], [])


def test_bad_input_what_was_found_out_of_other_scenarios_is_not_gone_on_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(notebooks, "_is_changed", lambda: False)
    Notebook(tmp_path).begin(Control([PRIVATE.id], {}))
    with pytest.raises(CatalogueUnusable, match="other scenarios"):
        Notebook(tmp_path).read([LEAK], [one.id for one in EXAMPLES])
