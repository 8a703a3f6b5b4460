"""A scenario's own platform: who gets one, where it comes from, what it costs others, and that it goes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
import pytest
from behave.parser import parse_file
from hamcrest import equal_to

from support.case import Case
from support.cleanup import Cleanup
from support.drivers.outages import RelayOutages
from support.drivers.relay import Relay
from support.run import Run
from support.sensitivity.lane import Lane
from support.settings import RunSettings
from support.target import Target, TargetFailed, connecting, join, spare
from support.target.embedded import PlatformDidNotStart
from support.target.spare import Spare
from support.waiting import eventually
from support.world import World
from tests.support.worlds import tiny_target

CASE = Case("features/a.feature", "A", None, "A title", None, 3, frozenset(), "api")
OWN = replace(CASE, tags=frozenset({"fixture.own_platform", "needs.outages"}))


class Platform:
    """A platform that is written down: it starts unless it was said that it cannot."""

    made: list[Platform]
    refusal = ""

    def __init__(self, faults: Sequence[str] = (), environment: Any = None, *, waiting: bool = False) -> None:
        self.faults, self.environment, self.ended = faults, environment, False
        self.relays, self.receiver = {"copywriter": Relay()}, SimpleNamespace(address="http://receiver")
        self.operator_key, self.facts = f"key {len(self.made)}", {"app": f"http://own-{len(self.made)}"}
        self.started = not waiting
        self.made.append(self)

    def outages(self) -> RelayOutages:
        """What breaks its parts."""
        return RelayOutages(self.relays, dict)

    def start(self) -> None:
        """Start, or say why not."""
        if self.refusal:
            self.stop()
            raise PlatformDidNotStart(self.refusal)
        self.started = True

    def stop(self) -> None:
        """End."""
        self.relays["copywriter"].close()
        self.ended = True


@pytest.fixture(autouse=True)
def made(monkeypatch: pytest.MonkeyPatch) -> list[Platform]:
    """Every platform that came about, in order."""
    platforms: list[Platform] = []
    monkeypatch.setattr(Platform, "made", platforms, raising=False)
    monkeypatch.setattr(Platform, "refusal", "")
    monkeypatch.setattr(spare, "Embedded", Platform)
    return platforms


def shared_target(faults: tuple[str, ...] = ()) -> Target:
    """A platform that several scenarios use, from which others can be had."""
    target = tiny_target()
    target.addresses["app"] = "http://shared"
    target.spare = Spare(faults)
    return target


def run_on(target: Target) -> Run:
    """A run on a target."""
    return Run(RunSettings(target="tiny"), target)


def test_a_run_without_such_a_case_starts_no_other_platform(made: list[Platform]) -> None:
    run = run_on(shared_target())
    with World(run, CASE) as world:
        assert world.run is run
        world.judge.evaluated, world.journal.acted_in = 1, {"api"}
    run.end()
    assert made == []


def test_a_case_that_asks_has_a_platform_of_its_own_which_ends_with_its_world(made: list[Platform]) -> None:
    run, cleanup = run_on(shared_target()), Cleanup()
    own = run.fit_for(OWN, cleanup)
    assert own.target.addresses["app"] == "http://own-0"
    assert own.target.operator_key == "key 0"
    assert run.target.addresses["app"] == "http://shared"
    assert own.target.passing, "what is made there goes with it"
    assert own.engine("chromium") is run.engine("chromium"), "engines are those of the run"
    cleanup.run()
    assert made[0].ended


def test_the_world_of_such_a_case_is_on_it(made: list[Platform]) -> None:
    world = World(run_on(shared_target()), OWN).__enter__()
    assert world.run.target.platform is made[0]  # type: ignore[comparison-overlap]
    assert world.outages is not None
    world.close(finished=False)
    assert made[0].ended


def test_while_more_is_expected_one_waits_and_it_ends_with_the_run(made: list[Platform]) -> None:
    run = run_on(shared_target())
    run.prepare({"own_platform": 3})
    assert [one.started for one in made] == [False]
    first, second = run.fit_for(OWN, Cleanup()), run.fit_for(OWN, Cleanup())
    assert first.target.addresses != second.target.addresses
    assert [one.started for one in made] == [True, True, False]
    run.end()
    assert [one.ended for one in made] == [False, False, True]


def test_an_own_platform_has_the_runs_faults_and_a_database_of_its_own(made: list[Platform]) -> None:
    run_on(shared_target(("draft-leak",))).fit_for(OWN, Cleanup())
    assert [(one.faults, one.environment) for one in made] == [(("draft-leak",), {"DATABASE_URL": ""})]


def test_a_worker_that_joined_a_run_gives_own_platforms_as_well(made: list[Platform]) -> None:
    settings = RunSettings(target="embedded", faults=("draft-leak",))
    target = join(settings, {"addresses": {"app": "http://shared"}, "operator_key": "key"})
    own = Run(settings, target).fit_for(OWN, Cleanup())
    assert own.target.addresses["app"] == "http://own-0"
    assert made[0].faults == ("draft-leak",)


def test_a_target_that_is_nobody_elses_is_enough(made: list[Platform]) -> None:
    target = shared_target()
    target.own = True
    run = run_on(target)
    assert run.fit_for(OWN, Cleanup()) is run
    assert made == []


def test_a_lane_has_its_platform_for_itself(monkeypatch: pytest.MonkeyPatch, made: list[Platform]) -> None:
    monkeypatch.setattr(connecting, "Embedded", Platform)
    monkeypatch.setattr(connecting, "PROBES", {})
    monkeypatch.setattr(connecting, "_probe", lambda _: None)
    lane = Lane("api")
    assert lane.begin(("draft-leak",)) is None
    assert lane._run
    assert lane._run.fit_for(OWN, Cleanup()) is lane._run
    assert not lane._run.target.passing, "the next scenario meets it, and nothing of the last one"
    lane.close()
    assert [one.ended for one in made] == [True]


def test_bad_input_a_part_of_a_shared_platform_is_not_taken_away() -> None:
    world = World(run_on(shared_target()), replace(CASE, tags=frozenset({"needs.outages"}))).__enter__()
    with pytest.raises(LookupError) as caught:
        world.outages.gone("copywriter")
    assert str(caught.value) == (
        "other scenarios use this platform, so none of its parts may be taken away;"
        " tag the scenario @fixture.own_platform"
    )
    world.close(finished=False)


def test_bad_input_a_target_that_is_only_connected_to_has_none_to_give() -> None:
    with pytest.raises(TargetFailed) as caught:
        World(run_on(tiny_target()), OWN).__enter__()
    assert str(caught.value) == (
        "The target tiny is only connected to, so no scenario can have a platform of its own;"
        " tag it @needs.outages or @needs.processes as well, and it is not run there."
    )


def test_bad_input_an_own_platform_that_does_not_start_fails_its_scenario_alone(
    monkeypatch: pytest.MonkeyPatch, made: list[Platform]
) -> None:
    run = run_on(shared_target())
    monkeypatch.setattr(Platform, "refusal", "The platform did not start: the disk is full")
    with pytest.raises(TargetFailed, match=r"^The platform did not start: the disk is full$"):
        World(run, OWN).__enter__()
    assert [one.ended for one in made] == [True]
    monkeypatch.setattr(Platform, "refusal", "")
    assert run.fit_for(OWN, Cleanup()).target.own


def test_every_scenario_with_a_platform_of_its_own_needs_a_target_that_starts_platforms(root: Path) -> None:
    scenarios = [
        scenario
        for path in (root / "features").rglob("*.feature")
        for scenario in parse_file(str(path)).walk_scenarios()
    ]
    asking = {one.name: set(map(str, one.effective_tags)) for one in scenarios}
    asking = {name: tags for name, tags in asking.items() if "fixture.own_platform" in tags}
    assert asking
    assert [name for name, tags in asking.items() if not tags & {"needs.outages", "needs.processes"}] == []


HOLDER = """
import sys
from support.target.embedded import Embedded
platform = Embedded(waiting=True)
platform.get_ready()
print(platform.pid, flush=True)
sys.stdin.read()
"""


def is_running(process: psutil.Process) -> bool:
    """Whether a process is there and more than a number that nobody has asked after."""
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def test_a_platform_that_waits_goes_with_a_run_that_is_killed(root: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        supervisor = psutil.Process(int(holder.stdout.readline()))
        everybody = [supervisor, *supervisor.children(recursive=True)]
        commands = [one.cmdline() for one in everybody]
        cluster = Path(next(words[words.index("-D") + 1] for words in commands if "-D" in words))
        assert cluster.exists()
        holder.kill()
    eventually(lambda: any(map(is_running, everybody)), equal_to(False), "what is left of it", within=5.0)
    assert not cluster.parent.exists()
