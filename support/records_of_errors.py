"""What is told of errors that people met: their groups, and what a number finds."""

from __future__ import annotations

from dataclasses import dataclass

# What of the errors that people met is asked for in vain.
IN_VAIN = (
    "a number that nobody was told",
    "the settlement of errors that nobody met",
    "a number with the key of somebody else",
    "a settlement with the key of somebody else",
)


@dataclass(frozen=True, slots=True)
class ErrorGroup:
    """Errors of one kind: how often they were met, whether they are `open` or `settled`, and their numbers.

    `told` is all that it tells besides, as it stands there; `returned` says that it came back.
    """

    id: str
    many: int
    state: str
    returned: bool
    numbers: tuple[str, ...]
    told: str


@dataclass(frozen=True, slots=True)
class FoundByNumber:
    """What a number finds: the group, the parts that it leads through, and what their log says happened."""

    group: ErrorGroup | None = None
    parts: tuple[str, ...] = ()
    logged: tuple[str, ...] = ()
