"""What happens before a run: code is loaded, what was asked is read, what cannot mean anything is refused."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING

import behave.runner
from behave.model_type import FileLocation

from support import quarantine, tags
from support.promises import LOCK, drift, features_below
from support.runner import loading, target_facts
from support.runner.planning import make_plan, selected
from support.runner.refusals import RunRefused
from support.second_look import take
from support.settings import RunSettings, UnknownSetting

if TYPE_CHECKING:
    from collections.abc import Callable

    from behave.model import Feature
    from behave.runner import Context
    from behave.step_registry import StepRegistry

    from support.quarantine import Quarantine
    from support.runner.plan import Plan
    from support.runner.planning import TargetFacts
    from support.runner.runner import Runner

REQUIREMENTS = Path("docs/requirements.toml")


def load_code(runner: behave.runner.Runner) -> None:
    """Load hooks and steps; `RunRefused` says where and why that failed (the trace with --verbose)."""
    try:
        runner.load_hooks()
        runner.load_step_definitions()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - steps are anybody's code; whatever it raised is told
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
    """Let each step happen in its world, if it has one: a Then must have judged when it comes to its end."""
    for definitions in registry.steps.values():
        for definition in definitions:
            definition.func = _ending(definition.func)


def _ending(step: Callable[..., None]) -> Callable[..., None]:
    @wraps(step)
    def whole(context: Context, *words: object, **named: object) -> None:
        try:
            if "world" in context:
                take(context.world, partial(step, context, *words, **named))
            else:
                step(context, *words, **named)
        except BaseException as error:
            if "plan" in context:
                context.plan.raised(error)
            raise

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


def load_feature(runner: Runner, path: str) -> Feature:
    """One feature, parsed anew."""
    return loading.load_features([FileLocation(path)], runner.config.lang)[0]


def plan(
    runner: Runner, registry: StepRegistry, settings: RunSettings, target: TargetFacts
) -> tuple[Plan, list[Feature], Quarantine]:
    """The plan, its features and the quarantine; `RunRefused` lists everything that is wrong with them."""
    features = load_features(runner)
    chosen = selected(features, runner.config)
    base = Path(str(runner.base_dir))
    quarantined, everything = quarantine.read(base / quarantine.FILE.name), _all_features(base, features)
    vocabulary = tags.Vocabulary(tags.requirements_in(REQUIREMENTS), runner.known_capabilities())
    wrong = [
        *loading.unknown_tags(features, vocabulary),
        *loading.unknown_asked(runner.config.tag_expression, vocabulary),
        *loading.repeated_titles(features),
        *loading.empty_scenarios(chosen),
        *loading.undefined_steps(chosen, registry),
    ]
    if not wrong:
        today = datetime.now(tz=UTC).date()
        wrong = [*drift(everything, base / LOCK.name), *quarantined.complaints(everything, today)]
    if wrong:
        raise RunRefused(*wrong)
    return make_plan(features, runner.config, settings, target, everything), features, quarantined


def _all_features(base: Path, loaded: list[Feature]) -> list[Feature]:
    """Every feature of a folder, whatever was selected; those loaded already when they are all."""
    files = {str(Path(feature.filename).resolve()) for feature in loaded}
    return (
        loaded if files == {str(one.resolve()) for one in base.rglob("*.feature")} else features_below(base)
    )


def told(error: BaseException) -> str:
    """An error on one line: its type and its words."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}".rstrip(": ")


def _place(error: BaseException, folder: str | None) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    names = [(str(Path(frame.filename).absolute()), frame.lineno) for frame in frames]
    own = [place for place in names if folder and place[0].startswith(folder)]
    if own:
        return f"{loading.shown(own[-1][0])}:{own[-1][1]}"
    return loading.shown(str(getattr(error, "filename", None) or folder or "features"))
