"""The words that steps capture, each with a type; a converter gives words, never objects of a world."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from behave import register_type
from parse import with_pattern

from support.cast import CAST

T = TypeVar("T")

TIMES = {"once": 1, "twice": 2, "three times": 3}


def written(pattern: str) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Say how a word is written; `parse` keeps the pattern on the converter, and brings no types."""
    marked: Callable[[Callable[[str], T]], Callable[[str], T]] = with_pattern(pattern)
    return marked


@written("|".join(CAST))
def person(text: str) -> str:
    """Somebody of the cast."""
    return text


@written(r'"[^"]*"')
def quoted(text: str) -> str:
    """Words in straight quotes, without them."""
    return text[1:-1]


@written(r"\d+")
def seconds(text: str) -> float:
    """A number of seconds."""
    return float(text)


@written("|".join(TIMES))
def times(text: str) -> int:
    """How often, as a word."""
    return TIMES[text]


TYPES = {"Person": person, "Quoted": quoted, "Seconds": seconds, "Times": times}
register_type(**TYPES)
