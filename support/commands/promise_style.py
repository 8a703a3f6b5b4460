"""The house style of promises: an outcome is somebody's act, a negative stands on something positive."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from support.runner.loading import shown

if TYPE_CHECKING:
    from behave.model import Scenario, Step
    from behave.step_registry import StepRegistry

_NEGATIVE = re.compile(
    r"\b(not|no|nothing|nobody|none|never|nowhere|neither|cannot|without|unchanged|empty|0)\b|n't\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]*"')


def breaches(scenarios: Iterable[Scenario], registry: StepRegistry) -> list[str]:
    """Every breach in these scenarios, as `path:line what is wrong and what to do`."""
    return [one for scenario in scenarios for rule in _RULES for one in rule(scenario, registry)]


def _outcomes(scenario: Scenario, registry: StepRegistry) -> Iterator[str]:
    acted = False
    for step in scenario.all_steps:
        touched = _touched(step, registry)
        acted = acted or (step.step_type == "when" and "acts" in touched)
        if "outcome" in touched and not acted:
            place = f"{shown(scenario.filename)}:{step.line}"
            yield f'{place} speaks of how an act ended, and no When acts before it: "{step.name}".'


def _anchors(scenario: Scenario, _: StepRegistry) -> Iterator[str]:
    outcomes = [step for step in scenario.all_steps if step.step_type == "then"]
    negative = [step for step in outcomes if is_negative(step.name)]
    if negative and len(negative) == len(outcomes):
        place = f"{shown(scenario.filename)}:{negative[0].line}"
        yield (
            f"{place} says only what should not be, which a platform that does nothing keeps, too:"
            f' "{negative[0].name}"; add what proves that the work was done.'
        )


def is_negative(sentence: str) -> bool:
    """Whether a sentence says that something is not there; what somebody says in it does not count."""
    return _NEGATIVE.search(_QUOTED.sub("", sentence)) is not None


def _touched(step: Step, registry: StepRegistry) -> frozenset[str]:
    """Return the names of all attributes that the definition of a step speaks of; none if it has none."""
    match = registry.find_match(step)
    if match is None:
        return frozenset()
    tree = ast.parse(textwrap.dedent(inspect.getsource(match.func)))
    return frozenset(node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute))


_RULES: tuple[Callable[[Scenario, StepRegistry], Iterator[str]], ...] = (_outcomes, _anchors)
