"""What every kind of step is, whatever it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_STEPS = 100
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_KNOWN = "{name}"


class Kind(BaseModel):
    """A step of a workflow, finished or not."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield what keeps the step from being taken: the field, and a sentence."""
        yield from ()


def unknown(field: str, said: str) -> Iterator[tuple[str, str]]:
    """Yield what in some words stands for nothing."""
    for one in dict.fromkeys(_PLACEHOLDER.findall(said)):
        if one != _KNOWN:
            yield field, f"{one} stands for nothing. {_KNOWN} is the contact's name."
