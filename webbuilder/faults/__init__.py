"""The catalogue of named, switchable faults: it is empty, and it refuses what it does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to break the platform on purpose.

    Attributes:
        sentence: what goes wrong, in product words.
        requirement: the id of what was promised.
        rules: the text of the one to three Rules that it breaks.
        switch_on: makes the replacement, once, before the parts are forked.
    """

    id: str
    sentence: str
    requirement: str
    rules: tuple[str, ...]
    switch_on: Callable[[], None]


class UnknownFaultError(LookupError):
    """An id that the catalogue does not hold; the message names those that it does."""


CATALOGUE: Mapping[str, Fault] = {}


def named(ids: Iterable[str], catalogue: Mapping[str, Fault] = CATALOGUE) -> tuple[Fault, ...]:
    """Return the faults with these ids, in the order given.

    Raises:
        UnknownFaultError: an id is not in the catalogue.
    """
    wanted = tuple(ids)
    unknown = [one for one in wanted if one not in catalogue]
    if unknown:
        known = ", ".join(sorted(catalogue)) or "none yet"
        message = (
            f"The platform knows no fault “{unknown[0]}” (it knows: {known}): "
            "correct --faults and start again."
        )
        raise UnknownFaultError(message)
    return tuple(catalogue[one] for one in wanted)
