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
    lanes: list[ScriptedLane] = []

    def lane(_channel: object) -> ScriptedLane:
        lanes.append(ScriptedLane({PRIVATE.title: [KEPT, RED, RED]}))
        return lanes[-1]

    monkeypatch.setattr(running, "LaneHandle", lane)
    monkeypatch.setattr(notebooks, "_is_changed", lambda: False)
    stopped = running.Plan([LEAK], [CRASH.id], 1, None)
    first = running.run(stopped, EXAMPLES, lambda _told: None, Notebook(tmp_path))
    before = Notebook(tmp_path).read([LEAK, CRASH])
    assert (before.control, before.findings) == (first.control, first.findings)
    resumed = running.Plan([LEAK, CRASH], (), 1, None, before=before)
    done = running.run(resumed, EXAMPLES, lambda _told: None, Notebook(tmp_path))
    assert [finding.fault.id for finding in done.findings] == [LEAK.id, CRASH.id]
    assert done.whole
    assert len(Notebook(tmp_path).read([LEAK, CRASH]).findings) == 2


def test_bad_input_nothing_of_another_state_of_the_project_is_gone_on_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(CatalogueUnusable, match="Leave RESUME out"):
        Notebook(tmp_path).read([LEAK])
    Notebook(tmp_path).begin(Control([], {}))
    monkeypatch.setattr(notebooks, "commit", lambda: "another")
    with pytest.raises(CatalogueUnusable, match="another state of the project"):
        Notebook(tmp_path).read([LEAK])
