"""The bounds in a sentence: its deadlines and counts, and whether another bound is looser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_HIGHEST = (
    *("within", "at most", "no more than", "not more than", "no later than", "no longer than", "up to"),
    *("in less than", "less than", "fewer than", "under", "below"),
)
_LOWEST = ("at least", "no less than", "no fewer than", "more than", "above", "over")
_EXACT = ("exactly", "only", "after", "every")
_LIMITS = [words.replace(" ", r"\s+") for words in (*_HIGHEST, *_LOWEST, *_EXACT)]
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TENS = {"eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "sixty": 60, "hundred": 100}
_TIMES = {"once": 1, "twice": 2, "a": 1, "an": 1}
_WORDS = {word: number for number, word in enumerate(_DIGITS)} | _TENS | _TIMES
_SHORT_UNITS = {"ms": 0.001, "millisecond": 0.001, "s": 1, "second": 1, "min": 60, "minute": 60}
_LONG_UNITS = {"h": 3600, "hour": 3600, "day": 86400, "week": 604800, "month": 2629746, "year": 31556952}
_SECONDS = _SHORT_UNITS | _LONG_UNITS
_LONG_UNIT = r"(?:minute|hour|day|week|month|year)\b"
_PREPOSITIONS = "on|in|for|to|by|at|per|from|of|with"
_NOT_COUNTED = "|".join((*_LIMITS, _PREPOSITIONS, "and|or|as"))
_UNIT = r"(?:ms|s|min|h|(?:millisecond|second|minute|hour|day|week|month|year)s?)(?![\w-])"
_BOUND = re.compile(
    rf"""(?<![\w.:,-])
    (?:(?P<limit>{"|".join(_LIMITS)})\s+)?
    (?P<amount>\d+(?:,\d{{3}})*(?:\.\d+)?
      | (?:{"|".join((*_DIGITS, *_TENS, "twice"))})(?![\w'’-])
      | an?(?=\s+{_LONG_UNIT}) | (?<=within\s)an?(?=\s+second\b)
      | once(?=\s*(?:[,.;]|$)|\s+(?:{_PREPOSITIONS})\b)
    )(?![\w:-]|\.\d)
    (?:\s*(?P<unit>{_UNIT})|\s*(?P<counted>%|(?!(?:{_NOT_COUNTED})\b)[A-Za-z][\w'’-]*))?""",
    re.VERBOSE | re.IGNORECASE,
)
_TIME = "seconds"  # what a deadline counts; other counted words stand without their plural s
_QUOTED = re.compile(r'"[^"]*"')

Limit = Literal["highest", "lowest", "exact"]


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound: how it stands in the sentence, how it limits what, and its amount (of time: in seconds)."""

    text: str
    limit: Limit
    amount: float
    counted: str

    def is_looser_than(self, other: Bound) -> bool:
        """Whether this one lets more pass, where that can be told: a later deadline, a lower minimum."""
        if (self.limit, self.counted) != (other.limit, other.counted) or self.limit == "exact":
            return False
        return self.amount > other.amount if self.limit == "highest" else self.amount < other.amount


def bounds_in(sentence: str, *, counts: bool) -> list[Bound]:
    """The bounds of a sentence, in order; what stands in quotes is somebody's words and none.

    A bound is a number with a unit of time ("within 1 second", "30 minutes", "a day") and, where `counts`
    are asked for (in a Then), any other number too, with the word that it counts ("exactly 1", "3 contacts",
    "one mail", "twice"). Numbers may be digits or words; "a second" is a time after "within" only, since
    there are second machines, and "once" a number where it is no conjunction. Words that limit ("within",
    "at most", "at least", "exactly") belong to the bound. Dates, clock times and ordinals are none.
    """
    found = (_bound(match) for match in _BOUND.finditer(_QUOTED.sub('""', sentence)))
    return [bound for bound in found if counts or bound.counted == _TIME]


def _bound(match: re.Match[str]) -> Bound:
    amount = match["amount"].lower()
    number = float(_WORDS[amount]) if amount in _WORDS else float(amount.replace(",", ""))
    unit, counted = (match["unit"] or "").lower(), (match["counted"] or "").lower()
    text = " ".join(match[0].split())
    if unit:
        scale = _SECONDS.get(unit) or _SECONDS[unit.removesuffix("s")]
        return Bound(text, _limit(match["limit"]), number * scale, _TIME)
    return Bound(text, _limit(match["limit"]), number, counted.removesuffix("s"))


def _limit(words: str | None) -> Limit:
    limit = " ".join((words or "").lower().split())
    return "highest" if limit in _HIGHEST else "lowest" if limit in _LOWEST else "exact"
