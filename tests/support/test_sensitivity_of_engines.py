"""Faults that one engine alone shows: red there, kept on the others, and never silently left out."""

from __future__ import annotations

from dataclasses import replace

from support.sensitivity.findings import Finding
from support.sensitivity.trying import try_on
from tests.support.experiments import EXAMPLES, KEPT, LEAK, PRIVATE, RED, ScriptedLane, experiment

FIREFOX = replace(LEAK, kind="script", rooms=("screens/static",), engine="firefox")


def tried(lane: ScriptedLane) -> Finding:
    return try_on(lane.handle, FIREFOX, EXAMPLES, set(), others=True)


def test_a_fault_of_one_engine_is_tried_there_and_must_not_show_elsewhere() -> None:
    lane = ScriptedLane({PRIVATE.title: [RED, RED, KEPT, KEPT]})
    finding = tried(lane)
    assert (finding.verdict, finding.killed_by) == ("killed", [PRIVATE.id])
    assert lane.engines == ["firefox", "firefox", "chromium", "webkit"]
    assert experiment(finding, whole=False).complaints() == []


def test_a_fault_that_shows_in_another_engine_too_is_none_of_one_engine() -> None:
    finding = tried(ScriptedLane({PRIVATE.title: [RED, RED, KEPT, RED]}))
    assert (finding.verdict, finding.also_on) == ("on other engines too", ["webkit"])
    (complaint,) = experiment(finding, whole=False).complaints()
    assert complaint.startswith("draft-leak should show in firefox alone, and shows in webkit too.")
    assert complaint.endswith(" There: at “Then …”: expected 20%; seen 30%")


def test_an_engine_that_is_not_here_is_said_and_counted_apart() -> None:
    lane = ScriptedLane({}, missing={"firefox": "There is no Firefox."})
    finding = tried(lane)
    assert (finding.verdict, finding.missing) == ("engine missing", "There is no Firefox.")
    assert lane.tried == []
    assert experiment(finding, whole=False).complaints() == []


def test_of_the_other_engines_those_are_asked_that_are_here() -> None:
    lane = ScriptedLane({PRIVATE.title: [RED, RED]}, missing={"webkit": "There is no WebKit."})
    assert tried(lane).verdict == "killed"
    assert lane.engines == ["firefox", "firefox", "chromium"]
