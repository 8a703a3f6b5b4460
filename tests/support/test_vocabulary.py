"""The words that steps capture, tried with the matcher that behave uses."""

from __future__ import annotations

from typing import Any

import pytest
from behave import matchers

from support import vocabulary
from support.cast import CAST
from support.vocabulary import TYPES

PARSE = vars(matchers)["ParseMatcher"]  # the one that behave uses unless told otherwise


def captured(pattern: str, sentence: str) -> dict[str, Any] | None:
    """What a step of this pattern captures in a sentence; None where it does not fit."""
    assert vocabulary.TYPES
    found = PARSE(lambda: None, pattern).match(sentence)
    return None if found is None else {argument.name: argument.value for argument in found.arguments}


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        *[("Person", name, name) for name in CAST],
        ("Quoted", '"Spring Sale"', "Spring Sale"),
        ("Quoted", '""', ""),
        ("Quoted", '"Maya\'s 20% off"', "Maya's 20% off"),
        ("Seconds", "10", 10.0),
        ("Limit", "1 second", 1.0),
        ("Limit", "60 seconds", 60.0),
        ("Times", "once", 1),
        ("Times", "three times", 3),
    ],
)
def test_a_type_takes_its_words(kind: str, text: str, value: object) -> None:
    assert captured(f"so it is with {{what:{kind}}} here", f"so it is with {text} here") == {"what": value}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("Person", "Zoe"),
        ("Person", "maya"),
        ("Person", "Maya Ravi"),
        ("Quoted", "Spring Sale"),
        ("Quoted", '"Spring Sale'),
        ("Quoted", "'Spring Sale'"),
        ("Seconds", "ten"),
        ("Seconds", "-1"),
        ("Seconds", "1.5"),
        ("Limit", "10 second"),
        ("Times", "often"),
        ("Times", "three"),
    ],
)
def test_a_type_refuses_other_words(kind: str, text: str) -> None:
    assert captured(f"so it is with {{what:{kind}}} here", f"so it is with {text} here") is None


def test_quoted_ends_at_its_own_quote() -> None:
    pattern = "{name:Person} changes the headline of {site:Quoted} to {words:Quoted}"
    assert captured(pattern, 'Maya changes the headline of "Spring Sale" to "30% off"') == {
        "name": "Maya",
        "site": "Spring Sale",
        "words": "30% off",
    }


def test_quoted_does_not_run_over_two_quotes() -> None:
    assert captured("Maya opens {site:Quoted}", 'Maya opens "Spring Sale" to "30% off"') is None
    assert captured("Maya opens {site:Quoted}", 'Maya opens "Spring" "Sale"') is None


def test_every_type_has_a_pattern_of_its_own() -> None:
    patterns = [getattr(convert, "pattern", None) for convert in TYPES.values()]
    assert None not in patterns
    assert len(set(patterns)) == len(patterns)
