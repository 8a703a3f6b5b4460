"""What happens before a run: code is loaded, what was asked is read, what cannot mean anything is refused."""

from __future__ import annotations

import traceback
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import behave.runner

from support import tags
from support.runner import loading, target_facts
from support.runner.planning import make_plan, selected
from support.runner.refusals import RunRefused
from support.settings import RunSettings, UnknownSetting

if TYPE_CHECKING:
    from collections.abc import Callable

    from behave.model import Feature
    from behave.runner import Context
    from behave.step_registry import StepRegistry

    from support.runner.plan import Plan
    from support.runner.planning import TargetFacts
    from support.runner.runner import Runner

REQUIREMENTS = Path("docs/requirements.toml")


def load_code(runner: Runner) -> None:
    """Load hooks and steps; `RunRefused` says where and why that failed (the trace with --verbose)."""
    try:
        runner.load_hooks()
        runner.load_step_definitions()
    except Exception as error:  # noqa: BLE001 - steps are anybody's code, and whatever it raised is told
        if runner.config.verbose:
            traceback.print_exc()
        raise RunRefused(
            f"Loading the steps failed at {_place(error, runner.base_dir)}: {told(error)}."
        ) from None
    let_steps_prove(the_registry())


def the_registry() -> StepRegistry:
    """The registry that steps were loaded into; behave makes one for each run, so it is asked for late."""
    return behave.runner.the_step_registry


def let_steps_prove(registry: StepRegistry) -> None:
    """Make each step say to its world, if it has one, that it came to its end: a Then must have judged."""
    for definitions in registry.steps.values():
        for definition in definitions:
            definition.func = _ending(definition.func)


def _ending(step: Callable[..., None]) -> Callable[..., None]:
    @wraps(step)
    def whole(context: Context, *words: object, **named: object) -> None:
        step(context, *words, **named)
        if "world" in context:
            context.world.end_step()

    return whole


def refuse_bad_definitions(registry: StepRegistry) -> None:
    """`RunRefused` when a step definition cannot be used: behave would leave it out and go on."""
    bad = registry.error_handler.bad_step_definitions
    if bad:
        raise RunRefused(
            *(f"{step.location} defines a step that cannot be used: {step.pattern}" for step in bad)
        )


def what_was_asked(runner: Runner) -> tuple[RunSettings, TargetFacts]:
    """The settings of this run and its target; `RunRefused` when either is unknown."""
    try:
        settings = RunSettings.read(runner.config.userdata)
        return settings, runner.describe_target(settings.target)
    except (UnknownSetting, target_facts.unknown_target()) as error:
        raise RunRefused(str(error)) from None


def load_features(runner: Runner) -> list[Feature]:
    """The features at the paths that the run was given."""
    locations = [location for location in runner.feature_locations() if not runner.config.exclude(location)]
    return loading.load_features(locations, runner.config.lang)


def plan(
    runner: Runner, registry: StepRegistry, settings: RunSettings, target: TargetFacts
) -> tuple[Plan, list[Feature]]:
    """The plan and the features to run for it; `RunRefused` lists everything that is wrong with them."""
    features = load_features(runner)
    chosen = selected(features, runner.config)
    vocabulary = tags.Vocabulary(tags.requirements_in(REQUIREMENTS), runner.known_capabilities())
    wrong = [
        *loading.unknown_tags(features, vocabulary),
        *loading.repeated_titles(features),
        *loading.empty_scenarios(chosen),
        *loading.undefined_steps(chosen, registry),
    ]
    if wrong:
        raise RunRefused(*wrong)
    return make_plan(lambda: load_features(runner), runner.config, settings, target)


def told(error: BaseException) -> str:
    """An error on one line: its type and its words."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}".rstrip(": ")


def _place(error: Exception, folder: str | None) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    names = [(str(Path(frame.filename).absolute()), frame.lineno) for frame in frames]
    own = [place for place in names if folder and place[0].startswith(folder)]
    if own:
        return f"{loading.shown(own[-1][0])}:{own[-1][1]}"
    return loading.shown(str(getattr(error, "filename", None) or folder or "features"))
