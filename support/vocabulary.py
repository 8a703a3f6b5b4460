"""The words that steps capture, each with a type; a converter gives words, never objects of a world."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from behave import register_type
from parse import with_pattern

from support.cast import CAST
from support.engines import SIZES
from support.misuses import DOUBTS, MISUSES
from support.records import HANDS, ROLES, SIDES
from support.vocabulary_of_choices import CHOICES
from support.webhooks import MANNERS, RECEIVERS

T = TypeVar("T")

TIMES = {"once": 1, "twice": 2, "three times": 3}
WAYS = {"up": -1, "down": 1}
DEEDS = (
    *("is tagged", "is put on the list", "follows the mail", "opens the mail"),
    "confirms by the mail",
    *("comes by a mail to the page", "comes to fit the segment"),
)
CHANGES = {"forward": 1, "back": -1}
MONTHS = tuple(month_name)[1:]
_QUOTED, _PERSON = r'"[^"]*"', "|".join(CAST)


def written(pattern: str) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Say how a word is written; `parse` keeps the pattern on the converter, and brings no types."""
    marked: Callable[[Callable[[str], T]], Callable[[str], T]] = with_pattern(pattern)
    return marked


@written(_PERSON)
def person(text: str) -> str:
    """Somebody of the cast."""
    return text


@written(_QUOTED)
def quoted(text: str) -> str:
    """Words in straight quotes, without them."""
    return text[1:-1]


@written(rf"{_QUOTED}(?:, {_QUOTED})*(?: and {_QUOTED})?")
def several(text: str) -> tuple[str, ...]:
    """Some words in straight quotes, one after the other: "Rye", "Spelt" and "Oat"."""
    return tuple(re.findall(r'"([^"]*)"', text))


@written(r"\d+")
def seconds(text: str) -> float:
    """A number of seconds."""
    return float(text)


@written(r"1 second|\d+(?:\.\d)? seconds")
def limit(text: str) -> float:
    """How long something may take, in seconds: "1 second", "2.5 seconds", "60 seconds"."""
    return float(text.partition(" ")[0])


@written(r"[1-9]\d*")
def count(text: str) -> int:
    """How often or how many, as a number."""
    return int(text)


@written("|".join(f"an? {role}" for role in ROLES))
def role(text: str) -> str:
    """What somebody came for: "an editor"."""
    return text.rpartition(" ")[2]


@written("|".join(DOUBTS))
def doubt(text: str) -> str:
    """What an operation is confused with."""
    return text


@written("|".join(MISUSES))
def misuse(text: str) -> str:
    """What a program sends to a live site, and no page does."""
    return text


@written("|".join(TIMES))
def times(text: str) -> int:
    """How often, as a word."""
    return TIMES[text]


@written("|".join(HANDS))
def hand(text: str) -> str:
    """What a person works with."""
    return text


@written("|".join(SIDES))
def side(text: str) -> str:
    """Where something goes, as seen from something else."""
    return text


@written("|".join(f"an? {device}|{device}s" for device in SIZES))
def device(text: str) -> str:
    """What somebody reads with: "a phone", "phones"."""
    return text.rpartition(" ")[2].removesuffix("s")


@written("left|right")
def flank(text: str) -> str:
    """The side of a page on which something stands."""
    return text


@written(rf"(?:{_PERSON})(?:, (?:{_PERSON}))* and (?:{_PERSON})")
def people(text: str) -> tuple[str, ...]:
    """Some of the cast, one after the other: Maya, Noor and Tariq."""
    return tuple(re.findall(_PERSON, text))


@written("lost|cut|deaf|slow")
def breach(text: str) -> str:
    """How a connection fails: `lost` waits, `cut` ends, `deaf` hears no answer, `slow` takes its time."""
    return text


@written("web|worker|database")
def part(text: str) -> str:
    """A part of the platform whose process can end."""
    return text


@written("|".join(WAYS))
def way(text: str) -> int:
    """Up or down, as a number to count places by."""
    return WAYS[text]


@written("|".join(RECEIVERS))
def receiving(text: str) -> str:
    """How a partner's receiver deals with what it is sent."""
    return RECEIVERS[text]


@written(r"\d{1,2}:00")
def hour(text: str) -> int:
    """A full hour that a clock shows."""
    return int(text.removesuffix(":00"))


@written("|".join(CHANGES))
def ahead(text: str) -> int:
    """Which way clocks are set in the night of a change: forward is 1, back is -1."""
    return CHANGES[text]


@written(rf"\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}} at \d\d:\d\d")
def moment(text: str) -> datetime:
    """A day and a time, as clocks show them somewhere."""
    return datetime.strptime(text, "%d %B %Y at %H:%M")  # noqa: DTZ007 - whose clocks is said elsewhere


@written("|".join(DEEDS))
def deed(text: str) -> str:
    """What a contact does, or what is done to one."""
    return text


@written("|".join(MANNERS))
def manner(text: str) -> str:
    """How a message to a workflow comes."""
    return text


TYPES = {
    "Person": person,
    "Quoted": quoted,
    "Several": several,
    "Seconds": seconds,
    "Limit": limit,
    "Doubt": doubt,
    "Receiving": receiving,
    "Misuse": misuse,
    "Count": count,
    "Role": role,
    "Times": times,
    "Hand": hand,
    "Side": side,
    "Device": device,
    "People": people,
    "Breach": breach,
    "Part": part,
    "Flank": flank,
    "Way": way,
    "Hour": hour,
    "Ahead": ahead,
    "Moment": moment,
    "Deed": deed,
    "Manner": manner,
    **CHOICES,
}
register_type(**TYPES)
