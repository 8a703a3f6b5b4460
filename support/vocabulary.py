"""The words that steps capture, each with a type; a converter gives words, never objects of a world."""

from __future__ import annotations

from behave import register_type
from parse import with_pattern

from support.cast import CAST

COUNTS = {"no": 0, "one": 1, "two": 2, "three": 3}
TIMES = {"once": 1, "twice": 2, "three times": 3}


@with_pattern("|".join(CAST))
def person(text: str) -> str:
    """Somebody of the cast."""
    return text


@with_pattern(r'"[^"]*"')
def quoted(text: str) -> str:
    """Words in straight quotes, without them."""
    return text[1:-1]


@with_pattern(r"\d+")
def seconds(text: str) -> float:
    """A number of seconds."""
    return float(text)


@with_pattern("|".join(COUNTS))
def count(text: str) -> int:
    """A small number, as a word."""
    return COUNTS[text]


@with_pattern("|".join(TIMES))
def times(text: str) -> int:
    """How often, as a word."""
    return TIMES[text]


TYPES = {"Person": person, "Quoted": quoted, "Seconds": seconds, "Count": count, "Times": times}
register_type(**TYPES)
