"""Tells an author about new features and steps in seconds: no platform, no browser, nothing is run."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from behave.configuration import Configuration
from behave.runner import Context, the_step_registry
from behave.runner_util import reset_runtime

from support import promises, quarantine, tags
from support.case import rule_of
from support.commands import feature_style, promise_style, step_style
from support.runner import beginning, loading
from support.runner.refusals import RunRefused
from support.runner.runner import Runner
from support.sensitivity import catalogue
from support.target.connecting import PLATFORM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from behave.model import Scenario


def check(root: Path) -> int:
    """Print every breach, one a line, and how many there are; 0 when there are none, else 1."""
    started = time.monotonic()
    found = [*feature_style.breaches_below(root), *step_style.breaches_below(root), *_meanings()]
    print(*found, sep="\n", end="\n" if found else "")
    verdict = f"{len(found)} to mend" if found else "All features and steps keep the house style"
    print(f"{verdict} ({time.monotonic() - started:.1f} s).")
    return 1 if found else 0


def _meanings() -> list[str]:
    """What only loaded steps can tell: unknown tags, undefined steps, titles that stand twice."""
    runner = loaded_runner()
    try:
        with runner.path_manager:
            runner.setup_paths()
            beginning.load_code(runner)
            beginning.refuse_bad_definitions(the_step_registry)
            features = beginning.load_features(runner)
    except RunRefused as refusal:
        return list(refusal.sentences)
    vocabulary = tags.Vocabulary(tags.requirements_in(beginning.REQUIREMENTS), runner.known_capabilities())
    chosen = [
        one for feature in features for one in feature.walk_scenarios() if "draft" not in one.effective_tags
    ]
    return [
        *loading.unknown_tags(features, vocabulary),
        *loading.repeated_titles(features),
        *loading.empty_scenarios(chosen),
        *loading.undefined_steps(chosen, the_step_registry),
        *promise_style.breaches(chosen, the_step_registry),
        *_rules_of_faults(chosen),
        *promises.drift(promises.features_below(promises.FEATURES), promises.LOCK),
        *quarantine.read(quarantine.FILE).complaints(features, datetime.now(tz=UTC).date()),
    ]


def _rules_of_faults(scenarios: Sequence[Scenario]) -> list[str]:
    """A sentence when a fault of our platform, where there is one here, names a Rule that no feature has."""
    if not Path(PLATFORM).is_dir():
        return []
    rules = {rule for one in scenarios if (rule := rule_of(one))}
    try:
        catalogue.refuse_unknown_rules(catalogue.read(), rules)
    except catalogue.CatalogueUnusable as unusable:
        return [str(unusable)]
    return []


def loaded_runner() -> Runner:
    """A runner with nothing loaded yet, that reads the settings of the project and no command line."""
    reset_runtime()
    runner = Runner(Configuration([]))
    runner.context = Context(runner)
    return runner
