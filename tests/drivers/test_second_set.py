"""Three titles of the features hold on a platform that has nothing in common with the reference one."""

from __future__ import annotations

import sys

import pytest

from support.run import Run
from support.scenario import compiled, run_scenario
from support.settings import RunSettings
from support.target import Target, TargetDescription
from support.world import World
from tests.drivers import tiny

FEATURE = "features/journeys/publishing.feature"
TITLES = (
    "Edits made after publishing stay private",
    "Publishing again shows visitors the new version",
    "A visitor who guesses the address of a draft finds nothing",
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in [*sys.modules, "support.drivers.reference"]:
        if name.startswith("support.drivers.reference"):
            monkeypatch.setitem(sys.modules, name, None)
    description = TargetDescription(
        name="tiny", found="by address", offers=frozenset(), drivers={"default": "tests.drivers.tiny"}
    )
    return Run(RunSettings(target="tiny"), Target(description, {}))


def test_the_reference_drivers_are_blocked(run: Run) -> None:
    with pytest.raises(ImportError):
        __import__("support.drivers.reference")
    assert run.target.description.name == "tiny"


@pytest.mark.parametrize("title", TITLES)
def test_a_title_of_the_features_holds(run: Run, title: str) -> None:
    script = compiled(FEATURE, title, "api")
    run_scenario(script, World(run, script.case))


def test_a_leaking_draft_is_noticed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        tiny.TinyVisiting,
        "read",
        lambda self, site, _page=None: self.platform.drafts[self.seat.world.real(site)].words,
    )
    script = compiled(FEATURE, TITLES[0], "api")
    with pytest.raises(AssertionError, match="what visitors of Spring Sale get"):
        run_scenario(script, World(run, script.case))


def test_a_port_without_a_driver_says_what_to_do(run: Run) -> None:
    script = compiled(
        "features/journeys/customising.feature", "A suggestion that waits has changed nothing", "api"
    )
    with pytest.raises(LookupError) as caught:
        run_scenario(script, World(run, script.case))
    assert str(caught.value) == (
        "the target tiny has no driver for customising; name a package for it under [drivers]"
    )
