"""The house style of features, checked line by line; each breach is a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from behave.parser import ParserError, parse_feature

if TYPE_CHECKING:
    from behave.model import Feature, Scenario

FILE_LINES, HEAD_LINES, STEPS, BACKGROUND_STEPS, OUTLINE_ROWS = 90, (2, 4), 7, 3, 6
THE_WHOLE, STEPS_OF_THE_WHOLE = "features/journeys/magic_moment.feature", 12
INTERFACE_WORDS = (
    *(
        "click",
        "clicks",
        "clicked",
        "press",
        "presses",
        "pressed",
        "text box",
        "drop-down",
        "dropdown",
        "checkbox",
    ),
    *("selector", "selectors", "locator", "endpoint", "endpoints", "status code", "database", "via API"),
)
PROTOCOL_WORDS = ("GET", "POST", "PUT", "PATCH", "DELETE", "JSON", "URL", "HTML", "HTTP")
SPEAKS_TO_DEVELOPERS = "features/systems/backend_apis/"
WORDS_ARE_CHECKED_IN = ("features/journeys/", "features/integrations/", "features/systems/")
_SPEAKERS = re.compile(r"\b(I|the user)\b")
_EXEMPT = re.compile(r"^\s*# words: (.+)$", re.MULTILINE)


def breaches(path: str, text: str) -> list[str]:
    """Every breach of the house style in one feature, as `path[:line] what is wrong and what to do`."""
    try:
        feature = parse_feature(text, filename=path)
    except ParserError as error:
        return [
            f"{path}:{error.line} is not Gherkin that can be read: {' '.join(str(error.args[0]).split())}"
        ]
    if feature is None:
        return [f"{path} is empty; write a Feature."]
    return [breach for rule in _RULES for breach in rule(path, text, feature)]


def _length(path: str, text: str, _: Feature) -> Iterator[str]:
    lines = len(text.splitlines())
    if lines > FILE_LINES:
        yield f"{path} has {lines} lines; {FILE_LINES} is the limit, so cut it by rule."


def _head(path: str, _text: str, feature: Feature) -> Iterator[str]:
    low, high = HEAD_LINES
    if not low <= len(feature.description) <= high:
        found = len(feature.description)
        yield f"{path}:{feature.line} has a head of {found} lines; say in {low} to {high} who wants what."


def _backgrounds(path: str, _text: str, feature: Feature) -> Iterator[str]:
    for background in (feature.background, *(rule.background for rule in feature.rules)):
        own = background.steps if background else []
        if background and len(own) > BACKGROUND_STEPS:
            found = f"{len(own)} steps in its background"
            yield f"{path}:{background.line} has {found}; {BACKGROUND_STEPS} is the limit."


def _journeys(path: str, _text: str, feature: Feature) -> Iterator[str]:
    if path.startswith("features/journeys/"):
        for scenario in feature.walk_scenarios():
            if "journey" not in scenario.effective_tags:
                yield f"{path}:{scenario.line} is under journeys and not tagged @journey; tag the feature."


def _titles(path: str, _text: str, feature: Feature) -> Iterator[str]:
    for scenario in _as_written(feature):
        if " and " in scenario.name:
            yield f'{path}:{scenario.line} "{scenario.name}" joins two outcomes with "and"; make it two.'


def _steps(path: str, _text: str, feature: Feature) -> Iterator[str]:
    limit = STEPS_OF_THE_WHOLE if path == THE_WHOLE and len(_as_written(feature)) == 1 else STEPS
    for scenario in _as_written(feature):
        if len(scenario.steps) > limit:
            yield f"{path}:{scenario.line} has {len(scenario.steps)} steps; {limit} is the limit."
        blocks = _blocks(scenario)
        if limit == STEPS and blocks.count("when") > 1:
            yield f"{path}:{scenario.line} has more than one When; an example shows one act."
        if limit == STEPS and blocks != sorted(blocks, key=["given", "when", "then"].index):
            yield f"{path}:{scenario.line} does not go from Given to When to Then."
        if "then" not in blocks:
            yield f"{path}:{scenario.line} has no Then and proves nothing; say what somebody can observe."


def _outcomes(path: str, _text: str, feature: Feature) -> Iterator[str]:
    for scenario in _as_written(feature):
        for step in scenario.steps:
            if step.step_type == "then" and "should" not in step.name.split():
                yield f'{path}:{step.line} is an outcome without "should": {step.name}'


def _outlines(path: str, _text: str, feature: Feature) -> Iterator[str]:
    for scenario in _as_written(feature):
        rows = sum(
            len(examples.table.rows) for examples in getattr(scenario, "examples", []) if examples.table
        )
        if rows > OUTLINE_ROWS:
            yield f"{path}:{scenario.line} has {rows} rows; {OUTLINE_ROWS} is the limit, keep fewer."


def _words(path: str, text: str, _: Feature) -> Iterator[str]:
    if path.startswith(SPEAKS_TO_DEVELOPERS) or not path.startswith(WORDS_ARE_CHECKED_IN):
        return
    allowed = exempted_words(text)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip().startswith(("#", "@")):
            continue
        for word in sorted({*_interface_words(line), *_SPEAKERS.findall(line)} - allowed):
            yield f'{path}:{number} says "{word}"; say what the person means by it, not how it is done.'


def _interface_words(line: str) -> Iterator[str]:
    lower = line.lower()
    yield from (
        word for word in INTERFACE_WORDS if re.search(rf"(?<![\w-]){re.escape(word.lower())}(?![\w-])", lower)
    )
    yield from (word for word in PROTOCOL_WORDS if re.search(rf"\b{word}\b", line))


def exempted_words(text: str) -> set[str]:
    """The words that a feature says openly it needs, in a line `# words: press, URL` of its head."""
    return {word.strip() for line in _EXEMPT.findall(text) for word in line.split(",")}


def _as_written(feature: Feature) -> list[Scenario]:
    """Outlines once, not by row."""
    rows = {
        id(row) for one in feature.walk_scenarios(with_outlines=True) for row in getattr(one, "scenarios", [])
    }
    return [one for one in feature.walk_scenarios(with_outlines=True) if id(one) not in rows]


def _blocks(scenario: Scenario) -> list[str]:
    """The kinds of steps in order, each stretch of one kind once."""
    kinds = [step.step_type for step in scenario.steps]
    return [kind for number, kind in enumerate(kinds) if number == 0 or kinds[number - 1] != kind]


_RULES: tuple[Callable[[str, str, Feature], Iterator[str]], ...] = (
    *(_length, _head, _backgrounds, _journeys, _titles, _steps, _outcomes, _outlines, _words),
)


def breaches_below(root: Path) -> list[str]:
    """Every breach in the features of a project."""
    files = sorted((root / "features").rglob("*.feature"))
    return [
        one for file in files for one in breaches(file.relative_to(root).as_posix(), file.read_text("utf-8"))
    ]
