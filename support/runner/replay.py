"""Tells behave's own formatters, after a run and in the order of the files, what has happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from behave.matchers import NoMatch
from behave.model_type import Status

from support.runner.loading import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from behave.formatter.base import Formatter
    from behave.model import Feature, Scenario, Step
    from behave.step_registry import StepRegistry

    from support.runner.attempt import Attempt, StepRun


def replay(
    features: Iterable[Feature],
    attempts: Mapping[tuple[str, int], Attempt],
    formatters: Sequence[Formatter],
    registry: StepRegistry,
) -> None:
    """Let formatters hear of each feature as if it ran now; attempts are found by path and line."""
    for feature in features:
        path = shown(feature.filename)
        ran = [one for one in feature.walk_scenarios() if (path, one.line) in attempts]
        for scenario in ran:
            _remember(scenario, attempts[path, scenario.line])
        for formatter in formatters if ran else ():
            formatter.uri(feature.filename)
            formatter.feature(feature)
            _scenarios(formatter, feature, [(one, attempts[path, one.line]) for one in ran], registry)
            formatter.eof()


def _scenarios(
    formatter: Formatter,
    feature: Feature,
    ran: Sequence[tuple[Scenario, Attempt]],
    registry: StepRegistry,
) -> None:
    rules = {id(one): rule for rule in feature.rules for one in rule.walk_scenarios()}
    rule = None
    if feature.background:
        formatter.background(feature.background)
    for scenario, attempt in ran:
        if rules.get(id(scenario)) is not rule:
            rule = rules.get(id(scenario))
            if rule and hasattr(formatter, "rule"):
                formatter.rule(rule)
        formatter.scenario(scenario)
        steps = list(scenario.all_steps)
        for step in steps:
            formatter.step(step)
        for step, done in zip(steps, attempt.steps, strict=False):
            _step(formatter, step, done, registry)


def _remember(scenario: Scenario, attempt: Attempt) -> None:
    """Let the model tell what happened, wherever it did: reporters read nothing else."""
    for step, done in zip(scenario.all_steps, attempt.steps, strict=False):
        step.status, step.duration = Status.from_name(done.status), done.duration_s
        step.error_message = done.trace or None
    scenario.clear_status()
    if attempt.ending == "failed" and not scenario.status.has_failed():
        scenario.set_status(Status.hook_error)


def _step(formatter: Formatter, step: Step, done: StepRun, registry: StepRegistry) -> None:
    if done.started:
        formatter.match(registry.find_match(step) or NoMatch())
        for kept in done.kept:
            formatter.embedding(kept.media_type, kept.content, kept.name)
    formatter.result(step)
