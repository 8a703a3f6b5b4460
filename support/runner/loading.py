"""Reads features and finds everything that would make a run of them meaningless, before anything runs."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from behave.model import ScenarioOutline
from behave.parser import ParserError, parse_file
from behave.runner_util import parse_features

from support.catalogue import nearest_sentences
from support.runner.refusals import RunRefused

if TYPE_CHECKING:
    from behave.model import Feature, Scenario, Step
    from behave.model_type import FileLocation
    from behave.step_registry import StepRegistry

    from support.tags import Vocabulary


def load_features(locations: Sequence[FileLocation], language: str | None = None) -> list[Feature]:
    """The features at these places; `RunRefused` names each that is not Gherkin, line and all."""
    try:
        return parse_features(locations, language=language)
    except ParserError:
        names = dict.fromkeys(location.filename for location in locations)
        raise RunRefused(*(sentence for name in names for sentence in _syntax_errors(name))) from None


def _syntax_errors(filename: str) -> list[str]:
    try:
        parse_file(filename)
    except ParserError as error:
        what = " ".join(str(error.args[0]).split())
        line = f":{error.line}" if error.line else ""
        return [f"{shown(filename)}{line} is not a feature that can be read: {what}; mend it and run again."]
    return []


def shown(filename: str) -> str:
    """A file as people and records name it: from the working folder where that is possible, with slashes."""
    path = Path(filename)
    relative = os.path.relpath(path) if path.is_absolute() else str(path)
    return Path(relative).as_posix()


def title_of(scenario: Scenario) -> str:
    """The title as written; an outline row has the title of its outline."""
    outline = _outline(scenario)
    return outline.name if outline else scenario.name


def row_of(scenario: Scenario) -> str | None:
    """The number of the outline row ("1.2": the second row of the first table), if it is one."""
    return scenario._row.id if scenario._row else None  # noqa: SLF001 - behave shows the row nowhere else


def _outline(scenario: Scenario) -> Scenario | None:
    parent = scenario.parent
    return parent if isinstance(parent, ScenarioOutline) else None


def unknown_tags(features: Iterable[Feature], vocabulary: Vocabulary) -> list[str]:
    """A sentence for each tag that is not on the list, naming the nearest that is."""
    places: dict[str, str] = {}
    for feature in features:
        for statement in (feature, *feature.rules, *feature.walk_scenarios(with_outlines=True)):
            for tag in vocabulary.unknown(str(tag) for tag in statement.tags):
                places.setdefault(tag, f"{shown(feature.filename)}:{statement.line}")
    sentences = []
    for tag, place in places.items():
        near = vocabulary.nearest(tag)
        hint = f"did you mean @{near}?" if near else "support/tags.py has the list."
        sentences.append(f"{place} has the tag @{tag}, which nobody knows; {hint}")
    return sentences


def unknown_asked(expression: object, vocabulary: Vocabulary) -> list[str]:
    """A sentence for each tag that was asked for and that nobody knows: it would choose silently."""
    words = dict.fromkeys(word.lstrip("@") for word in re.findall(r"[^\s(),]+", str(expression)))
    asked = [word for word in words if word not in {"and", "or", "not"} and "*" not in word]
    sentences = []
    for tag in vocabulary.unknown(asked):
        near = vocabulary.nearest(tag)
        hint = f"did you mean @{near}?" if near else "support/tags.py has the list."
        sentences.append(f"The tag @{tag} was asked for, which nobody knows; {hint}")
    return sentences


def repeated_titles(features: Iterable[Feature]) -> list[str]:
    """A sentence for each title that more than one scenario has."""
    places: dict[str, list[str]] = defaultdict(list)
    for feature in features:
        for scenario in feature.walk_scenarios(with_outlines=True):
            if not scenario._row:  # noqa: SLF001 - rows share the title of their outline, which is walked too
                places[scenario.name].append(f"{shown(feature.filename)}:{scenario.line}")
    return [
        f'The title "{title}" stands at {" and at ".join(where)}; a title names one scenario, change one.'
        for title, where in places.items()
        if len(where) > 1
    ]


def empty_scenarios(scenarios: Iterable[Scenario]) -> list[str]:
    """A sentence for each scenario without a step: it would pass and prove nothing."""
    return [
        f'{shown(scenario.filename)}:{scenario.line} "{scenario.name}" has no steps and would prove nothing;'
        " write them, or tag it @draft."
        for scenario in scenarios
        if not list(scenario.all_steps)
    ]


def undefined_steps(scenarios: Iterable[Scenario], registry: StepRegistry) -> list[str]:
    """A sentence for each step that has no definition, naming the three nearest that have one."""
    seen: dict[tuple[str, str], tuple[Step, Scenario]] = {}
    for scenario in scenarios:
        for step in scenario.all_steps:
            if (step.step_type, step.name) not in seen and registry.find_match(step) is None:
                seen[step.step_type, step.name] = (step, scenario)
    return [_undefined(step, scenario, registry) for step, scenario in seen.values()]


def _undefined(step: Step, scenario: Scenario, registry: StepRegistry) -> str:
    near = nearest_sentences(step, registry)
    hint = (
        f"the nearest are {', '.join(f'“{sentence}”' for sentence in near)}."
        if near
        else "there are none at all."
    )
    place = f"{shown(scenario.filename)}:{step.line}"
    return f'{place} has no definition for the step "{step.keyword} {step.name}"; {hint}'
