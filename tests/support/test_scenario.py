"""A scenario outside of behave, on the reference platform, in two threads at once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hamcrest import assert_that, has_length

from support.run import Run
from support.scenario import NoSuchScenario, Script, compiled, run_scenario
from support.settings import RunSettings
from support.world import World

FEATURE = "features/journeys/publishing.feature"
TITLE = "Edits made after publishing stay private"


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    running = Run.begin(RunSettings(target="embedded"))
    yield running
    running.end()


def test_one_script_runs_in_two_threads_at_once(run: Run) -> None:
    script = compiled(FEATURE, TITLE, "api")

    def once(_: int) -> World:
        world = World(run, script.case)
        run_scenario(script, world)
        return world

    with ThreadPoolExecutor(2) as threads:
        worlds = list(threads.map(once, range(4)))
    assert_that({world.suffix for world in worlds}, has_length(4), "worlds share nothing, names included")
    assert all(world.journal.acted_in == {"api"} for world in worlds)


def test_a_failing_step_is_named(run: Run) -> None:
    script = compiled(FEATURE, TITLE, "api")
    broken = Script(script.case, (*script.calls[:2], script.calls[3]))
    changed = Script(
        broken.case,
        tuple(
            call
            if call.kind != "then"
            else type(call)(
                call.name,
                call.kind,
                call.function,
                call.arguments,
                {**call.named, "words": "30% off"},
                None,
                None,
            )
            for call in broken.calls
        ),
    )
    with pytest.raises(AssertionError) as caught:
        run_scenario(changed, World(run, script.case))
    assert "visitors of" in caught.value.__notes__[0]


def test_an_unknown_title_is_named() -> None:
    with pytest.raises(NoSuchScenario, match="no scenario “Nobody wrote this”"):
        compiled(FEATURE, "Nobody wrote this")
