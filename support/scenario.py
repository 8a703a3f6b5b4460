"""A scenario outside of behave: its steps are matched once and run for as many worlds as there are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import behave.runner
from behave.parser import parse_file
from behave.runner_util import load_step_modules

from support import vocabulary  # noqa: F401 - registers the types that step patterns name
from support.case import DEVICE, NO_ENGINE, Case, rule_of
from support.second_look import take
from support.tags import channel_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from behave.model import Scenario, Step

    from support.case import Channel
    from support.world import World

STEPS = "features/steps"


class NoSuchScenario(LookupError):
    """A feature has no scenario of a title, or one of its steps is defined nowhere; the message names it."""


@dataclass(frozen=True, slots=True)
class Call:
    """One step, matched: what is called with what."""

    name: str
    kind: str
    function: Callable[..., None]
    arguments: tuple[Any, ...]
    named: dict[str, Any]
    table: Any
    text: str | None


@dataclass(frozen=True, slots=True)
class Script:
    """A case with the calls that it consists of."""

    case: Case
    calls: tuple[Call, ...]


@cache
def _load_steps() -> None:
    load_step_modules([STEPS])


def _call(step: Step) -> Call:
    match = behave.runner.the_step_registry.find_match(step)
    if match is None:
        message = f"the step “{step.keyword} {step.name}” is defined nowhere below {STEPS}"
        raise NoSuchScenario(message)
    arguments = tuple(one.value for one in match.arguments if one.name is None)
    named = {one.name: one.value for one in match.arguments if one.name is not None}
    return Call(step.name, step.step_type, match.func, arguments, named, step.table, step.text)


def _scenario(path: str, title: str) -> Scenario:
    for scenario in parse_file(str(Path(path).resolve())).walk_scenarios():
        if scenario.name == title:
            return scenario
    message = f"{path} has no scenario “{title}”"
    raise NoSuchScenario(message)


def titles_below(folder: Path) -> list[tuple[str, str]]:
    """Return every scenario below a folder that is no draft, as the path of its feature and its title."""
    return [
        (path.as_posix(), scenario.name)
        for path in sorted(folder.rglob("*.feature"))
        for scenario in parse_file(str(path.resolve())).walk_scenarios()
        if "draft" not in map(str, scenario.effective_tags)
    ]


def compiled(path: str, title: str, channel: Channel | None = None, engine: str = NO_ENGINE) -> Script:
    """Match the steps of a scenario, by the path of its feature and its title.

    Raises:
        NoSuchScenario: the feature has none of that title, or a step is defined nowhere.
    """
    _load_steps()
    scenario = _scenario(path, title)
    tags = frozenset(map(str, scenario.effective_tags))
    acted = channel_of(tags, channel)
    case = Case(
        path=path,
        feature=scenario.feature.name,
        rule=rule_of(scenario),
        title=title,
        row=None,
        line=scenario.line,
        tags=tags,
        channel=acted,
        engine=engine if acted == "browser" else NO_ENGINE,
        device=DEVICE if acted == "browser" else NO_ENGINE,
    )
    return Script(case, tuple(map(_call, scenario.all_steps)))


def run_scenario(script: Script, world: World) -> None:
    """Run the calls of a scenario in a world and close it; what a step raises is raised, with its name."""
    with world:
        run_calls(script.calls, world)


def run_calls(calls: Iterable[Call], world: World, begin: Callable[[Call], None] = lambda _: None) -> None:
    """Run some calls in a world that is open; `begin` is told of each before."""
    for call in calls:
        begin(call)
        world.begin_step(call.kind, call.name)
        context = SimpleNamespace(world=world, table=call.table, text=call.text)
        try:
            take(world, partial(call.function, context, *call.arguments, **call.named))
        except Exception as error:
            error.add_note(f"at “{call.name}”")
            raise
